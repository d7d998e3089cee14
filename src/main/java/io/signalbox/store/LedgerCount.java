package io.signalbox.store;

import io.signalbox.engine.Ledger;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Counts the ledger from the rows of events and runs. What is settled stays settled, so only what is new or was not
/// settled the last time is counted again; what was counted before is remembered as sums. Cheap sums over the whole
/// tables tell when that memory no longer fits the rows (a clock set back, rows removed): then all is counted anew.
///
/// For one thread at a time.
final class LedgerCount {
    /// Ids of two senders may overtake each other on their way to the table: the newest of this much time are counted
    /// each time. Milliseconds.
    private static final long SETTLING = 10_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    // Each class by its own words, not as what is left over: a state that none of them knows makes the sum differ from
    // the events there are, and that is noticed.
    private static final String CLASSES = """
            select count(*) accepted,
                count(case when taken and runs = well and messages > 0 then 1 end) sent,
                count(case when taken and runs = well and messages = 0 then 1 end) suppressed,
                count(case when taken and waiting > 0 then 1 end) waiting,
                count(case when taken and waiting = 0 and failed > 0 and runs = well + failed
                    or rejected and runs = 0 then 1 end) failed,
                coalesce(sum(messages), 0) messages, coalesce(sum(runs), 0) runs
            from (
                select e.id, count(r.id) runs,
                    e.state = 'MATCHED' and count(r.id) > 0 or e.state = 'NO_MATCH' and count(r.id) = 0 taken,
                    e.state = 'REJECTED' rejected,
                    count(case when r.state = 'SUCCEEDED' then 1 end) well,
                    count(case when r.state in ('QUEUED', 'WAITING') then 1 end) waiting,
                    count(case when r.state in ('FAILED', 'DEAD', 'CANCELLED', 'PARKED') then 1 end) failed,
                    coalesce(sum(r.messages), 0) messages
                from event e %s left join run r on r.event_id = e.id
                where e.id > ? and e.id <= ?
                group by e.id, e.state)
            """;

    /// Events that may still change their class.
    private static final String UNSETTLED =
            "select distinct event_id from run where state in ('QUEUED', 'WAITING', 'PARKED')";

    private static final String EVERY = CLASSES.formatted("");
    private static final String OPEN = CLASSES.formatted("join (" + UNSETTLED + ") open on open.event_id = e.id");
    private static final String ONE = CLASSES.formatted("").replace("e.id > ? and e.id <= ?", "e.id = ?");

    private static final String TABLES =
            "select (select count(*) from event) events, (select count(*) from run) runs";

    private UUID mark = FIRST;
    private Sums settled = Sums.none();
    private Set<UUID> unsettled = Set.of();

    /// @param runs of the events counted
    private record Sums(Ledger ledger, long runs) {
        static Sums none() {
            return new Sums(new Ledger(0, 0, 0, 0, 0, 0), 0);
        }

        Sums plus(Sums other) {
            return with(other, 1);
        }

        Sums minus(Sums other) {
            return with(other, -1);
        }

        private Sums with(Sums other, int sign) {
            var one = ledger;
            var two = other.ledger;
            return new Sums(
                    new Ledger(
                            one.accepted() + sign * two.accepted(),
                            one.sent() + sign * two.sent(),
                            one.suppressed() + sign * two.suppressed(),
                            one.waiting() + sign * two.waiting(),
                            one.failed() + sign * two.failed(),
                            one.messages() + sign * two.messages()),
                    runs + sign * other.runs);
        }
    }

    /// @param accepted,runs rows of the tables
    private record Rows(long accepted, long runs) {}

    /// Every row, without anything remembered.
    static Ledger all(Statements statements) throws SQLException {
        return sums(statements, EVERY, FIRST, LAST).ledger();
    }

    /// @param statements of one transaction that sees one moment
    Ledger of(Statements statements) throws SQLException {
        var open = new HashSet<>(statements.list(UNSETTLED, row -> row.getObject(1, UUID.class)));
        var now = onwards(statements, open);
        var rows = statements
                .first(TABLES, row -> new Rows(row.getLong("events"), row.getLong("runs")))
                .orElseThrow();
        if (now.ledger().accepted() != rows.accepted() || now.runs() != rows.runs()) {
            now = afresh(statements, open);
        }
        return now.ledger();
    }

    private Sums onwards(Statements statements, Set<UUID> open) throws SQLException {
        // Settled since the last time, or taken up again.
        for (var event : unsettled) {
            if (!open.contains(event)) {
                settled = settled.plus(sums(statements, ONE, event));
            }
        }
        for (var event : open) {
            if (unsigned(event, mark) <= 0 && !unsettled.contains(event)) {
                return afresh(statements, open);
            }
        }
        move(statements, open);
        return total(statements);
    }

    private Sums afresh(Statements statements, Set<UUID> open) throws SQLException {
        mark = FIRST;
        settled = Sums.none();
        unsettled = Set.of();
        move(statements, open);
        return total(statements);
    }

    /// Takes all events up to the newest settled time into the sums, but for those that may still change.
    private void move(Statements statements, Set<UUID> open) throws SQLException {
        var to = statements
                .first("select id from event order by id desc limit 1", row -> row.getObject(1, UUID.class))
                .map(LedgerCount::before)
                .filter(id -> unsigned(id, mark) > 0)
                .orElse(mark);
        if (!to.equals(mark)) {
            settled = settled.plus(sums(statements, EVERY, mark, to)).minus(sums(statements, OPEN, mark, to));
        }
        mark = to;
        unsettled = open.stream().filter(event -> unsigned(event, to) <= 0).collect(Collectors.toUnmodifiableSet());
    }

    private Sums total(Statements statements) throws SQLException {
        var fresh = settled.plus(sums(statements, EVERY, mark, LAST));
        return unsettled.isEmpty() ? fresh : fresh.plus(sums(statements, OPEN, FIRST, mark));
    }

    private static Sums sums(Statements statements, String sql, Object... values) throws SQLException {
        List<Sums> sums = statements.list(
                sql,
                row -> new Sums(
                        new Ledger(
                                row.getLong("accepted"),
                                row.getLong("sent"),
                                row.getLong("suppressed"),
                                row.getLong("waiting"),
                                row.getLong("failed"),
                                row.getLong("messages")),
                        row.getLong("runs")),
                values);
        return sums.getFirst();
    }

    /// The largest id made so long before another one: their first 48 bits are milliseconds.
    private static UUID before(UUID id) {
        long millis = (id.getMostSignificantBits() >>> 16) - SETTLING;
        return millis <= 0 ? FIRST : new UUID((millis << 16) | 0xffff, -1);
    }

    /// As the database orders them.
    private static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
