package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import java.util.Map;

/// A run that is not at its end, with all it takes to go on.
///
/// @param results of steps that ended
/// @param attempts calls made so far of steps that did not end
/// @param unknown steps whose call was under way when the program stopped, with their attempt
public record StoredRun(
        String id,
        String flow,
        long version,
        NodeId trigger,
        Event event,
        Map<StepId, StepResult> results,
        Map<StepId, Integer> attempts,
        Map<StepId, Integer> unknown) {
    public StoredRun {
        results = Map.copyOf(results);
        attempts = Map.copyOf(attempts);
        unknown = Map.copyOf(unknown);
    }

    public static StoredRun fresh(NewRun run, Event event) {
        return new StoredRun(run.id(), run.flow(), run.version(), run.trigger(), event, Map.of(), Map.of(), Map.of());
    }
}
