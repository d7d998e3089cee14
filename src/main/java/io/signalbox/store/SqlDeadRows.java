package io.signalbox.store;

import io.signalbox.engine.DeadList.Filter;
import io.signalbox.engine.DeadList.Page;
import io.signalbox.engine.DeadRows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Given-up runs to which nobody has attended. Ids of runs grow with time, so a page begins after an id.
public final class SqlDeadRows implements DeadRows {
    private final Database database;

    public SqlDeadRows(Database database) {
        this.database = database;
    }

    @Override
    public Page page(Filter filter, String cursor, int limit) {
        var where = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        where.add(filter.states().stream()
                .sorted()
                .map(state -> "'" + state + "'")
                .collect(Collectors.joining(", ", "state in (", ")")));
        where.add("not attended");
        if (!filter.flow().isEmpty()) {
            where.add("flow_id = ?");
            values.add(filter.flow());
        }
        if (!filter.reason().isEmpty()) {
            where.add("reason = ?");
            values.add(filter.reason());
        }
        filter.from().ifPresent(from -> {
            where.add("ended_at >= ?");
            values.add(from);
        });
        filter.until().ifPresent(until -> {
            where.add("ended_at < ?");
            values.add(until);
        });
        if (!cursor.isEmpty()) {
            where.add("id < ?");
            values.add(UUID.fromString(cursor));
        }
        values.add(limit + 1);
        var sql = "select " + RunRows.SUMMARY + " from run r where " + String.join(" and ", where)
                + " order by id desc limit ?";
        var found = database.read(
                "reading given-up runs", statements -> statements.list(sql, RunRows::summary, values.toArray()));
        boolean more = found.size() > limit;
        var runs = more ? found.subList(0, limit) : found;
        return new Page(runs, more ? runs.getLast().id() : "");
    }

    @Override
    public boolean isListed(String run) {
        return database.read(
                        "looking for the given-up run " + run,
                        statements -> statements.first(
                                "select 1 from run where id = ? and state in ('DEAD', 'FAILED') and not attended",
                                _ -> 1,
                                UUID.fromString(run)))
                .isPresent();
    }

    @Override
    public int discard(List<String> runs) {
        return database.journal().write("discarding given-up runs", statements -> {
            int discarded = 0;
            for (var run : runs) {
                discarded += statements.update(
                        "update run set attended = true where id = ? and state in ('DEAD', 'FAILED') and not attended",
                        UUID.fromString(run));
            }
            return discarded;
        });
    }
}
