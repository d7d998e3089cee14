package io.signalbox.store;

import io.signalbox.engine.RunRecord;
import io.signalbox.flow.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Whether the runs of a life own up to what arrived: one key for each step, and a mark on whatever came twice.
final class SentCheck {
    private final Map<String, Integer> arrived;
    private final ToIntFunction<String> causes;
    private final Law law;
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final Set<String> marked = new HashSet<>();
    /// The last run that repeats one, by what it repeats.
    private final Map<String, String> latest = new HashMap<>();

    /// What must hold.
    @FunctionalInterface
    interface Law {
        /// @param what is wrong when it does not
        void require(boolean holds, String what);
    }

    /// @param arrived how often, by key
    /// @param causes how often at most something with this key had to be sent again
    SentCheck(Map<String, Integer> arrived, ToIntFunction<String> causes, Law law) {
        this.arrived = arrived;
        this.causes = causes;
        this.law = law;
    }

    /// @param records all runs of the life
    void check(List<RunRecord> records) {
        records.forEach(record -> latest.merge(
                repeats(record), record.summary().id(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        records.forEach(this::checkSteps);
        arrived.forEach((key, times) -> law.require(
                times == 1 || marked.contains(key), "arrived " + times + " times and is not marked: " + key));
        law.require(keys.values().stream().allMatch(all -> all.size() == 1), "a step with several keys");
    }

    /// The event of the run that this one repeats; blank when it repeats none.
    private static String repeated(RunRecord run) {
        return run.event().attributes().at(Event.REPLAY_OF).asText();
    }

    /// What a run repeats, of which flow.
    private static String repeats(RunRecord run) {
        return repeated(run) + " " + run.summary().flow();
    }

    private void checkSteps(RunRecord record) {
        var run = record.summary();
        // Who repeats a repeat names what both repeat; the last one alone knows of all calls.
        boolean again = !repeated(record).isEmpty() && run.id().equals(latest.get(repeats(record)));
        for (var step : record.steps()) {
            int times = arrived.getOrDefault(step.key(), 0);
            if (!step.key().isEmpty()) {
                keys.computeIfAbsent(run.id() + step.step(), _ -> new HashSet<>())
                        .add(step.key());
            }
            if (step.possibleDuplicate()) {
                marked.add(step.key());
            }
            // What one run may have sent and another one sent again is marked in the second.
            boolean called = again && step.attempt() > 0;
            law.require(times < 2 || !called || step.possibleDuplicate(), "repeated and not marked: " + step);
            if (times > 1) {
                law.require(times - 1 <= causes.applyAsInt(step.key()), "arrived " + times + " times without a cause");
            }
        }
    }
}
