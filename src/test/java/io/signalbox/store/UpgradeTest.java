package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.RunState;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of other versions of the program.
final class UpgradeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final UUID EVENT = new UUID((NOW.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
    private static final UUID RUN = new UUID((NOW.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE + 1);

    @TempDir
    private Path folder = Path.of("");

    private VaultKey key() {
        return VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
    }

    private Path file() {
        return folder.resolve("db").resolve("signalbox.mv.db");
    }

    private String place() {
        return folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
    }

    @FunctionalInterface
    private interface Sql {
        void on(Connection admin) throws SQLException;
    }

    private void as(String place, Sql sql) throws SQLException {
        try (var admin = OpenDatabase.administrator(place, key()).getConnection()) {
            sql.on(admin);
            OpenDatabase.end(admin);
        }
    }

    /// As the first version of the program left it, with an event and its run.
    private void firstVersion() throws SQLException, IOException {
        Files.createDirectories(folder.resolve("db"));
        migrated("1", "V1__workspace.sql");
        var event = new Event(
                EVENT.toString(),
                "a.b.c",
                "a",
                "b",
                "c",
                "plant",
                "PT-1042",
                NOW,
                NOW,
                Value.fields("code", Value.of("x")),
                Value.Fields.empty());
        as(place(), admin -> {
            try (var insert = admin.prepareStatement(
                    "insert into event (id, received_at, type, body) values (?, ?, 'a.b.c', ?)")) {
                insert.setObject(1, EVENT);
                insert.setObject(2, NOW.atOffset(ZoneOffset.UTC));
                insert.setBytes(3, EventBody.bytes(event));
                insert.execute();
            }
            try (var insert = admin.prepareStatement("""
                    insert into run (id, event_id, flow_id, version, trigger_node, subject, state, messages, started_at,
                        ended_at) values (?, ?, 'f', 1, 't', 'PT-1042', 'SUCCEEDED', 1, ?, ?)
                    """)) {
                insert.setObject(1, RUN);
                insert.setObject(2, EVENT);
                insert.setObject(3, NOW.atOffset(ZoneOffset.UTC));
                insert.setObject(4, NOW.atOffset(ZoneOffset.UTC));
                insert.execute();
            }
        });
    }

    /// Only these migrations, and the number that the program of the time noted.
    private void migrated(String noted, String... names) throws SQLException, IOException {
        var some = Files.createDirectories(folder.resolve("migrations"));
        for (var name : names) {
            try (var in = Objects.requireNonNull(Database.class.getResourceAsStream("migration/" + name))) {
                Files.copy(in, some.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        var administrator = OpenDatabase.administrator(place(), key());
        try (var admin = administrator.getConnection();
                var statement = admin.createStatement()) {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(administrator)
                    .locations("filesystem:" + some)
                    .table("schema_history")
                    .outOfOrder(true)
                    .load()
                    .migrate();
            statement.execute("create user if not exists SB_APP password '" + key().password("db-app") + "'");
            statement.execute("grant select, insert, update, delete on schema public to SB_APP");
            statement.execute("merge into setting key (name) values ('schema', '" + noted + "')");
            OpenDatabase.end(admin);
        }
    }

    private void holdsTheRows() {
        try (var database = Database.open(folder, key())) {
            var log = new SqlEventLog(database);
            assertEquals("PT-1042", log.find(EVENT.toString()).orElseThrow().entity());
            assertEquals(
                    RunState.SUCCEEDED,
                    new SqlRunStore(database)
                            .find(RUN.toString())
                            .orElseThrow()
                            .summary()
                            .state());
            assertEquals(
                    "accepted 1 = sent 1 + suppressed 0 + waiting 0 + failed 0",
                    log.ledger().toString());
            // All of what was added since can be used.
            assertEquals(new Contents(0, 1, 1), database.contents());
        }
    }

    @Test
    void a_file_of_the_first_version_is_brought_up_to_date_with_its_rows_and_backed_up_before() throws Exception {
        firstVersion();
        var before = Files.readAllBytes(file());
        holdsTheRows();
        var backup = folder.resolve("backups").resolve("before-upgrade-from-1.zip");
        assertEquals(new Contents(0, 1, 1), new Backups(folder, key()).verify(backup));
        assertFalse(Files.exists(folder.resolve("db").resolve("signalbox-upgrade.mv.db")));
        // The way back: what the old program left, byte by byte.
        try (var zip = new ZipFile(backup.toFile());
                var in = zip.getInputStream(zip.getEntry("signalbox.mv.db"))) {
            assertArrayEquals(before, in.readAllBytes());
        }
        holdsTheRows();
    }

    /// Until then the program wrote chunks without sums.
    @Test
    void a_file_from_before_the_sums_stays_whole_after_the_upgrade() throws Exception {
        firstVersion();
        var plain = place() + "-plain.mv.db";
        MVStore.compact(CheckedFiles.over(place()) + ".mv.db", plain, false, null);
        Files.move(Path.of(plain), file(), StandardCopyOption.REPLACE_EXISTING);
        for (int at = 0; at < 3; at++) {
            holdsTheRows();
        }
        var backups = new Backups(folder, key());
        assertTrue(backups.restore(folder.resolve("backups").resolve("before-upgrade-from-1.zip"), NOW)
                .isPresent());
        holdsTheRows();
        holdsTheRows();
    }

    @Test
    void a_file_that_notes_schema_5_and_lacks_what_others_added_meanwhile_gets_it() throws Exception {
        firstVersion();
        migrated("5", "V2__states.sql", "V5__audit.sql");
        holdsTheRows();
    }

    @Test
    void a_file_of_a_newer_version_is_refused_and_untouched() throws Exception {
        Database.open(folder, key()).close();
        NewerFile.in(folder, 99);
        var before = Files.readAllBytes(file());
        for (int at = 0; at < 2; at++) {
            var refused = assertThrows(StoreException.Newer.class, () -> Database.open(folder, key(), () -> NOW));
            assertEquals(99, refused.schema());
            assertArrayEquals(before, Files.readAllBytes(file()));
        }
        assertFalse(Files.exists(folder.resolve("quarantine")), "it is not damaged");
    }

    @Test
    void a_disk_that_runs_full_at_any_write_of_the_upgrade_leaves_the_old_file() throws Exception {
        firstVersion();
        var before = Files.readAllBytes(file());
        int failed = 0;
        for (long room = 0; ; room = room < 8 ? room + 1 : room * 2) {
            FullFiles.room(room);
            try (var _ = Database.open(FullFiles.over(place()), key())) {
                break;
            } catch (StoreException full) {
                failed++;
            } finally {
                FullFiles.room(Long.MAX_VALUE);
            }
            assertArrayEquals(before, Files.readAllBytes(file()), "room for " + room + " writes");
        }
        assertTrue(failed > 10, "the disk was full only " + failed + " times");
        holdsTheRows();
    }

    @Test
    void a_kill_in_the_middle_of_the_upgrade_leaves_the_old_file_or_the_new_one() throws Exception {
        firstVersion();
        var before = Files.readAllBytes(file());
        int old = 0;
        for (int round = 0; round < 6; round++) {
            Files.write(file(), before);
            UpgradeChild.killed(folder, "signalbox-upgrade.mv.db", 100L * round);
            old += Arrays.equals(before, Files.readAllBytes(file())) ? 1 : 0;
            holdsTheRows();
        }
        assertTrue(old > 0, "every upgrade had ended before the kill");
    }
}
