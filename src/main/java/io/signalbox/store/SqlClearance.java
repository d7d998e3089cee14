package io.signalbox.store;

import io.signalbox.engine.Clearance;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Removes rows. What may go is looked for by a reader; the writer's turn is only for the change itself, since what
/// has ended stays so.
public final class SqlClearance implements Clearance {
    private static final int ROWS = 200;
    private static final long BYTES = 4L << 20;
    private static final UUID FIRST = new UUID(0, 0);

    /// Of a run that is not finished, or that somebody has to attend to.
    private static final String KEPT =
            "(r.state in ('QUEUED', 'WAITING', 'PARKED') or r.state in ('DEAD', 'FAILED') and not r.attended)";

    private static final String FULL = """
            select e.id, octet_length(e.body) size from event e
            where e.id > ? and e.id < ? and e.removed_at is null
                and not exists (select 1 from run r where r.event_id = e.id and %s)
            order by e.id limit ?
            """.formatted(KEPT);

    private static final String ENDED = """
            select e.id, octet_length(e.body) size from event e
            where e.id > ? and e.id < ?
                and not exists (select 1 from run r where r.event_id = e.id
                    and (%s or coalesce(r.ended_at, r.started_at) >= ?))
            order by e.id limit ?
            """.formatted(KEPT);

    private static final String STEPS = """
            select coalesce(sum(coalesce(octet_length(s.request), 0) + coalesce(octet_length(s.output), 0)), 0)
            from run r join step s on s.run_id = r.id where r.event_id = any(?)
            """;

    private final Database database;

    private record Candidate(UUID id, long size) {}

    public SqlClearance(Database database) {
        this.database = database;
    }

    @Override
    public Batch payloads(String after, Instant before, Instant now) {
        var found = database.read(
                "looking for payloads to remove",
                statements -> statements.list(FULL, SqlClearance::candidate, id(after), firstOf(before), ROWS));
        return batch(
                found,
                ids -> database.journal().write("removing payloads", statements -> {
                    long steps = statements
                            .first(STEPS, row -> row.getLong(1), (Object) ids)
                            .orElse(0L);
                    for (var id : ids) {
                        strip(statements, (UUID) id, now);
                    }
                    statements.update(
                            "update step set request = null, output = null, detail = '' where run_id in (select id from run where event_id = any(?))",
                            (Object) ids);
                    return steps;
                }));
    }

    /// What names a person goes; what the event was about, and what became of it, stays.
    private static void strip(Statements statements, UUID id, Instant now) throws SQLException {
        var event = statements.first("select body from event where id = ?", row -> EventBody.read(row.getBytes(1)), id);
        if (event.isEmpty()) {
            return;
        }
        statements.update(
                "update event set body = ?, removed_at = ? where id = ?",
                EventBody.bytes(event.get().removed(now)),
                now,
                id);
        statements.update(
                "update run set subject = ?, detail = '' where event_id = ?",
                SqlEventLog.cut(event.get().entity(), 200),
                id);
    }

    @Override
    public Batch events(String after, Instant before) {
        var found = database.read(
                "looking for events to remove",
                statements ->
                        statements.list(ENDED, SqlClearance::candidate, id(after), firstOf(before), before, ROWS));
        return batch(
                found,
                ids -> database.journal().write("removing events", statements -> {
                    LedgerCount.remember(statements, ids);
                    var runs = statements
                            .list(
                                    "select id from run where event_id = any(?)",
                                    row -> row.getObject(1, UUID.class),
                                    (Object) ids)
                            .toArray();
                    statements.update("delete from step where run_id = any(?)", (Object) runs);
                    statements.update("delete from open_call where run_id = any(?)", (Object) runs);
                    statements.update("delete from run where id = any(?)", (Object) runs);
                    statements.update("delete from event where id = any(?)", (Object) ids);
                    return 0L;
                }));
    }

    @Override
    public int identities(Instant before) {
        return delete("event_identity where received_at", before);
    }

    @Override
    public int incidents(Instant before) {
        return delete("incident where at", before);
    }

    @Override
    public int deliveries(Instant before) {
        return delete("delivery where at", before);
    }

    private int delete(String rows, Instant before) {
        var sql = "delete from " + rows + " < ? fetch first " + ROWS + " rows only";
        return database.journal().write("removing old rows", statements -> statements.update(sql, before));
    }

    @Override
    public long used() {
        return database.share().used();
    }

    @FunctionalInterface
    private interface Removing {
        /// @return bytes removed besides the events' own
        long of(Object[] ids);
    }

    private static Batch batch(List<Candidate> found, Removing removing) {
        var ids = new ArrayList<Object>();
        long bytes = 0;
        for (var candidate : found) {
            // Rows may be long; at least one goes.
            if (!ids.isEmpty() && bytes + candidate.size() > BYTES) {
                break;
            }
            ids.add(candidate.id());
            bytes += candidate.size();
        }
        if (ids.isEmpty()) {
            return new Batch(0, 0, "");
        }
        bytes += removing.of(ids.toArray());
        return new Batch(ids.size(), bytes, String.valueOf(ids.getLast()));
    }

    private static Candidate candidate(java.sql.ResultSet row) throws SQLException {
        return new Candidate(row.getObject("id", UUID.class), row.getLong("size"));
    }

    private static UUID id(String after) {
        return after.isEmpty() ? FIRST : UUID.fromString(after);
    }

    /// Ids begin with their time.
    private static UUID firstOf(Instant time) {
        return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
    }
}
