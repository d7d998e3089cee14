package io.signalbox.store;

import io.signalbox.engine.NewRun;
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
            // What was sent stays sent.
            statements.update("""
                    insert into step (run_id, step, state, attempt, idempotency_key, request, output, external_id,
                        possible_duplicate)
                    select ?, step, state, 0, idempotency_key, request, output, external_id, possible_duplicate
                    from step where run_id = ? and state in ('DONE', 'RECONCILED')
                    """, id, old);
        }
        statements.update("update run set attended = true where id = ?", old);
    }
}
