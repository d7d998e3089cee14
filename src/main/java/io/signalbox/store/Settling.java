package io.signalbox.store;

import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepState;
import java.sql.SQLException;
import java.util.UUID;

/// Writes down what became of calls whose outcome nobody knew, within one transaction.
record Settling(Statements statements, UUID run) {
    /// @param which the steps of the run meant, as a condition with one value
    /// @return false, with nothing changed, when there is nothing to settle
    boolean settle(String which, String value, Settlement settlement) throws SQLException {
        var steps = statements.list(
                "select step from step where run_id = ? and state in ('UNKNOWN', 'PARKED') and " + which,
                row -> StepId.parse(row.getString(1)),
                run,
                value);
        int open = steps.isEmpty() ? 0 : statements.update("""
                        update run set state = 'QUEUED', due_at = null, reason = '', detail = ''
                        where id = ? and state in ('QUEUED', 'WAITING', 'PARKED')
                        """, run);
        if (open == 0) {
            return false;
        }
        for (var step : steps) {
            settle(step, settlement);
            statements.update("delete from open_call where run_id = ? and step = ?", run, step.toString());
        }
        return true;
    }

    private void settle(StepId step, Settlement settlement) throws SQLException {
        var writes = new RunWrites(statements, run);
        switch (settlement) {
            case Settlement.Arrived(var externalId) ->
                writes.update(step, StepState.RECONCILED, "external_id = ?, reason = '', detail = ''", externalId);
            case Settlement.NotTaken(var reason, var detail) ->
                writes.update(step, StepState.REFUSED, "reason = ?, detail = ?", reason, RunWrites.cut(detail));
            case Settlement.SendAgain() ->
                writes.update(step, StepState.RETRY, "possible_duplicate = true, reason = '', detail = ''");
        }
    }
}
