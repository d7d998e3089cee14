package io.signalbox.store;

import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import io.signalbox.engine.StoredRun;
import io.signalbox.engine.Weight;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes runs up from the table, within one transaction: whoever held one before holds it no longer, and a call whose
/// end nobody wrote down is of unknown outcome from now on.
record TakeUp(Statements statements) {
    private static final String RUN = "select r.*, e.body from run r join event e on e.id = r.event_id where r.id = ?";

    /// One after the other while there is room, so that the large ones are not all read at once.
    List<StoredRun> all(List<UUID> runs, Room room) throws SQLException {
        var taken = new ArrayList<StoredRun>();
        var left = room;
        for (var id : runs) {
            if (!left.isLeft()) {
                break;
            }
            var run = one(id);
            if (run.isPresent()) {
                taken.add(run.get());
                left = left.less(Weight.of(run.get()));
            }
        }
        return taken;
    }

    private Optional<StoredRun> one(UUID id) throws SQLException {
        int changed = statements.update("""
                update run set state = 'QUEUED', due_at = null, reason = '', detail = '', fence = fence + 1
                where id = ? and state in ('QUEUED', 'WAITING')
                """, id);
        if (changed == 0) {
            return Optional.empty();
        }
        var run = statements.first(RUN, RunRows::run, id);
        return run.isEmpty() ? Optional.empty() : Optional.of(stored(run.get(), known(id)));
    }

    /// With calls that were under way when the program died as lost ones.
    private List<RunRows.Step> known(UUID run) throws SQLException {
        var steps = steps(statements, run);
        var open = steps.stream().filter(step -> step.state().isOpen()).toList();
        for (var step : open) {
            lose(statements, step);
        }
        return open.isEmpty() ? steps : steps(statements, run);
    }

    static List<RunRows.Step> steps(Statements statements, UUID run) throws SQLException {
        return statements.list("select * from step where run_id = ? order by step", RunRows::step, run);
    }

    private StoredRun stored(RunRows.Run run, List<RunRows.Step> steps) {
        var results = new HashMap<StepId, StepResult>();
        var attempts = new HashMap<StepId, Integer>();
        var unknown = new HashMap<StepId, StoredRun.Lost>();
        var resting = new HashMap<StepId, StoredRun.Rest>();
        for (var step : steps) {
            if (step.state() == StepState.UNKNOWN) {
                unknown.put(
                        step.step(),
                        new StoredRun.Lost(step.attempt(), step.reason().equals(RunChange.AWAITED)));
                step.rest().ifPresent(rest -> resting.put(step.step(), rest));
            } else if (step.state() == StepState.RETRY) {
                attempts.put(step.step(), step.attempt());
                step.rest().ifPresent(rest -> resting.put(step.step(), rest));
            } else if (step.state() == StepState.PARKED) {
                resting.put(step.step(), new StoredRun.Rest(step.reason(), step.detail(), Optional.empty()));
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
                run.fence(), run.crashes(), run.keyedAs().orElse(run.id()).toString(), inherited, fresh);
        return new StoredRun(
                run.id().toString(),
                run.flow(),
                run.version(),
                run.trigger(),
                run.event(),
                lease,
                results,
                attempts,
                unknown,
                resting);
    }

    /// The program died during the call: a status that bears the key may settle it from now on.
    static void lose(Statements statements, RunRows.Step step) throws SQLException {
        var writes = new StepWrites(statements, step.run());
        if (writes.update(step.step(), StepState.UNKNOWN, "reason = ?, due_at = null", RunChange.UNKNOWN_OUTCOME) > 0) {
            writes.open(step.step(), step.key());
        }
    }
}
