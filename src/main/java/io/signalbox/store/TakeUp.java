package io.signalbox.store;

import io.signalbox.engine.RunChange;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import io.signalbox.engine.StoredRun;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Takes runs up from the table, within one transaction: whoever held one before holds it no longer, and a call whose
/// end nobody wrote down is of unknown outcome from now on.
record TakeUp(Statements statements) {
    List<StoredRun> all(List<RunRows.Run> runs) throws SQLException {
        var taken = new ArrayList<StoredRun>();
        var steps = steps(runs);
        for (var run : runs) {
            int changed = statements.update("""
                    update run set state = 'QUEUED', due_at = null, fence = fence + 1
                    where id = ? and state in ('QUEUED', 'WAITING')
                    """, run.id());
            if (changed > 0) {
                taken.add(stored(run, steps.getOrDefault(run.id(), List.of())));
            }
        }
        return taken;
    }

    /// Of all of them at once.
    private Map<UUID, List<RunRows.Step>> steps(List<RunRows.Run> runs) throws SQLException {
        if (runs.isEmpty()) {
            return Map.of();
        }
        var ids = runs.stream().map(RunRows.Run::id).toArray();
        return statements
                .list("select * from step where run_id = any(?) order by run_id, step", RunRows::step, (Object) ids)
                .stream()
                .collect(Collectors.groupingBy(RunRows.Step::run));
    }

    static List<RunRows.Step> steps(Statements statements, UUID run) throws SQLException {
        return statements.list("select * from step where run_id = ? order by step", RunRows::step, run);
    }

    private StoredRun stored(RunRows.Run run, List<RunRows.Step> steps) throws SQLException {
        var results = new HashMap<StepId, StepResult>();
        var attempts = new HashMap<StepId, Integer>();
        var unknown = new HashMap<StepId, StoredRun.Lost>();
        for (var step : steps) {
            if (step.state().isOpen()) {
                lose(statements, step);
                unknown.put(step.step(), new StoredRun.Lost(step.attempt(), false));
            } else if (step.state() == StepState.UNKNOWN) {
                unknown.put(
                        step.step(),
                        new StoredRun.Lost(step.attempt(), step.reason().equals(RunChange.AWAITED)));
            } else if (step.state() == StepState.RETRY) {
                attempts.put(step.step(), step.attempt());
            } else if (step.state().isFinal()) {
                results.put(step.step(), step.result());
            }
        }
        boolean replay = run.keyedAs().isPresent();
        boolean fresh = !replay && attempts.isEmpty() && unknown.isEmpty();
        // This run made no call for them.
        int inherited = (int) steps.stream()
                .filter(step -> replay && step.attempt() == 0 && !step.key().isEmpty())
                .count();
        var lease = new StoredRun.Lease(
                run.fence() + 1, run.crashes(), run.keyedAs().orElse(run.id()).toString(), inherited, fresh);
        return new StoredRun(
                run.id().toString(),
                run.flow(),
                run.version(),
                run.trigger(),
                run.event(),
                lease,
                results,
                attempts,
                unknown);
    }

    /// The program died during the call: a status that bears the key may settle it from now on.
    static void lose(Statements statements, RunRows.Step step) throws SQLException {
        int changed = new RunWrites(statements, step.run())
                .update(step.step(), StepState.UNKNOWN, "reason = ?", "unknown-outcome");
        if (changed > 0) {
            statements.update(
                    "merge into open_call (idempotency_key, run_id, step) key (idempotency_key) values (?, ?, ?)",
                    step.key(),
                    step.run(),
                    step.step().toString());
        }
    }
}
