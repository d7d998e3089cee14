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
    // the events there are, and that is noticed. Events themselves are only counted in indexes: their rows are long.
    private static final String RUNS = """
            select count(*) events,
                count(case when runs = well and messages > 0 then 1 end) sent,
                count(case when runs = well and messages = 0 then 1 end) suppressed,
                count(case when waiting > 0 then 1 end) waiting,
                count(case when waiting = 0 and failed > 0 and runs = well + failed then 1 end) failed,
                coalesce(sum(messages), 0) messages, coalesce(sum(runs), 0) runs
            from (
                select event_id, count(*) runs,
                    count(case when state = 'SUCCEEDED' then 1 end) well,
                    count(case when state in ('QUEUED', 'WAITING') then 1 end) waiting,
                    count(case when state in ('FAILED', 'DEAD', 'CANCELLED', 'PARKED') then 1 end) failed,
                    sum(messages) messages
                from run where %s
                group by event_id)
            """;

    private static final String EVERY = RUNS.formatted("event_id > ? and event_id <= ?");
    private static final String ONE = RUNS.formatted("event_id = ?");

    /// Of the events that may still change their class.
    private static final String OPEN = RUNS.formatted("""
            event_id in (select event_id from run
                where state in ('QUEUED', 'WAITING', 'PARKED') and event_id > ? and event_id <= ?)
            """);

    private static final String THESE = RUNS.formatted("event_id = any(?)");
    private static final String THESE_IN = "select count(*) from event where state = ? and id = any(?)";

    private static final String UNSETTLED =
            "select distinct event_id from run where state in ('QUEUED', 'WAITING', 'PARKED')";

    private static final String EVENTS = "select count(*) from event where id > ? and id <= ?";
    private static final String EVENTS_IN = "select count(*) from event where state = ? and id > ? and id <= ?";

    /// Of what was removed from the tables and still counts.
    private static final String REMOVED =
            "select accepted events, sent, suppressed, 0 waiting, failed, messages, runs from removed";

    private static final String TABLES = """
            select (select count(*) from event) + accepted events, (select count(*) from run) + runs runs from removed
            """;

    private UUID mark = FIRST;
    private Sums settled = Sums.none();
    private Sums last = Sums.none();
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

    /// Rows of the tables, and those that were removed.
    record Rows(long events, long runs) {}

    /// Every row, without anything remembered.
    static Ledger all(Statements statements) throws SQLException {
        return every(statements, FIRST, LAST).plus(sums(statements, REMOVED)).ledger();
    }

    /// Goes on counting events whose rows are removed within the same transaction. All of their runs have ended.
    ///
    /// @param events their ids
    static void remember(Statements statements, Object[] events) throws SQLException {
        var started = sums(statements, THESE, (Object) events);
        var runs = started.ledger();
        statements.update(
                """
                update removed set accepted = accepted + ?, sent = sent + ?, suppressed = suppressed + ?,
                    failed = failed + ?, messages = messages + ?, runs = runs + ?
                """,
                events.length,
                runs.sent(),
                runs.suppressed() + number(statements, THESE_IN, "NO_MATCH", events),
                runs.failed() + number(statements, THESE_IN, "REJECTED", events),
                runs.messages(),
                started.runs());
    }

    /// How many rows there are. Free of charge outside a transaction that sees one moment, a walk over all within one.
    static Rows rows(Statements statements) throws SQLException {
        return statements
                .first(TABLES, row -> new Rows(row.getLong("events"), row.getLong("runs")))
                .orElseThrow();
    }

    /// What changed since the last time is counted.
    ///
    /// @param statements of one transaction that sees one moment
    Ledger of(Statements statements) throws SQLException {
        last = onwards(statements, open(statements));
        return last.ledger();
    }

    /// Everything is counted, and that is what is gone on from.
    ///
    /// @param statements of one transaction that sees one moment
    Ledger afresh(Statements statements) throws SQLException {
        last = afresh(statements, open(statements));
        return last.ledger();
    }

    /// False when the last count cannot be right, since it found other rows than there are.
    boolean isBetween(Rows one, Rows other) {
        long events = last.ledger().accepted();
        return Math.min(one.events(), other.events()) <= events
                && events <= Math.max(one.events(), other.events())
                && Math.min(one.runs(), other.runs()) <= last.runs()
                && last.runs() <= Math.max(one.runs(), other.runs());
    }

    private static Set<UUID> open(Statements statements) throws SQLException {
        return new HashSet<>(statements.list(UNSETTLED, row -> row.getObject(1, UUID.class)));
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
        // What is removed later is among the settled already.
        settled = sums(statements, REMOVED);
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
            settled = settled.plus(every(statements, mark, to)).minus(sums(statements, OPEN, mark, to));
        }
        mark = to;
        unsettled = open.stream().filter(event -> unsigned(event, to) <= 0).collect(Collectors.toUnmodifiableSet());
    }

    private Sums total(Statements statements) throws SQLException {
        var fresh = settled.plus(every(statements, mark, LAST));
        return unsettled.isEmpty() ? fresh : fresh.plus(sums(statements, OPEN, FIRST, mark));
    }

    /// All events of a range, with or without runs.
    private static Sums every(Statements statements, UUID after, UUID to) throws SQLException {
        var started = sums(statements, EVERY, after, to);
        var runs = started.ledger();
        var ledger = new Ledger(
                number(statements, EVENTS, after, to),
                runs.sent(),
                runs.suppressed() + number(statements, EVENTS_IN, "NO_MATCH", after, to),
                runs.waiting(),
                runs.failed() + number(statements, EVENTS_IN, "REJECTED", after, to),
                runs.messages());
        return new Sums(ledger, started.runs());
    }

    private static long number(Statements statements, String sql, Object... values) throws SQLException {
        return statements.first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /// Events that started runs.
    private static Sums sums(Statements statements, String sql, Object... values) throws SQLException {
        List<Sums> sums = statements.list(
                sql,
                row -> new Sums(
                        new Ledger(
                                row.getLong("events"),
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
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
