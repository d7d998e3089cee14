package io.signalbox.store;

import io.signalbox.engine.NewRun;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.StepState;
import io.signalbox.flow.Event;
import java.sql.SQLException;
import java.util.UUID;

/// Starts a run that repeats another one, within one transaction.
record Replaying(Statements statements) {
    void start(UUID id, UUID event, Event about, NewRun run, NewRun.Replayed replayed) throws SQLException {
        var old = UUID.fromString(replayed.run());
        var keyedAs = replayed.goesOn()
                ? statements
                        .first(
                                "select coalesce(keyed_as, id) from run where id = ?",
                                row -> row.getObject(1, UUID.class),
                                old)
                        .orElse(old)
                : id;
        statements.update(
                """
                insert into run
                    (id, event_id, flow_id, version, trigger_node, subject, state, due_at, started_at, keyed_as)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?, ?)
                """,
                id,
                event,
                run.flow(),
                run.version(),
                run.trigger().value(),
                SqlEventLog.cut(about.subject(), 200),
                replayed.due(),
                about.receivedAt(),
                keyedAs);
        if (replayed.goesOn()) {
            goOn(id, old);
        }
        statements.update("update run set attended = true where id = ?", old);
    }

    /// What was sent stays sent, and a call of which nobody knows whether it arrived stays one: its repeat is a
    /// possible duplicate, like any other.
    private void goOn(UUID id, UUID old) throws SQLException {
        statements.update("""
                insert into step (run_id, step, state, attempt, idempotency_key, request, output, external_id,
                    possible_duplicate)
                select ?, step, state, 0, idempotency_key, request, output, external_id, possible_duplicate
                from step where run_id = ? and state in ('DONE', 'RECONCILED')
                """, id, old);
        statements.update("""
                insert into step (run_id, step, state, attempt, idempotency_key, request, reason, possible_duplicate)
                select ?, step, 'UNKNOWN', 1, idempotency_key, request, ?, possible_duplicate
                from step where run_id = ? and state not in ('DONE', 'RECONCILED') and idempotency_key <> ''
                    and (possible_duplicate or step in (select step from open_call where run_id = ?))
                """, id, RunChange.UNKNOWN_OUTCOME, old, old);
        var writes = new StepWrites(statements, id);
        for (var step : TakeUp.steps(statements, id)) {
            if (step.state() == StepState.UNKNOWN) {
                writes.open(step.step(), step.key());
            }
        }
    }
}
