package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.EventState;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.LedgerCheck;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Receipt;
import io.signalbox.engine.Room;
import io.signalbox.flow.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
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

    private final LedgerCount counting = new LedgerCount();

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

    static Appended append(Statements statements, Entry entry, byte[] body) throws SQLException {
        var event = entry.event();
        var id = UUID.fromString(event.id());
        if (entry.identity().isPresent()) {
            var hash = hash(entry.identity().get());
            var first = statements.first(
                    "select event_id from event_identity where hash = ?", row -> row.getObject(1, UUID.class), hash);
            if (first.isPresent()) {
                return new Appended(
                        new Receipt(first.get().toString(), true, flows(statements, first.get())), List.of(), 0);
            }
            statements.update(
                    "insert into event_identity (hash, event_id, received_at) values (?, ?, ?)",
                    hash,
                    id,
                    event.receivedAt());
        }
        statements.update(
                "insert into event (id, received_at, type, body, state) values (?, ?, ?, ?, ?)",
                id,
                event.receivedAt(),
                cut(event.type(), 1000),
                body,
                entry.state().name());
        for (var run : entry.runs()) {
            start(statements, id, event, run);
        }
        var flows = entry.runs().stream().map(NewRun::flow).toList();
        return new Appended(new Receipt(event.id(), false, flows), entry.runs(), body.length);
    }

    private static void start(Statements statements, UUID event, Event about, NewRun run) throws SQLException {
        var id = UUID.fromString(run.id());
        if (run.replay().isPresent()) {
            new Replaying(statements).start(id, event, about, run, run.replay().get());
            return;
        }
        statements.update(
                """
                insert into run (id, event_id, flow_id, version, trigger_node, subject, state, started_at)
                values (?, ?, ?, ?, ?, ?, 'QUEUED', ?)
                """,
                id,
                event,
                run.flow(),
                run.version(),
                run.trigger().value(),
                cut(about.subject(), 200),
                about.receivedAt());
    }

    private static List<String> flows(Statements statements, UUID event) throws SQLException {
        return statements.list(
                "select flow_id from run where event_id = ? order by id", row -> row.getString(1), event);
    }

    @Override
    public List<Event> latest(int limit) {
        return database.read("reading the latest events", statements -> {
            var ids = statements.list(
                    "select id from event where removed_at is null order by id desc limit ?",
                    row -> row.getObject(1, UUID.class),
                    limit);
            return EventBody.read(statements, ids, Room.page(limit));
        });
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
    public Optional<EventState> state(String id) {
        return database.read(
                "reading the state of the event " + id,
                statements -> statements.first(
                        "select state from event where id = ?",
                        row -> EventState.valueOf(row.getString(1)),
                        UUID.fromString(id)));
    }

    @Override
    public Ledger ledger() {
        long commits = database.commits();
        var last = counted.get();
        if (last.commits() == commits) {
            return last.ledger();
        }
        synchronized (counting) {
            var least = database.read("counting events and runs", LedgerCount::rows);
            var now = database.readMoment("counting the ledger", counting::of);
            var most = database.read("counting events and runs", LedgerCount::rows);
            if (!counting.isBetween(least, most)) {
                // A clock was set back or rows were removed.
                now = database.readMoment("counting the whole ledger", counting::afresh);
            }
            counted.set(new Counted(commits, now));
            return now;
        }
    }

    @Override
    public LedgerCheck check() {
        synchronized (counting) {
            return database.readMoment("checking the ledger", statements -> {
                long orphans = statements
                        .first(
                                "select count(*) from run r where not exists (select 1 from event e where e.id = r.event_id)",
                                row -> row.getLong(1))
                        .orElse(0L);
                var shown = counting.of(statements);
                var rows = LedgerCount.rows(statements);
                return new LedgerCheck(
                        LedgerCount.all(statements),
                        counting.isBetween(rows, rows) ? shown : counting.afresh(statements),
                        orphans);
            });
        }
    }

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Not in the middle of an emoji: half a character cannot be stored.
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
