package io.signalbox.store;

import io.signalbox.engine.AtWork;
import io.signalbox.engine.Recovery;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Sets stored runs right after a crash, and after a sleep.
public final class SqlRecovery implements Recovery {
    private static final int PAGE = 1_000;

    private final Database database;

    public SqlRecovery(Database database) {
        this.database = database;
    }

    @Override
    public List<String> crashed(AtWork.Left left, int most, Instant at) {
        return database.journal().write("counting crashes", statements -> {
            var flows = new LinkedHashSet<String>();
            for (var run : left.runs()) {
                var id = UUID.fromString(run);
                int open = statements.update(
                        "update run set crash_count = crash_count + ? where id = ? and state in ('QUEUED', 'WAITING')",
                        left.suspects().contains(run) ? 1 : 0,
                        id);
                if (open == 0) {
                    continue;
                }
                for (var step : TakeUp.steps(statements, id)) {
                    if (step.state().isOpen()) {
                        TakeUp.lose(statements, step);
                    }
                }
                int dead = statements.update("""
                        update run set state = 'DEAD', due_at = null, reason = ?, detail = ?, ended_at = ?,
                            fence = fence + 1
                        where id = ? and state = 'QUEUED' and crash_count >= ?
                        """, POISON, Integer.toString(most), at, id, most);
                if (dead > 0) {
                    flows.add(flow(statements, id));
                }
            }
            flows.removeIf(flow -> !isPoisoned(statements, flow, most));
            return List.copyOf(flows);
        });
    }

    private static String flow(Statements statements, UUID run) throws SQLException {
        return statements
                .first("select flow_id from run where id = ?", row -> row.getString(1), run)
                .orElseThrow();
    }

    private static boolean isPoisoned(Statements statements, String flow, int most) {
        try {
            return statements
                            .first("""
                                    select count(*) from run where flow_id = ? and state = 'DEAD' and reason = ?
                                        and ended_at > coalesce(
                                            (select max(at) from incident where subject = ? and kind = 'POISON'),
                                            timestamp with time zone '1970-01-01 00:00:00+00:00')
                                    """, row -> row.getLong(1), flow, POISON, flow)
                            .orElse(0L)
                    >= most;
        } catch (SQLException failure) {
            throw new IllegalStateException("counting dead runs of " + flow, failure);
        }
    }

    @Override
    public int spread(Instant now, Duration over, RandomGenerator random) {
        int all = 0;
        int moved;
        do {
            moved = database.journal().write("spreading overdue runs", statements -> {
                var overdue = statements.list(
                        "select id from run where state = 'WAITING' and due_at <= ? limit " + PAGE,
                        row -> row.getObject(1, UUID.class),
                        now);
                for (var run : overdue) {
                    statements.update(
                            "update run set due_at = ? where id = ? and state = 'WAITING'",
                            now.plusMillis(1 + random.nextLong(over.toMillis())),
                            run);
                }
                return overdue.size();
            });
            all += moved;
        } while (moved == PAGE);
        return all;
    }

    @Override
    public Backlog backlog() {
        return database.read(
                        "measuring the backlog",
                        statements ->
                                statements.first("""
                                select count(*) runs, coalesce(sum(octet_length(e.body)), 0) bytes
                                from run r join event e on e.id = r.event_id where r.state in ('QUEUED', 'WAITING')
                                """, row -> new Backlog(row.getLong("runs"), row.getLong("bytes"))))
                .orElseThrow();
    }
}
