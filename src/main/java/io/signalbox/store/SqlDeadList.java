package io.signalbox.store;

import io.signalbox.engine.DeadList;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// Runs that failed or were given up and that nobody has replayed or discarded yet. A replay is a copy of the event,
/// so its calls bear new keys.
public final class SqlDeadList implements DeadList {
    private static final String ON_LIST = """
            state in ('FAILED', 'DEAD') and not exists (select 1 from attended where attended.run_id = run.id)
            """;

    private final Database database;
    private final RunStore runs;
    private final Predicate<RunRecord> again;

    /// @param again has the run's event run once more; false when its flow does not run for it
    public SqlDeadList(Database database, RunStore runs, Predicate<RunRecord> again) {
        this.database = database;
        this.runs = runs;
        this.again = again;
    }

    @Override
    public List<DeadRun> page(Filter filter, String cursor, int limit) {
        var sql = "select * from run where " + ON_LIST
                + " and (? = '' or flow_id = ?) and (? = '' or reason = ?) and id < ? order by id desc limit ?";
        return database.read(
                "reading the runs that were given up",
                statements -> statements.list(
                        sql,
                        row -> new DeadRun(RunRows.summary(row)),
                        filter.flow(),
                        filter.flow(),
                        filter.reason(),
                        filter.reason(),
                        UUID.fromString(cursor.isEmpty() ? "ffffffff-ffff-ffff-ffff-ffffffffffff" : cursor),
                        limit));
    }

    @Override
    public List<String> replay(List<String> ids, boolean asNew, Optional<Value> editedPayload) {
        var replayed = new ArrayList<String>();
        for (var id : ids) {
            var run = isOnList(id) ? runs.find(id) : Optional.<RunRecord>empty();
            if (run.isPresent()
                    && again.test(editedPayload.map(data -> edited(run.get(), data)).orElse(run.get()))
                    && attend(id)) {
                replayed.add(id);
            }
        }
        return replayed;
    }

    private boolean isOnList(String id) {
        return database.read(
                        "looking for the run " + id,
                        statements -> statements.first(
                                "select 1 from run where id = ? and " + ON_LIST, _ -> 1, UUID.fromString(id)))
                .isPresent();
    }

    private static RunRecord edited(RunRecord run, Value data) {
        var was = run.event();
        var event = new Event(
                was.id(),
                was.type(),
                was.module(),
                was.submodule(),
                was.event(),
                was.source(),
                was.entity(),
                was.occurredAt(),
                was.receivedAt(),
                data,
                was.attributes());
        return new RunRecord(run.summary(), run.version(), run.trigger(), event, run.steps());
    }

    @Override
    public int discard(List<String> ids) {
        return (int) ids.stream().filter(this::isOnList).filter(this::attend).count();
    }

    private boolean attend(String id) {
        return database.journal()
                .write(
                        "taking the run " + id + " off the list",
                        statements -> statements.update(
                                        "merge into attended (run_id) key (run_id) values (?)", UUID.fromString(id))
                                > 0);
    }
}
