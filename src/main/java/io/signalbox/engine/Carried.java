package io.signalbox.engine;

import io.signalbox.flow.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A run while it is carried.
///
/// @param rests what does not go on before the run was laid to sleep
/// @param written steps of which something is stored, or about to be
record Carried(
        StoredRun run,
        Flow flow,
        Map<StepId, StepResult> results,
        Map<StepId, Integer> attempts,
        Map<StepId, StoredRun.Lost> unknown,
        Rests rests,
        Set<StepId> written,
        List<RunChange> unwritten) {
    static Carried of(StoredRun run, Flow flow) {
        var written = new HashSet<>(run.attempts().keySet());
        written.addAll(run.unknown().keySet());
        return new Carried(
                run,
                flow,
                new HashMap<>(run.results()),
                new HashMap<>(run.attempts()),
                new HashMap<>(run.unknown()),
                new Rests(),
                written,
                new ArrayList<>());
    }

    void ended(StepId step, StepResult result) {
        results.put(step, result);
        unwritten.add(written.add(step) ? new RunChange.AtOnce(step, result) : new RunChange.Result(step, result));
    }

    /// Calls made so far.
    int calls(StepId step) {
        var lost = unknown.get(step);
        return lost == null ? attempts.getOrDefault(step, 0) : lost.attempt();
    }
}
