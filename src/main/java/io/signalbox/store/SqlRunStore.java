package io.signalbox.store;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredRun;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// Runs and their steps. A run in a final state is never written again: every write names the fence under which the
/// run is held and the state it must be in.
public final class SqlRunStore implements RunStore {
    private static final String SHOWN =
            "select " + RunRows.SUMMARY + ", e.body from run r join event e on e.id = r.event_id where r.id = ?";

    private final Database database;

    public SqlRunStore(Database database) {
        this.database = database;
    }

    @Override
    public CompletableFuture<Written> write(String run, long fence, List<RunChange> changes) {
        var id = UUID.fromString(run);
        var prepared = new RunWrites.Prepared(changes);
        return database.journal().submit(statements -> new RunWrites(statements, id).write(fence, prepared));
    }

    @Override
    public List<StoredRun> unfinished(String after, Room room, Predicate<String> held) {
        var from = after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after);
        return database.journal().write("taking up unfinished runs", statements -> {
            var last = from;
            while (true) {
                // The ids first: told to order and join at once, the database reads the body of every unfinished run.
                var ids = statements.list(
                        "select id from run where state = 'QUEUED' and id > ? order by id limit ?",
                        row -> row.getObject(1, UUID.class),
                        last,
                        room.rows());
                var free = ids.stream().filter(id -> !held.test(id.toString())).toList();
                if (!free.isEmpty() || ids.size() < room.rows()) {
                    return new TakeUp(statements).all(free, room);
                }
                last = ids.getLast();
            }
        });
    }

    @Override
    public List<StoredRun> suspects(Room room) {
        return database.journal().write("taking up suspects", statements -> {
            var ids = statements.list(
                    "select id from run where state = 'QUEUED' and crash_count > 0 order by crash_count desc, id limit ?",
                    row -> row.getObject(1, UUID.class),
                    room.rows());
            return new TakeUp(statements).all(ids, room);
        });
    }

    @Override
    public List<StoredRun> due(Instant now, Room room) {
        return database.journal().write("taking up due runs", statements -> {
            var ids = statements.list(
                    "select id from run where state = 'WAITING' and due_at <= ? order by due_at limit ?",
                    row -> row.getObject(1, UUID.class),
                    now,
                    room.rows());
            return new TakeUp(statements).all(ids, room);
        });
    }

    @Override
    public Optional<Instant> nextDue() {
        return database.read(
                "looking for the next due run",
                statements -> statements
                        .first(
                                "select min(due_at) due from run where state = 'WAITING'",
                                row -> Statements.optionalInstant(row, "due"))
                        .flatMap(due -> due));
    }

    @Override
    public Optional<Instant> unbegunSince() {
        // Whatever was taken up from the table once has a higher fence.
        return database.read(
                "looking for the oldest run that was never begun",
                statements -> statements
                        .first(
                                "select min(started_at) since from run where state = 'QUEUED' and fence = 0",
                                row -> Statements.optionalInstant(row, "since"))
                        .flatMap(since -> since));
    }

    @Override
    public Optional<Settled> settle(String key, Settlement settlement) {
        return database.journal().write("settling a call", statements -> {
            var run = statements.first(
                    "select run_id from open_call where idempotency_key = ?", row -> row.getObject(1, UUID.class), key);
            return run.isEmpty()
                    ? Optional.empty()
                    : settle(statements, run.get(), "idempotency_key = ?", key, settlement);
        });
    }

    @Override
    public Optional<Settled> resolve(String run, Settlement settlement) {
        return database.journal()
                .write(
                        "settling the run " + run,
                        statements -> settle(statements, UUID.fromString(run), "state = ?", "PARKED", settlement));
    }

    private static Optional<Settled> settle(
            Statements statements, UUID run, String which, String value, Settlement settlement) throws SQLException {
        return switch (new Settling(statements, run).settle(which, value, settlement)) {
            case NONE, AT_WORK -> Optional.empty();
            case WAITED -> takeUp(statements, run).map(taken -> new Settled(taken, false));
            case PARKED -> takeUp(statements, run).map(taken -> new Settled(taken, true));
        };
    }

    private static Optional<StoredRun> takeUp(Statements statements, UUID run) throws SQLException {
        return new TakeUp(statements)
                .all(List.of(run), new Room(1, Long.MAX_VALUE)).stream().findFirst();
    }

    @Override
    public boolean cancel(String run, Instant at) {
        return database.journal()
                .write("cancelling the run " + run, statements -> statements.update("""
                                        update run set state = 'CANCELLED', due_at = null, ended_at = ?,
                                            fence = fence + 1, reason = 'cancelled', detail = ''
                                        where id = ? and state in ('QUEUED', 'WAITING', 'PARKED')
                                        """, at, UUID.fromString(run)) > 0);
    }

    @Override
    public List<RunSummary> latest(String flow, int limit) {
        return database.read(
                "reading the latest runs",
                statements -> flow.isEmpty()
                        ? statements.list(
                                "select " + RunRows.SUMMARY + " from run r order by r.id desc limit ?",
                                RunRows::summary,
                                limit)
                        : statements.list(
                                "select " + RunRows.SUMMARY
                                        + " from run r where r.flow_id = ? order by r.id desc limit ?",
                                RunRows::summary,
                                flow,
                                limit));
    }

    @Override
    public Optional<RunRecord> find(String run) {
        var id = UUID.fromString(run);
        return database.read("reading the run " + run, statements -> {
            var told = SqlDeliveries.of(statements, id);
            var steps = TakeUp.steps(statements, id).stream()
                    .map(step -> new RunRecord.StepRecord(
                            step.step(),
                            step.state(),
                            step.attempt(),
                            step.key(),
                            step.request(),
                            step.result(),
                            step.possibleDuplicate(),
                            Optional.ofNullable(told.get(step.externalId()))))
                    .toList();
            return statements.first(
                    SHOWN,
                    row -> {
                        var read = RunRows.run(row);
                        return new RunRecord(RunRows.summary(row), read.version(), read.trigger(), read.event(), steps);
                    },
                    id);
        });
    }

    @Override
    public Map<String, FlowActivity> activity(List<Instant> days) {
        return new RunCounts(database).activity(days, RunRows::summary);
    }
}
