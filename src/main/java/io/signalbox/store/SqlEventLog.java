package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Receipt;
import io.signalbox.flow.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Accepted events with the runs they started.
public final class SqlEventLog implements EventLog {
    private final Database database;
    /// Every window asks for the ledger every second, and most of the time nothing has happened.
    private final AtomicReference<Counted> counted =
            new AtomicReference<>(new Counted(-1, new Ledger(0, 0, 0, 0, 0, 0)));

    /// @param commits of the journal, read before counting
    private record Counted(long commits, Ledger ledger) {}

    public SqlEventLog(Database database) {
        this.database = database;
    }

    @Override
    public List<Appended> append(List<Entry> entries) {
        database.admit();
        // Made before the writer's turn, so that the one thread everybody waits for does as little as possible.
        var bodies =
                entries.stream().map(entry -> EventBody.bytes(entry.event())).toList();
        return database.journal().write("storing events", statements -> {
            var appended = new ArrayList<Appended>();
            for (int at = 0; at < entries.size(); at++) {
                appended.add(append(statements, entries.get(at), bodies.get(at)));
            }
            return appended;
        });
    }

    private static Appended append(Statements statements, Entry entry, byte[] body) throws SQLException {
        var event = entry.event();
        var id = UUID.fromString(event.id());
        if (entry.identity().isPresent()) {
            var hash = hash(entry.identity().get());
            var first = statements.first(
                    "select event_id from event_identity where hash = ?", row -> row.getObject(1, UUID.class), hash);
            if (first.isPresent()) {
                return new Appended(
                        new Receipt(first.get().toString(), true, flows(statements, first.get())), List.of());
            }
            statements.update(
                    "insert into event_identity (hash, event_id, received_at) values (?, ?, ?)",
                    hash,
                    id,
                    event.receivedAt());
        }
        statements.update(
                "insert into event (id, received_at, type, body) values (?, ?, ?, ?)",
                id,
                event.receivedAt(),
                cut(event.type(), 1000),
                body);
        for (var run : entry.runs()) {
            statements.update(
                    """
                    insert into run (id, event_id, flow_id, version, trigger_node, subject, state, started_at)
                    values (?, ?, ?, ?, ?, ?, 'QUEUED', ?)
                    """,
                    UUID.fromString(run.id()),
                    id,
                    run.flow(),
                    run.version(),
                    run.trigger().value(),
                    cut(event.subject(), 200),
                    event.receivedAt());
        }
        var flows = entry.runs().stream().map(NewRun::flow).toList();
        return new Appended(new Receipt(event.id(), false, flows), entry.runs());
    }

    private static List<String> flows(Statements statements, UUID event) throws SQLException {
        return statements.list(
                "select flow_id from run where event_id = ? order by id", row -> row.getString(1), event);
    }

    @Override
    public List<Event> latest(int limit) {
        return database.read(
                "reading the latest events",
                statements -> statements.list(
                        "select body from event order by id desc limit ?",
                        row -> EventBody.read(row.getBytes(1)),
                        limit));
    }

    @Override
    public Optional<Event> find(String id) {
        return database.read(
                "reading the event " + id,
                statements -> statements.first(
                        "select body from event where id = ?",
                        row -> EventBody.read(row.getBytes(1)),
                        UUID.fromString(id)));
    }

    @Override
    public int forgetIdentities(Instant before) {
        return database.journal()
                .write(
                        "forgetting old identities",
                        statements -> statements.update("delete from event_identity where received_at < ?", before));
    }

    @Override
    public Ledger ledger() {
        long commits = database.commits();
        var last = counted.get();
        if (last.commits() == commits) {
            return last.ledger();
        }
        var now = count();
        counted.set(new Counted(commits, now));
        return now;
    }

    private Ledger count() {
        return database.read(
                        "counting the ledger",
                        statements -> statements.first(
                                """
                        select count(*) accepted,
                            count(case when waiting = 0 and failed = 0 and messages > 0 then 1 end) sent,
                            count(case when waiting = 0 and failed = 0 and messages = 0 then 1 end) suppressed,
                            count(case when waiting > 0 then 1 end) waiting,
                            count(case when waiting = 0 and failed > 0 then 1 end) failed,
                            coalesce(sum(messages), 0) messages
                        from (
                            select e.id,
                                count(case when r.state in ('QUEUED', 'WAITING') then 1 end) waiting,
                                count(case when r.state in ('FAILED', 'DEAD') then 1 end) failed,
                                coalesce(sum(r.messages), 0) messages
                            from event e left join run r on r.event_id = e.id
                            group by e.id)
                        """,
                                row -> new Ledger(
                                        row.getLong("accepted"),
                                        row.getLong("sent"),
                                        row.getLong("suppressed"),
                                        row.getLong("waiting"),
                                        row.getLong("failed"),
                                        row.getLong("messages"))))
                .orElseThrow();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
