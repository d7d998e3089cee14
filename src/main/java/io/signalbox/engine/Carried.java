package io.signalbox.engine;

import io.signalbox.flow.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A run while it is carried.
record Carried(
        StoredRun run,
        Flow flow,
        Map<StepId, StepResult> results,
        Map<StepId, Integer> attempts,
        Map<StepId, StoredRun.Lost> unknown,
        List<RunChange> unwritten) {
    static Carried of(StoredRun run, Flow flow) {
        return new Carried(
                run,
                flow,
                new HashMap<>(run.results()),
                new HashMap<>(run.attempts()),
                new HashMap<>(run.unknown()),
                new ArrayList<>());
    }

    /// Calls made so far.
    int calls(StepId step) {
        var lost = unknown.get(step);
        return lost == null ? attempts.getOrDefault(step, 0) : lost.attempt();
    }
}
