package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Breakers.Leave;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BreakersTest {
    private Instant now = Instant.EPOCH;
    private final Breakers breakers = new Breakers(() -> now, new Random(1));

    private boolean goes(boolean repeat) {
        return breakers.ask("plant", repeat) instanceof Leave.Go;
    }

    @Test
    void half_of_twenty_failed_calls_open_it_and_one_good_call_closes_it() {
        for (int n = 0; n < 20; n++) {
            assertTrue(goes(false), "call " + n);
            if (n % 2 == 0) {
                breakers.failed("plant");
            } else {
                breakers.took("plant", false);
            }
        }
        assertEquals(List.of("plant"), breakers.open());
        assertTrue(breakers.ask("plant", false) instanceof Leave.Wait(var reason, var after)
                && reason.equals("breaker")
                && after.compareTo(Duration.ofSeconds(30)) >= 0);
        assertTrue(breakers.ask("another", false) instanceof Leave.Go);
        now = now.plusSeconds(31);
        assertTrue(goes(false));
        assertTrue(!goes(false), "one call tries, the others wait");
        breakers.took("plant", false);
        assertTrue(goes(false));
    }

    @Test
    void while_calls_fail_at_most_a_fifth_of_them_are_repeats() {
        int first = 0;
        int repeats = 0;
        for (int n = 0; n < 4_000; n++) {
            if (goes(false)) {
                first++;
                breakers.took("plant", false); // A service that asks to slow down is well, and the call failed.
            }
            if (goes(true)) {
                repeats++;
                breakers.took("plant", false);
            }
        }
        // The ten that were saved at the start come on top.
        assertTrue(repeats - 10 <= (first + repeats) / 5, first + " first calls, " + repeats + " repeats");
        assertTrue(repeats >= first / 5, first + " first calls, " + repeats + " repeats");
    }

    @Test
    void repeats_of_a_service_that_is_well_are_not_held_back() {
        for (int n = 0; n < 1_000; n++) {
            assertTrue(goes(true), "repeat " + n);
            breakers.took("plant", true);
        }
    }

    @Test
    void a_quiet_account_repeats_once_a_second() {
        for (int n = 0; n < 10; n++) {
            assertTrue(goes(true));
        }
        assertTrue(breakers.ask("plant", true) instanceof Leave.Wait(var reason, var _) && reason.equals("budget"));
        now = now.plusSeconds(1);
        assertTrue(goes(true));
        assertTrue(!goes(true));
    }
}
