package io.signalbox.store;

import io.signalbox.engine.RunState;
import io.signalbox.engine.StoreException;
import io.signalbox.engine.Vitals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How the store is, found out by trying.
public final class SqlVitals implements Vitals {
    private final Database database;
    private final Path folder;

    /// @param folder of the workspace
    public SqlVitals(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public void probe() {
        database.journal()
                .write(
                        "trying whether the store can be written",
                        statements -> statements.update(
                                "merge into setting key (name) values ('probe', ?)",
                                String.valueOf(database.commits())));
    }

    @Override
    public long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException failure) {
            throw new StoreException("asking how much room is left in " + folder, failure);
        }
    }

    @Override
    public Backlog backlog() {
        return database.read(
                        "measuring what waits",
                        statements ->
                                statements.first("""
                                select count(*) runs, coalesce(sum(octet_length(e.body)), 0) bytes
                                from run r join event e on e.id = r.event_id where r.state in ('QUEUED', 'WAITING')
                                """, row -> new Backlog(row.getLong("runs"), row.getLong("bytes"))))
                .orElse(new Backlog(0, 0));
    }

    @Override
    public Optional<Instant> oldestOverdue(Instant now) {
        return database.read("looking for the oldest overdue run", statements -> {
            var queued = statements
                    .first(
                            "select min(started_at) since from run where state = 'QUEUED'",
                            row -> Statements.optionalInstant(row, "since"))
                    .flatMap(since -> since);
            var asleep = statements
                    .first(
                            "select min(due_at) since from run where state = 'WAITING' and due_at <= ?",
                            row -> Statements.optionalInstant(row, "since"),
                            now)
                    .flatMap(since -> since);
            return queued.isPresent() && asleep.isPresent()
                    ? Optional.of(queued.get().isBefore(asleep.get()) ? queued.get() : asleep.get())
                    : queued.or(() -> asleep);
        });
    }

    @Override
    public Optional<Instant> newestEvent() {
        return database.read(
                "looking for the newest event",
                statements -> statements.first(
                        "select received_at from event order by id desc limit 1",
                        row -> Statements.instant(row, "received_at")));
    }

    @Override
    public Map<RunState, Long> runs() {
        return database.read("counting runs by state", statements -> {
            var counts = new EnumMap<RunState, Long>(RunState.class);
            statements.list(
                    "select state, count(*) runs from run group by state",
                    row -> counts.put(RunState.valueOf(row.getString("state")), row.getLong("runs")));
            return counts;
        });
    }
}
