package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {
    private static final RetryPolicy POLICY = RetryPolicy.STANDARD;
    private static final Duration FRESH = Duration.ZERO;

    @Test
    void the_wait_is_any_time_up_to_a_doubling_cap() {
        var random = new Random(1);
        long longestAtFirst = 0;
        for (int calls = 1; calls < 12; calls++) {
            long cap = Math.min(3_600_000, 2_000L << (calls - 1));
            long least = Long.MAX_VALUE;
            long most = 0;
            for (int n = 0; n < 2_000; n++) {
                long wait = POLICY.waitAfter(calls, Optional.empty(), FRESH, random)
                        .orElseThrow()
                        .toMillis();
                least = Math.min(least, wait);
                most = Math.max(most, wait);
            }
            assertTrue(
                    least >= 0 && least < cap / 10 && most <= cap && most > cap / 10 * 9,
                    calls + ": " + least + " to " + most);
            longestAtFirst = calls == 1 ? most : longestAtFirst;
        }
        assertTrue(longestAtFirst <= 2_000);
    }

    @Test
    void what_the_service_asks_for_wins_and_is_never_undercut() {
        var random = new Random(2);
        for (int n = 0; n < 2_000; n++) {
            long wait = POLICY.waitAfter(1, Optional.of(Duration.ofHours(5)), FRESH, random)
                    .orElseThrow()
                    .toMillis();
            assertTrue(wait >= 18_000_000 && wait <= 19_800_000, "ms: " + wait);
        }
        for (int n = 0; n < 2_000; n++) {
            long least = POLICY.waitAfter(3, Optional.of(FRESH), FRESH, random)
                    .orElseThrow()
                    .toMillis();
            assertTrue(least >= 1_000 && least <= 1_100, "ms: " + least);
            long most = POLICY.waitAfter(3, Optional.of(Duration.ofDays(90)), FRESH, random)
                    .orElseThrow()
                    .toMillis();
            assertTrue(most >= 86_400_000 && most <= 95_040_000, "ms: " + most);
        }
    }

    @Test
    void it_gives_up_by_the_number_of_tries_and_by_age() {
        var random = new Random(3);
        assertTrue(POLICY.waitAfter(11, Optional.empty(), FRESH, random).isPresent());
        assertEquals(Optional.empty(), POLICY.waitAfter(12, Optional.empty(), FRESH, random));
        assertEquals(Optional.empty(), POLICY.waitAfter(12, Optional.of(Duration.ofSeconds(1)), FRESH, random));
        assertTrue(POLICY.waitAfter(1, Optional.empty(), Duration.ofDays(3).minusMillis(1), random)
                .isPresent());
        assertEquals(Optional.empty(), POLICY.waitAfter(1, Optional.empty(), Duration.ofDays(3), random));
        assertEquals(Optional.empty(), POLICY.waitAfter(1, Optional.of(FRESH), Duration.ofDays(3), random));
    }

    @Test
    void many_tries_do_not_overflow_the_doubling() {
        var patient = new RetryPolicy(Duration.ofDays(7), Duration.ofDays(30), 1_000, Duration.ofDays(9_000));
        for (int calls = 1; calls < 1_000; calls++) {
            var wait = patient.waitAfter(calls, Optional.empty(), FRESH, new Random(calls))
                    .orElseThrow();
            assertTrue(wait.compareTo(Duration.ofDays(30)) <= 0, calls + ": " + wait);
        }
    }

    @Test
    void a_policy_that_cannot_be_is_refused() {
        var second = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(second, second, 0, second));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(second, Duration.ZERO, 1, second));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(second.negated(), second, 1, second));
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(second, second, 1, second.negated()));
    }
}
