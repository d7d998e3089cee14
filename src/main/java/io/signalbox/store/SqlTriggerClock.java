package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.TriggerClock;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The clock of the triggers, a row each. A firing and its events are one transaction, so that a crash between the two
/// can neither lose nor repeat it.
public final class SqlTriggerClock implements TriggerClock {
    private static final int LONGEST_REASON = 200;

    private final Database database;

    public SqlTriggerClock(Database database) {
        this.database = database;
    }

    @Override
    public List<Hand> all() {
        return database.read(
                "reading when triggers come due",
                statements -> statements.list("select * from trigger_clock", SqlTriggerClock::hand));
    }

    private static Hand hand(ResultSet row) throws SQLException {
        return new Hand(
                new Key(row.getString("flow_id"), new NodeId(row.getString("trigger_node"))),
                row.getString("settings"),
                Statements.instant(row, "due_at"),
                row.getInt("failures"),
                row.getString("reason"),
                state(row.getBytes("state")));
    }

    private static Value state(byte @Nullable [] bytes) throws SQLException {
        try {
            return bytes == null ? Value.nothing() : Json.stored(bytes);
        } catch (JsonProblem broken) {
            throw new SQLException("what a poll remembers cannot be read", broken);
        }
    }

    @Override
    public void set(Hand hand) {
        database.journal()
                .write(
                        "setting when a trigger comes due",
                        statements -> statements.update(
                                "merge into trigger_clock (flow_id, trigger_node, settings, due_at, failures, reason,"
                                        + " state) key (flow_id, trigger_node) values (?, ?, ?, ?, ?, ?, ?)",
                                hand.key().flow(),
                                hand.key().trigger().value(),
                                hand.settings(),
                                hand.due(),
                                hand.failures(),
                                reason(hand),
                                Json.bytes(hand.state())));
    }

    @Override
    public void remove(Key key) {
        database.journal()
                .write(
                        "forgetting a trigger's clock",
                        statements -> statements.update(
                                "delete from trigger_clock where flow_id = ? and trigger_node = ?",
                                key.flow(),
                                key.trigger().value()));
    }

    @Override
    public Optional<List<EventLog.Appended>> fire(Hand next, Instant due, List<EventLog.Entry> entries) {
        var bodies =
                entries.stream().map(entry -> EventBody.bytes(entry.event())).toList();
        return database.journal().write("firing a trigger", statements -> {
            int mine = statements.update(
                    """
                    update trigger_clock set due_at = ?, failures = ?, reason = ?, state = ?
                    where flow_id = ? and trigger_node = ? and settings = ? and due_at = ?
                    """,
                    next.due(),
                    next.failures(),
                    reason(next),
                    Json.bytes(next.state()),
                    next.key().flow(),
                    next.key().trigger().value(),
                    next.settings(),
                    due);
            if (mine == 0) {
                return Optional.empty();
            }
            var appended = new ArrayList<EventLog.Appended>();
            for (int at = 0; at < entries.size(); at++) {
                appended.add(SqlEventLog.append(statements, entries.get(at), bodies.get(at)));
            }
            return Optional.of(List.copyOf(appended));
        });
    }

    private static String reason(Hand hand) {
        return hand.reason().length() <= LONGEST_REASON
                ? hand.reason()
                : hand.reason().substring(0, LONGEST_REASON);
    }
}
