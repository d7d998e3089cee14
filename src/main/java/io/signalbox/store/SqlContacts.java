package io.signalbox.store;

import io.signalbox.engine.gate.Contacts;
import io.signalbox.engine.gate.Recipient;
import io.signalbox.engine.gate.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who wrote to us when, and the ledger of consents. Kept under a hash of the address; what every message asks for is
/// held in memory, too.
public final class SqlContacts implements Contacts {
    private static final int LONGEST = 200;

    private final Database database;
    private final ContactKeys keys;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Consent> consents = new ConcurrentHashMap<>();

    private record Row<T>(String id, T content) {}

    public SqlContacts(Database database, VaultKey key) {
        this.database = database;
        this.keys = new ContactKeys(key);
        moveFirstVersion();
        database.read(
                        "reading the contacts",
                        statements -> statements.list(
                                "select id, heard_at from contact where heard_at is not null",
                                row -> new Row<>(row.getString("id"), Statements.instant(row, "heard_at"))))
                .forEach(row -> heard.put(row.id(), row.content()));
        database.read(
                        "reading the consents",
                        statements -> statements.list(
                                "select contact, state from consent order by line",
                                row -> new Row<>(row.getString("contact"), Consent.valueOf(row.getString("state")))))
                .forEach(row -> consents.put(row.id(), row.content()));
    }

    /// Until version 3 numbers stood in the clear.
    private void moveFirstVersion() {
        record Before(String digits, Instant heardAt, boolean optedOut) {}
        var all = database.read(
                "reading the first contacts",
                statements -> statements.list(
                        "select * from contact_v1",
                        row -> new Before(
                                row.getString("digits"),
                                Statements.instant(row, "heard_at"),
                                row.getBoolean("opted_out"))));
        if (all.isEmpty()) {
            return;
        }
        database.journal().write("moving the contacts under their hashes", statements -> {
            for (var before : all) {
                var id = keys.of(before.digits());
                hear(statements, id, before.digits(), before.heardAt());
                if (before.optedOut()) {
                    add(statements, id, Entry.written(before.heardAt(), Consent.WITHDRAWN));
                }
            }
            return statements.update("delete from contact_v1");
        });
    }

    @Override
    public Optional<Instant> lastHeardFrom(String address) {
        return heard.isEmpty() ? Optional.empty() : Optional.ofNullable(heard.get(keys.of(address)));
    }

    @Override
    public Consent consent(String address) {
        return consents.isEmpty() ? Consent.UNKNOWN : consents.getOrDefault(keys.of(address), Consent.UNKNOWN);
    }

    @Override
    public void heard(String address, Instant at, Wish wish) {
        var id = keys.of(address);
        var said = switch (wish) {
            case STOP -> Optional.of(Consent.WITHDRAWN);
            case START -> Optional.of(Consent.GIVEN);
            case NOTHING -> Optional.<Consent>empty();
        };
        heard.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
        said.ifPresent(consent -> consents.put(id, consent));
        database.journal().write("storing that somebody wrote", statements -> {
            if (said.isPresent()) {
                add(statements, id, Entry.written(at, said.get()));
            }
            return hear(statements, id, address, at);
        });
    }

    @Override
    public void record(String address, Entry entry) {
        var id = keys.of(address);
        consents.put(id, entry.consent());
        database.journal().write("storing a consent", statements -> {
            if (statements
                    .first("select 1 from contact where id = ?", row -> 1, id)
                    .isEmpty()) {
                statements.update(
                        "insert into contact (id, masked) values (?, ?)",
                        id,
                        Recipient.of(address).masked());
            }
            return add(statements, id, entry);
        });
    }

    @Override
    public List<Entry> history(String address) {
        return database.read(
                "reading a person's consents",
                statements -> statements.list(
                        "select * from consent where contact = ? order by line", SqlContacts::entry, keys.of(address)));
    }

    @Override
    public List<Said> said(long before, int limit) {
        return database.read(
                "reading the last words",
                statements -> statements.list(
                        """
                        select consent.*, coalesce(contact.masked, '') as masked
                        from consent left join contact on contact.id = consent.contact
                        where line < ? and not exists (
                            select 1 from consent newer
                            where newer.contact = consent.contact and newer.line > consent.line)
                        order by line desc limit ?
                        """, row -> new Said(row.getLong("line"), row.getString("masked"), entry(row)), before, limit));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Statements.instant(row, "said_at"),
                Consent.valueOf(row.getString("state")),
                row.getString("how"),
                row.getString("by_whom"));
    }

    @Override
    public boolean forget(String address) {
        var id = keys.of(address);
        heard.remove(id);
        boolean unwanted = consents.get(id) == Consent.WITHDRAWN;
        if (!unwanted) {
            consents.remove(id);
        }
        return database.journal().write("forgetting a person", statements -> {
            int known = statements.update("delete from contact where id = ?", id)
                    + statements.update("delete from sent_message where contact = ?", id);
            if (!unwanted) {
                return known + statements.update("delete from consent where contact = ?", id) > 0;
            }
            known += statements.update(
                    "delete from consent where contact = ? and line < (select max(line) from consent where contact = ?)",
                    id,
                    id);
            statements.update("update consent set how = '', by_whom = '' where contact = ?", id);
            return known > 0;
        });
    }

    private static int hear(Statements statements, String id, String address, Instant at) throws SQLException {
        return statements.update(
                "merge into contact (id, masked, heard_at) key (id) values (?, ?, ?)",
                id,
                Recipient.of(address).masked(),
                at);
    }

    private static int add(Statements statements, String id, Entry entry) throws SQLException {
        return statements.update(
                "insert into consent (contact, said_at, state, how, by_whom) values (?, ?, ?, ?, ?)",
                id,
                entry.at(),
                entry.consent().name(),
                cut(entry.how()),
                cut(entry.by()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
