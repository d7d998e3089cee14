package io.signalbox.store;

import io.signalbox.engine.Archive;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.Weight;
import io.signalbox.flow.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Pages of runs, events and versions. Ids grow with time, so a page goes on from an id and never counts rows.
public final class SqlArchive implements Archive {
    private static final String LAST = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final Database database;

    public SqlArchive(Database database) {
        this.database = database;
    }

    @Override
    public List<RunSummary> runs(Filter filter, String before, int limit) {
        var where = new ArrayList<>(List.of("id < ?"));
        var values = new ArrayList<@Nullable Object>(List.of(id(before)));
        narrow(filter, where, values);
        values.add(limit);
        var sql = "select " + RunRows.SUMMARY + " from run r where " + String.join(" and ", where)
                + " order by id desc limit ?";
        return database.read("reading runs", statements -> statements.list(sql, RunRows::summary, values.toArray()));
    }

    @Override
    public long count(Filter filter) {
        var where = new ArrayList<>(List.of("1 = 1"));
        var values = new ArrayList<@Nullable Object>();
        narrow(filter, where, values);
        var sql = "select count(*) from run where " + String.join(" and ", where);
        return database.read(
                "counting runs",
                statements -> statements
                        .list(sql, row -> row.getLong(1), values.toArray())
                        .getFirst());
    }

    @Override
    public Mentions mentions(List<RunSummary> runs, String text, Room room) {
        var mention = new Mention(text);
        return database.read("looking into runs", statements -> {
            var found = new HashSet<String>();
            var left = room;
            int looked = 0;
            for (var run : runs) {
                if (!left.isLeft()) {
                    break;
                }
                var data = data(statements, run);
                if (data.stream().anyMatch(mention::isIn)) {
                    found.add(run.id());
                }
                looked++;
                left = left.less(data.stream().mapToLong(Weight::of).sum());
            }
            return new Mentions(found, looked);
        });
    }

    /// What came in, and of each step what was asked and answered.
    private static List<Value> data(Statements statements, RunSummary run) throws SQLException {
        var data = new ArrayList<Value>();
        EventBody.read(statements, List.of(UUID.fromString(run.eventId())), new Room(1, Long.MAX_VALUE))
                .forEach(event -> data.addAll(List.of(event.data(), event.attributes())));
        statements
                .list("select * from step where run_id = ?", RunRows::step, UUID.fromString(run.id()))
                .forEach(step -> data.addAll(List.of(step.request(), step.output())));
        return data;
    }

    private static void narrow(Filter filter, List<String> where, List<@Nullable Object> values) {
        if (!filter.flows().isEmpty()) {
            where.add("flow_id in " + places(filter.flows().size()));
            values.addAll(filter.flows());
        }
        if (!filter.about().isEmpty()) {
            // No wildcards: what a person types is looked for as it is.
            where.add("locate(?, lower(subject)) > 0");
            values.add(filter.about().toLowerCase(Locale.ROOT));
        }
        if (!filter.event().isEmpty()) {
            where.add("event_id = ?");
            values.add(UUID.fromString(filter.event()));
        }
        filter.from().ifPresent(from -> {
            where.add("started_at >= ?");
            values.add(from);
        });
        if (!filter.states().isEmpty()) {
            where.add("state in " + places(filter.states().size()));
            filter.states().forEach(state -> values.add(state.name()));
        }
    }

    private static String places(int count) {
        return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }

    @Override
    public Events events(String before, int limit) {
        return database.read("reading events", statements -> {
            var ids = statements.list(
                    "select id from event where id < ? order by id desc limit ?",
                    row -> row.getObject(1, UUID.class),
                    id(before),
                    limit + 1);
            var page = ids.subList(0, Math.min(limit, ids.size()));
            var events = EventBody.read(statements, page, Room.page(limit));
            return new Events(events, events.size() < ids.size());
        });
    }

    private static UUID id(String before) {
        return UUID.fromString(before.isEmpty() ? LAST : before);
    }

    @Override
    public List<Version> versions(String flow) {
        return database.read(
                "reading the versions of the flow " + flow,
                statements -> statements.list(
                        "select number, identity, made_at from flow_version where flow_id = ? order by number desc",
                        row -> new Version(
                                row.getLong("number"), row.getString("identity"), Statements.instant(row, "made_at")),
                        flow));
    }
}
