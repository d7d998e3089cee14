package io.signalbox.store;

import io.signalbox.access.Actor;
import io.signalbox.access.Audit;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The audit trail as rows. Other stores add their entry in the transaction of the change itself, so that neither
/// exists without the other.
public final class SqlAudit implements Audit {
    private static final String NOTHING = "0".repeat(64);
    private static final int PAGE = 1_000;

    private final Database database;
    private final InstantSource clock;

    public SqlAudit(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// An entry to be, in the name of the thread that asks for it; the transaction runs on another one.
    Line line(Deed deed) {
        // As exact as the database keeps it: the hash must be found again.
        return new Line(Actor.current().name(), clock.instant().truncatedTo(ChronoUnit.MILLIS), deed);
    }

    /// Who did what when, before it has its place in the chain.
    record Line(String actor, Instant at, Deed deed) {
        Line {
            deed = new Deed(deed.action(), cut(deed.subject()), deed.before(), deed.after());
        }

        /// Only the journal's one thread may call this: the chain has one end.
        void add(Statements statements) throws SQLException {
            var last = statements.first("select * from audit.entry order by number desc limit 1", SqlAudit::read);
            long number = last.map(Entry::number).orElse(0L) + 1;
            var hash = hash(last.map(Entry::hash).orElse(NOTHING), number, this);
            statements.update(
                    "insert into audit.entry values (?, ?, ?, ?, ?, ?, ?, ?)",
                    number,
                    at,
                    actor,
                    deed.action(),
                    deed.subject(),
                    deed.before(),
                    deed.after(),
                    HexFormat.of().parseHex(hash));
        }

        private static String cut(String text) {
            return text.length() <= 200 ? text : text.substring(0, 200);
        }
    }

    @Override
    public void record(Deed deed) {
        var line = line(deed);
        database.journal().write("writing the audit trail", statements -> {
            line.add(statements);
            return true;
        });
    }

    @Override
    public List<Entry> page(long before, int limit) {
        return database.read(
                "reading the audit trail",
                statements -> statements.list(
                        "select * from audit.entry where number < ? order by number desc limit ?",
                        SqlAudit::read,
                        before,
                        limit));
    }

    @Override
    public Optional<Long> firstBroken() {
        var previous = NOTHING;
        long last = 0;
        while (true) {
            long from = last;
            var page = database.read(
                    "checking the audit trail",
                    statements -> statements.list(
                            "select * from audit.entry where number > ? order by number limit ?",
                            SqlAudit::read,
                            from,
                            PAGE));
            for (var entry : page) {
                last++;
                var line = new Line(entry.actor(), entry.at(), entry.deed());
                if (entry.number() != last || !entry.hash().equals(hash(previous, last, line))) {
                    return Optional.of(last);
                }
                previous = entry.hash();
            }
            if (page.size() < PAGE) {
                return Optional.empty();
            }
        }
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                Statements.instant(row, "at"),
                row.getString("actor"),
                new Deed(
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("before_hash"),
                        row.getString("after_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static String hash(String previous, long number, Line line) {
        var content = Value.texts(List.of(
                previous,
                String.valueOf(number),
                line.at().toString(),
                line.actor(),
                line.deed().action(),
                line.deed().subject(),
                line.deed().before(),
                line.deed().after()));
        return hash(content);
    }

    /// SHA-256 of a value as JSON, in hexadecimal digits.
    static String hash(Value content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.bytes(content)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
