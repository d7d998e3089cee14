package io.signalbox.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.gate.Pacing.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PacingTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Limit ACCOUNT = new Limit.Window("main", 80, Duration.ofSeconds(1));
    private static final Limit ANA = new Limit.Bucket("main ana", 3, Duration.ofSeconds(6));

    private final Pacing pacing = new Pacing();

    private Duration take(List<Limit> limits, String call, Duration after) {
        return pacing.take(limits, call, START.plus(after));
    }

    @Test
    void so_many_at_once_then_one_every_so_often() {
        var waits = new ArrayList<Long>();
        for (int call = 0; call < 6; call++) {
            waits.add(take(List.of(ANA), "call " + call, Duration.ZERO).toSeconds());
        }
        assertEquals(List.of(0L, 0L, 0L, 6L, 12L, 18L), waits);
    }

    @Test
    void who_waits_keeps_its_turn() {
        for (int call = 0; call < 4; call++) {
            take(List.of(ANA), "call " + call, Duration.ZERO);
        }
        assertEquals(Duration.ofSeconds(6), take(List.of(ANA), "call 3", Duration.ZERO));
        assertEquals(Duration.ofSeconds(12), take(List.of(ANA), "later", Duration.ZERO));
        assertEquals(Duration.ZERO, take(List.of(ANA), "call 3", Duration.ofSeconds(6)));
        assertEquals(Duration.ofSeconds(6), take(List.of(ANA), "later", Duration.ofSeconds(6)));
    }

    @Test
    void silence_earns_new_turns() {
        for (int call = 0; call < 3; call++) {
            take(List.of(ANA), "call " + call, Duration.ZERO);
        }
        for (int call = 3; call < 6; call++) {
            assertEquals(Duration.ZERO, take(List.of(ANA), "call " + call, Duration.ofSeconds(18)));
        }
        assertEquals(Duration.ofSeconds(6), take(List.of(ANA), "call 6", Duration.ofSeconds(18)));
    }

    @Test
    void one_person_does_not_wait_for_another() {
        for (int call = 0; call < 9; call++) {
            take(List.of(ANA, ACCOUNT), "call " + call, Duration.ZERO);
        }
        var bob = new Limit.Bucket("main bob", 3, Duration.ofSeconds(6));
        assertEquals(Duration.ZERO, take(List.of(bob, ACCOUNT), "bob", Duration.ZERO));
    }

    @Test
    void no_stretch_of_that_length_ever_holds_more() {
        var random = new SplittableRandom(4);
        var limit = new Limit.Window("main", 5, Duration.ofMillis(100));
        var out = new ArrayList<Instant>();
        var now = START;
        for (int call = 0; call < 2_000; call++) {
            now = now.plusMillis(random.nextInt(50));
            var at = now;
            var wait = pacing.take(List.of(limit), "call " + call, at);
            while (!wait.isZero()) {
                at = at.plus(wait);
                wait = pacing.take(List.of(limit), "call " + call, at);
            }
            out.add(at);
        }
        out.sort(null);
        for (int at = 5; at < out.size(); at++) {
            assertTrue(
                    Duration.between(out.get(at - 5), out.get(at)).toMillis() >= 100, "at " + at + " of " + out.size());
        }
    }

    @Test
    void a_clock_that_is_set_back_makes_nobody_wait_for_the_past() {
        for (int call = 0; call < 6; call++) {
            take(List.of(ANA), "call " + call, Duration.ofHours(1));
        }
        assertEquals(Duration.ZERO, take(List.of(ANA), "next", Duration.ZERO));
    }
}
