package io.signalbox.store;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.engine.DeliveryStore;
import io.signalbox.engine.StepId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One row a message that was reported about. It is joined to its step when somebody looks, so that sending writes
/// nothing more for it.
public final class SqlDeliveries implements DeliveryStore {
    /// As in the table; services' ids are far shorter.
    private static final int LONGEST_ID = 500;

    /// Longer ones are not of this program's making.
    private static final int LONGEST_KEY = 64;

    private final Database database;

    public SqlDeliveries(Database database) {
        this.database = database;
    }

    @Override
    public void note(List<DeliveryStatus> reports, Instant now) {
        database.journal().write("storing what became of messages", statements -> {
            int changed = 0;
            for (var report : reports) {
                if (report.externalId().length() <= LONGEST_ID) {
                    changed += note(statements, report, now);
                }
            }
            return changed;
        });
    }

    private static int note(Statements statements, DeliveryStatus report, Instant now) throws SQLException {
        var known = statements.first(
                "select state from delivery where external_id = ?",
                row -> DeliveryStatus.State.valueOf(row.getString(1)),
                report.externalId());
        if (known.filter(state -> state.compareTo(report.state()) >= 0).isPresent()) {
            return 0;
        }
        return statements.update(
                """
                merge into delivery (external_id, state, at, reason, detail, idempotency_key) key (external_id)
                values (?, ?, ?, ?, ?, ?)
                """,
                report.externalId(),
                report.state().name(),
                report.at().orElse(now),
                report.reason(),
                StepWrites.cut(report.detail()),
                report.key().length() <= LONGEST_KEY ? report.key() : "");
    }

    /// The service's id of a message that bore this key and was reported as taken. A failure is not asked for: the
    /// same key may have been sent since.
    static Optional<String> taken(Statements statements, String key) throws SQLException {
        return key.isEmpty()
                ? Optional.empty()
                : statements.first(
                        "select external_id from delivery where idempotency_key = ? and state <> 'FAILED' limit 1",
                        row -> row.getString(1),
                        key);
    }

    @Override
    public Optional<Sender> sender(String key) {
        return key.isEmpty()
                ? Optional.empty()
                : database.read(
                        "looking for who sent a message",
                        statements -> statements.first(
                                // A run that was repeated took over what the first one had sent.
                                "select run_id, step from step where idempotency_key = ? order by run_id limit 1",
                                row -> new Sender(row.getString(1), StepId.parse(row.getString(2))),
                                key));
    }

    /// Those of a run's messages, by the service's id.
    static Map<String, DeliveryStatus> of(Statements statements, UUID run) throws SQLException {
        var found = new HashMap<String, DeliveryStatus>();
        statements
                .list(
                        """
                        select d.* from step s join delivery d on d.external_id = s.external_id
                        where s.run_id = ? and s.external_id <> ''
                        """,
                        row -> new DeliveryStatus(
                                row.getString("external_id"),
                                "",
                                DeliveryStatus.State.valueOf(row.getString("state")),
                                Optional.of(Statements.instant(row, "at")),
                                row.getString("reason"),
                                row.getString("detail")),
                        run)
                .forEach(status -> found.put(status.externalId(), status));
        return found;
    }
}
