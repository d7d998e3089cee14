package io.signalbox.store;

import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepState;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/// Writes down what became of calls whose outcome nobody knew, within one transaction.
record Settling(Statements statements, UUID run) {
    /// What it means for the run.
    enum Effect {
        /// There was nothing to settle, and nothing has changed.
        NONE,
        /// The run is at work, and looks again before it sleeps.
        AT_WORK,
        /// It slept, and goes on.
        WAITED,
        /// It waited for that alone, and goes on.
        PARKED
    }

    /// @param which one step of the run, as a condition with one value
    Effect settle(String which, String value, Settlement settlement) throws SQLException {
        var step = statements.first(
                "select step from step where run_id = ? and state in ('UNKNOWN', 'PARKED') and " + which
                        + " order by step limit 1",
                row -> StepId.parse(row.getString(1)),
                run,
                value);
        var state = step.isEmpty()
                ? Optional.<RunState>empty()
                : statements.first(
                        "select state from run where id = ?", row -> RunState.valueOf(row.getString(1)), run);
        if (step.isEmpty() || state.isEmpty() || state.get().isFinal()) {
            return Effect.NONE;
        }
        settle(step.get(), settlement);
        statements.update(
                "delete from open_call where run_id = ? and step = ?",
                run,
                step.get().toString());
        if (state.get() == RunState.QUEUED) {
            new RunWrites(statements, run).settled();
            return Effect.AT_WORK;
        }
        statements.update("update run set state = 'QUEUED', due_at = null, reason = '', detail = '' where id = ?", run);
        return state.get() == RunState.PARKED ? Effect.PARKED : Effect.WAITED;
    }

    void settle(StepId step, Settlement settlement) throws SQLException {
        var writes = new StepWrites(statements, run);
        switch (settlement) {
            case Settlement.Arrived(var externalId) ->
                writes.update(step, StepState.RECONCILED, "external_id = ?, reason = '', detail = ''", externalId);
            case Settlement.NotTaken(var reason, var detail) ->
                writes.update(step, StepState.REFUSED, "reason = ?, detail = ?", reason, StepWrites.cut(detail));
            case Settlement.SendAgain() ->
                writes.update(
                        step, StepState.RETRY, "possible_duplicate = true, reason = '', detail = '', due_at = null");
        }
    }
}
