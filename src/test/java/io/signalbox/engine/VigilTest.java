package io.signalbox.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.Incidents.Noted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class VigilTest {
    private Instant wall = Instant.parse("2026-11-21T14:00:00Z");
    private Instant steady = Instant.EPOCH;
    private final List<Kind> noted = new ArrayList<>();
    private final List<Duration> spread = new ArrayList<>();
    private final Breakers breakers = new Breakers(() -> steady, new Random(1));
    private final Vigil vigil = new Vigil(recovery(), breakers, incidents(), () -> wall, () -> steady, new Random(1));

    private boolean after(long wallSeconds, long steadySeconds) {
        wall = wall.plusSeconds(wallSeconds);
        steady = steady.plusSeconds(steadySeconds);
        return vigil.look();
    }

    @Test
    void a_clock_that_goes_as_it_should_is_not_noted() {
        assertFalse(after(10, 10));
        assertFalse(after(10, 11));
        assertFalse(after(6, 10));
        assertFalse(after(39, 10));
        assertEquals(List.of(), noted);
    }

    @Test
    void a_clock_put_back_is_noted_and_sets_no_timer() {
        assertFalse(after(-3_600, 10));
        assertEquals(List.of(Kind.CLOCK_BACK), noted);
        assertFalse(after(10, 10));
        assertEquals(1, noted.size());
        assertEquals(List.of(), spread);
    }

    @Test
    void a_clock_put_forward_is_noted_and_what_is_overdue_is_spread() {
        assertTrue(after(3_600, 10));
        assertEquals(List.of(Kind.CLOCK_FORWARD, Kind.WOKE), noted);
        assertEquals(List.of(Duration.ofSeconds(60)), spread);
    }

    @Test
    void a_short_sleep_is_a_sleep_and_no_jump() {
        assertTrue(after(50, 10));
        assertEquals(List.of(Kind.WOKE), noted);
    }

    @Test
    void a_process_that_stood_still_wakes_as_well() {
        assertTrue(after(600, 600));
        assertEquals(List.of(Kind.WOKE), noted);
        assertEquals(1, spread.size());
    }

    @Test
    void a_service_that_failed_before_the_sleep_is_called_again_after_it() {
        for (int call = 0; call < 20; call++) {
            breakers.ask("plant", false);
            breakers.failed("plant");
        }
        assertEquals(List.of("plant"), breakers.open());
        assertFalse(after(10, 10));
        assertEquals(List.of("plant"), breakers.open());
        assertTrue(after(3_600, 10));
        assertEquals(List.of(), breakers.open());
    }

    private Incidents incidents() {
        return new Incidents() {
            @Override
            public void note(Incident incident) {
                noted.add(incident.kind());
            }

            @Override
            public List<Incident> latest(int limit) {
                return List.of();
            }

            @Override
            public List<Noted> since(long number, int limit) {
                return List.of();
            }

            @Override
            public Optional<Incident> last(String flow) {
                return Optional.empty();
            }
        };
    }

    private Recovery recovery() {
        return new Recovery() {
            @Override
            public List<String> crashed(AtWork.Left left, int most, Instant at) {
                return List.of();
            }

            @Override
            public int spread(Instant now, Duration over, RandomGenerator random) {
                spread.add(over);
                return 0;
            }

            @Override
            public Backlog backlog() {
                return new Backlog(0, 0);
            }
        };
    }
}
