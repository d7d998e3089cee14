package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of which most is free becomes smaller when it is opened, and nothing that it holds is lost by that.
final class ShrinkTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final int EVENTS = 2_400;

    @TempDir
    private Path folder = Path.of("");

    private VaultKey key() {
        return VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
    }

    private Path file() {
        return folder.resolve("db").resolve("signalbox.mv.db");
    }

    /// About 24 MB came in and went again, all but the data of the last few.
    private Ledger mostlyFree() {
        var noise = new SplittableRandom(7);
        try (var database = Database.open(folder, key())) {
            var log = new SqlEventLog(database);
            for (int at = 0; at < EVENTS; at += 100) {
                var entries = new ArrayList<EventLog.Entry>();
                for (int one = at; one < at + 100; one++) {
                    var id = new UUID((NOW.plusSeconds(one).toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE + one);
                    var data = new StringBuilder();
                    while (data.length() < 10_000) {
                        data.append(Long.toHexString(noise.nextLong()));
                    }
                    var event = new Event(
                            id.toString(),
                            "a.b.c",
                            "a",
                            "b",
                            "c",
                            "plant",
                            "PT-" + one,
                            NOW,
                            NOW,
                            Value.of(data.toString()),
                            Value.Fields.empty());
                    entries.add(new EventLog.Entry(event, Optional.of("identity " + one), List.of()));
                }
                log.append(entries);
            }
            var clearance = new SqlClearance(database);
            var last = "";
            do {
                last = clearance
                        .payloads(last, NOW.plusSeconds(EVENTS - 10), NOW.plusSeconds(EVENTS))
                        .last();
            } while (!last.isEmpty());
            return log.ledger();
        }
    }

    private void holds(Ledger ledger) {
        try (var database = Database.open(folder, key())) {
            var log = new SqlEventLog(database);
            assertEquals(ledger, log.ledger());
            assertEquals(Optional.empty(), log.check().fault());
            assertEquals(new Contents(0, EVENTS, 0), database.contents());
            assertEquals(10, log.latest(100).size());
            assertTrue(log.latest(1).getFirst().data().asText().length() >= 10_000);
        }
    }

    /// As a kill leaves it.
    private void die() throws SQLException {
        try (var admin = OpenDatabase.administrator(
                                folder.resolve("db").resolve("signalbox").toString(), key())
                        .getConnection();
                var statement = admin.createStatement()) {
            statement.execute("insert into setting (name, content) values ('at work', 'yes')");
            statement.execute("shutdown immediately");
        }
    }

    @Test
    void a_file_that_is_mostly_free_is_smaller_after_the_next_orderly_start() throws Exception {
        var ledger = mostlyFree();
        long before = Files.size(file());
        die();
        holds(ledger);
        assertTrue(Files.size(file()) > before / 2, "it is " + Files.size(file()));
        holds(ledger);
        long after = Files.size(file());
        System.out.printf("the file shrank from %d to %d KiB%n", before >> 10, after >> 10);
        assertTrue(before > 20_000_000, "it was " + before);
        assertTrue(after < before / 5, "it is " + after + " of " + before);
        // Written to and opened once more, as any other.
        try (var database = Database.open(folder, key())) {
            var work = new Work(1);
            var promises = new ArrayList<Promise>();
            for (int at = 0; at < 20; at++) {
                work.run(new SqlEventLog(database), new SqlRunStore(database), 1, promises::add);
            }
        }
        try (var database = Database.open(folder, key())) {
            assertEquals(EVENTS + 20, new SqlEventLog(database).ledger().accepted());
        }
        assertFalse(Files.exists(folder.resolve("db").resolve("signalbox-shrunk.mv.db")));
    }

    @Test
    void a_kill_in_the_middle_leaves_the_old_file_or_the_new_one() throws Exception {
        var ledger = mostlyFree();
        var before = Files.readAllBytes(file());
        int old = 0;
        for (int round = 0; round < 5; round++) {
            Files.write(file(), before);
            UpgradeChild.killed(folder, "signalbox-shrunk.mv.db", 30L * round);
            old += Files.size(file()) == before.length ? 1 : 0;
            holds(ledger);
        }
        assertTrue(old > 0, "it was always too late");
    }

    @Test
    void a_disk_without_room_for_the_new_file_keeps_the_old_one() throws IOException {
        var ledger = mostlyFree();
        var before = Files.readAllBytes(file());
        var place = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        for (long room : List.of(0L, 1L, 2L, 3L, 5L, 8L)) {
            Files.write(file(), before);
            FullFiles.room(room);
            try (var database = Database.open(FullFiles.over(place), key())) {
                // What can be read there is what was stored.
                assertEquals(ledger, new SqlEventLog(database).ledger());
            } catch (StoreException full) {
                assertTrue(FullFiles.isFull(), full.toString());
            } finally {
                FullFiles.room(Long.MAX_VALUE);
            }
        }
        holds(ledger);
    }
}
