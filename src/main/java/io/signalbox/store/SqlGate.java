package io.signalbox.store;

import io.signalbox.engine.gate.GateStore;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// The gate's settings and its counts of messages.
public final class SqlGate implements GateStore {
    private static final String NAME = "gate";

    private final Database database;
    private final ContactKeys keys;

    public SqlGate(Database database, VaultKey key) {
        this.database = database;
        this.keys = new ContactKeys(key);
    }

    @Override
    public Value rules() {
        return database.read("reading the gate's settings", statements -> {
            var stored = statements.first(
                    "select content from setting where name = ?", row -> row.getString("content"), NAME);
            try {
                return stored.isPresent() ? Json.parse(stored.get()) : Value.nothing();
            } catch (JsonProblem broken) {
                throw new SQLException("the gate's settings cannot be read", broken);
            }
        });
    }

    @Override
    public void save(Value rules) {
        database.journal()
                .write(
                        "saving the gate's settings",
                        statements -> statements.update(
                                "merge into setting (name, content) key (name) values (?, ?)",
                                NAME,
                                Json.write(rules)));
    }

    @Override
    public boolean count(Sent message, int most) {
        var id = keys.of(message.address());
        var run = UUID.fromString(message.run());
        // One writer: nobody else counts between the question and the answer.
        return database.journal().write("counting a message", statements -> {
            int others = statements
                    .first(
                            "select count(*) from sent_message where contact = ? and sent_on = ? and not (run_id = ? and step = ?)",
                            row -> row.getInt(1),
                            id,
                            message.day(),
                            run,
                            message.step())
                    .orElse(0);
            if (others >= most) {
                return false;
            }
            // Only the day is ever asked for; a day more, for zones that are changed.
            statements.update(
                    "delete from sent_message where sent_on < ?", message.day().minusDays(2));
            statements.update(
                    "merge into sent_message (run_id, step, contact, sent_on) key (run_id, step, contact) values (?, ?, ?, ?)",
                    run,
                    message.step(),
                    id,
                    message.day());
            return true;
        });
    }

    @Override
    public boolean isDone(String run, String step) {
        return database.read(
                "asking whether a step was answered",
                statements -> statements
                        .first(
                                "select 1 from step where run_id = ? and step = ? and state in ('DONE', 'RECONCILED')",
                                row -> 1,
                                UUID.fromString(run),
                                step)
                        .isPresent());
    }

    @Override
    public void release(Set<String> rules, Instant now) {
        database.journal().write("waking what the gate held back", statements -> {
            int woken = 0;
            for (var rule : rules) {
                woken += statements.update(
                        "update run set due_at = ? where state = 'WAITING' and reason = ? and due_at > ?",
                        now,
                        rule,
                        now);
            }
            return woken;
        });
    }
}
