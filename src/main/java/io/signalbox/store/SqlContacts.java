package io.signalbox.store;

import io.signalbox.engine.Contacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who wrote to us when, and who wants no more messages. Held in memory and in the table.
public final class SqlContacts implements Contacts {
    private final Database database;
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();

    private record Contact(String digits, Instant heardAt, boolean optedOut) {}

    public SqlContacts(Database database) {
        this.database = database;
        database.read(
                        "reading the contacts",
                        statements -> statements.list(
                                "select * from contact",
                                row -> new Contact(
                                        row.getString("digits"),
                                        Statements.instant(row, "heard_at"),
                                        row.getBoolean("opted_out"))))
                .forEach(contact -> contacts.put(contact.digits(), contact));
    }

    @Override
    public Optional<Instant> lastHeardFrom(String digits) {
        return Optional.ofNullable(contacts.get(digits)).map(Contact::heardAt);
    }

    @Override
    public boolean hasOptedOut(String digits) {
        var contact = contacts.get(digits);
        return contact != null && contact.optedOut();
    }

    @Override
    public void heard(String digits, Instant at, boolean stop) {
        var contact = new Contact(digits, at, stop);
        contacts.put(digits, contact);
        database.journal()
                .write(
                        "storing that " + digits + " wrote",
                        statements -> statements.update(
                                "merge into contact (digits, heard_at, opted_out) key (digits) values (?, ?, ?)",
                                digits,
                                at,
                                stop));
    }
}
