package io.signalbox.store;

import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.RunSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts runs by flow and day in the database, so that no list of runs is read for it.
record RunCounts(Database database) {

    // Ids of runs grow with time.
    private static final String LAST = """
            select r.*, 0 undelivered from run r
            join (select flow_id, max(id) id from run group by flow_id) last on last.id = r.id
            """;

    Map<String, FlowActivity> activity(List<Instant> days, Statements.Row<RunSummary> summary) {
        var columns = new ArrayList<String>();
        var bounds = new ArrayList<@Nullable Object>();
        for (int day = 0; day < days.size(); day++) {
            columns.add("""
                    count(case when started_at >= ? and started_at < ? and state = 'SUCCEEDED' then 1 end) well%1$d,
                    count(case when started_at >= ? and started_at < ? and state in ('FAILED', 'DEAD', 'CANCELLED', 'PARKED') then 1 end) \
                    failed%1$d""".formatted(day));
            var until = day + 1 < days.size() ? days.get(day + 1) : FAR;
            bounds.addAll(List.of(days.get(day), until, days.get(day), until));
        }
        bounds.add(days.getFirst());
        var sql = "select flow_id, " + String.join(", ", columns) + " from run where started_at >= ? group by flow_id";
        return database.read("counting the runs of each flow", statements -> {
            var counted = new HashMap<String, List<FlowActivity.Day>>();
            statements.list(
                    sql, row -> counted.put(row.getString("flow_id"), days(row, days.size())), bounds.toArray());
            var activity = new HashMap<String, FlowActivity>();
            for (var last : statements.list(LAST, summary)) {
                activity.put(
                        last.flow(), new FlowActivity(last, counted.getOrDefault(last.flow(), quiet(days.size()))));
            }
            return Map.copyOf(activity);
        });
    }

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private static List<FlowActivity.Day> days(ResultSet row, int count) throws SQLException {
        var days = new ArrayList<FlowActivity.Day>();
        for (int day = 0; day < count; day++) {
            days.add(new FlowActivity.Day(row.getInt("well" + day), row.getInt("failed" + day)));
        }
        return days;
    }

    private static List<FlowActivity.Day> quiet(int count) {
        return java.util.Collections.nCopies(count, new FlowActivity.Day(0, 0));
    }
}
