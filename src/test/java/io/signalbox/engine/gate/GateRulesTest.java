package io.signalbox.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GateRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Memory memory = new Memory();

    private LiveRules live() {
        return new LiveRules(memory, () -> NOW);
    }

    @Test
    void as_it_comes_the_gate_does_what_was_promised() {
        var rules = GateRules.of(Value.nothing());
        assertEquals(GateRules.standard(), rules);
        assertTrue(rules.optOut() && rules.window());
        assertFalse(rules.consent() || rules.isStopped());
        assertTrue(rules.quiet().isEmpty() && rules.cap().isEmpty());
    }

    @Test
    void everything_comes_back_as_it_was_saved() {
        var rules = GateRules.standard()
                .withStopped(Optional.of(NOW))
                .withZone(ZoneId.of("Europe/Paris"))
                .withOptOut(false)
                .withConsent(true)
                .withWindow(false)
                .withQuiet(Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30), QuietHours.Then.DROP)))
                .withCap(Optional.of(3))
                .withFlow("alarms", Optional.of(QuietHours.Then.SEND));
        assertEquals(rules, GateRules.of(rules.asValue()));
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() {
        var standard = GateRules.standard();
        var zoned = standard.withZone(ZoneId.of("UTC"));
        refused("zone.needed", () -> standard.withCap(Optional.of(3)));
        refused("cap", () -> zoned.withCap(Optional.of(0)));
        refused("zone", () -> GateRules.zone("Mars/Olympus"));
        refused("time", () -> GateRules.time("25:00"));
        refused("then", () -> GateRules.then("later"));
        refused("number", () -> GateRules.number("many"));
    }

    private static void refused(String key, Runnable change) {
        var problem = assertThrows(GateProblem.class, change::run);
        assertEquals(key, problem.key());
        for (var language : Language.values()) {
            var text = problem.text(Texts.of(GateProblem.class, language));
            assertFalse(text.startsWith("problem."), text);
            assertFalse(text.contains("{"), text);
        }
    }

    @Test
    void a_change_is_in_force_at_once_and_after_a_restart() {
        var live = live();
        live.stop();
        assertTrue(live.now().isStopped());
        assertEquals(Optional.of(NOW), live().now().stopped());
        live.resume();
        assertFalse(live().now().isStopped());
    }

    @Test
    void a_change_wakes_what_waits_and_no_change_wakes_nobody() {
        var live = live();
        live.stop();
        live.stop();
        assertEquals(1, memory.released());
        live.resume();
        live.resume();
        assertEquals(2, memory.released());
    }

    @Test
    void a_run_that_falls_asleep_behind_a_change_is_woken() {
        var live = live();
        live.stop();
        var judged = live.edition();
        live.sleeps(judged);
        assertEquals(1, memory.released());
        live.resume();
        live.sleeps(judged);
        assertEquals(3, memory.released());
    }

    @Test
    void a_stop_holds_even_when_the_disk_does_not_take_it() {
        var live = new LiveRules(new FullDisk(), () -> NOW);
        assertThrows(IllegalStateException.class, live::stop);
        assertTrue(live.now().isStopped());
        assertThrows(IllegalStateException.class, live::resume);
        assertTrue(live.now().isStopped());
    }

    private static final class FullDisk implements GateStore {
        private final Memory memory = new Memory();

        @Override
        public Value rules() {
            return memory.rules();
        }

        @Override
        public void save(Value rules) {
            throw new IllegalStateException("no space left");
        }

        @Override
        public boolean count(Sent message, int most) {
            return memory.count(message, most);
        }

        @Override
        public boolean isDone(String run, String step) {
            return memory.isDone(run, step);
        }

        @Override
        public void release(Set<String> rules, Instant now) {
            memory.release(rules, now);
        }
    }
}
