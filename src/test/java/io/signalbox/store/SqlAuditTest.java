package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.Actor;
import io.signalbox.access.Audit;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.engine.Health;
import io.signalbox.engine.StoreException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlAuditTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T14:03:11.123456Z"));

    @TempDir
    private Path folder = Path.of("");

    private VaultKey key;
    private Database database;
    private SqlAudit audit;

    @BeforeEach
    void open() {
        key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        database = Database.open(folder, key);
        audit = new SqlAudit(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void record(String... subjects) {
        for (var subject : subjects) {
            audit.record(Audit.Deed.of("flow.enable", subject));
        }
    }

    /// As somebody would who has the machine and the key.
    private void tampered(String sql) throws Exception {
        database.close();
        var file = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        try (var connection = OpenDatabase.administrator(file, key).getConnection();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
        open();
    }

    @Test
    void the_newest_entry_comes_first_and_names_who_acted() {
        record("one");
        new Actor("token:t", Set.of(Scope.ADMIN)).doing(() -> {
            record("two");
            return true;
        });
        var page = audit.page(Long.MAX_VALUE, 10);
        assertEquals(
                List.of("two", "one"),
                page.stream().map(entry -> entry.deed().subject()).toList());
        assertEquals(
                List.of("token:t", "window"),
                page.stream().map(Audit.Entry::actor).toList());
        assertEquals(
                List.of(1L), audit.page(2, 10).stream().map(Audit.Entry::number).toList());
        assertEquals(Optional.empty(), audit.firstBroken());
    }

    @Test
    void whatever_is_edited_or_taken_out_is_found() throws Exception {
        record("one", "two", "three", "four");
        for (var column : List.of("actor", "action", "subject", "before_hash", "after_hash")) {
            var was = column.equals("actor")
                    ? "window"
                    : column.equals("action") ? "flow.enable" : column.equals("subject") ? "two" : "";
            tampered("update audit.entry set " + column + " = 'x' where number = 2");
            assertEquals(Optional.of(2L), audit.firstBroken(), column);
            tampered("update audit.entry set " + column + " = '" + was + "' where number = 2");
            assertEquals(Optional.empty(), audit.firstBroken(), column);
        }
        tampered("update audit.entry set at = timestamp '2020-01-01 00:00:00+00:00' where number = 4");
        assertEquals(Optional.of(4L), audit.firstBroken());
        tampered("delete from audit.entry where number = 3");
        assertEquals(Optional.of(3L), audit.firstBroken());
        var vitals = new SqlVitals(database, folder);
        var health = new Health(vitals, database::health, Optional::empty, audit::firstBroken, CLOCK);
        assertFalse(health.isReady());
        assertTrue(health.findings().stream().anyMatch(finding -> finding.key().equals("audit") && !finding.good()));
    }

    @Test
    void the_program_itself_can_neither_change_nor_delete_an_entry() {
        record("one");
        for (var sql : List.of(
                "update audit.entry set actor = 'x'",
                "delete from audit.entry",
                "truncate table audit.entry",
                "drop table audit.entry",
                "alter table audit.entry add column x int")) {
            assertThrows(
                    StoreException.class,
                    () -> database.journal().write("tampering", statements -> statements.update(sql)),
                    sql);
        }
        assertEquals(Optional.empty(), audit.firstBroken());
    }

    @Test
    void entries_of_many_at_once_stand_in_one_chain() {
        IntStream.range(0, 200).parallel().forEach(n -> record("s" + n));
        assertEquals(200, audit.page(Long.MAX_VALUE, 500).size());
        assertEquals(Optional.empty(), audit.firstBroken());
    }

    @Test
    void a_change_and_its_entry_are_stored_together_and_no_secret_stands_in_it() {
        var accounts = new SqlAccounts(database, audit, key, new SecureRandom());
        var account = new Account(
                "plant",
                "http",
                new LinkedHashMap<>(Map.of("base-url", "https://a.example")),
                Set.of("password"),
                true);
        accounts.save(account, Map.of("password", new Secret("canary-4711")));
        accounts.remove("plant");
        assertFalse(accounts.remove("plant"));
        var page = audit.page(Long.MAX_VALUE, 10);
        assertEquals(
                List.of("connection.remove", "connection.secret"),
                page.stream().map(entry -> entry.deed().action()).toList());
        assertEquals(page.getLast().deed().after(), page.getFirst().deed().before());
        assertFalse(page.toString().contains("canary"));
    }
}
