package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private VaultKey key() {
        return VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
    }

    private Backups backups() {
        return new Backups(folder, key());
    }

    private static List<Promise> work(Database database, long seed, int events) {
        var promises = new ArrayList<Promise>();
        var work = new Work(seed);
        for (int at = 0; at < events; at++) {
            work.run(new SqlEventLog(database), new SqlRunStore(database), 1, promises::add);
        }
        return promises;
    }

    private static List<String> broken(List<Promise> promises, Database database) {
        return promises.stream()
                .flatMap(promise -> promise.broken(new SqlEventLog(database), new SqlRunStore(database)).stream())
                .toList();
    }

    @Test
    void a_copy_made_under_load_holds_what_was_acknowledged_before_it() throws Exception {
        var file = folder.resolve("copy.zip");
        List<Promise> before;
        try (var database = Database.open(folder, key())) {
            before = work(database, 1, 50);
            var on = new AtomicBoolean(true);
            var load = Thread.ofVirtual().start(() -> {
                for (long seed = 2; on.get(); seed++) {
                    work(database, seed, 1);
                }
            });
            var copy = backups().make(database, file);
            on.set(false);
            load.join();
            assertTrue(copy.contents().events() >= 50, copy.toString());
        }
        var aside = backups().restore(file, NOW).orElseThrow();
        assertTrue(Files.exists(aside), "the old file is kept");
        try (var database = Database.open(folder, key())) {
            assertEquals(List.of(), broken(before, database));
        }
    }

    @Test
    void a_damaged_copy_and_one_of_another_workspace_are_refused_and_change_nothing() throws Exception {
        var file = folder.resolve("copy.zip");
        try (var database = Database.open(folder, key())) {
            work(database, 1, 5);
            backups().make(database, file);
        }
        var stranger = VaultKey.open(folder.resolve("other.key"), new SecureRandom());
        assertThrows(StoreException.class, () -> new Backups(folder, stranger).restore(file, NOW));
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(file, bytes);
        assertThrows(StoreException.class, () -> backups().restore(file, NOW));
        try (var database = Database.open(folder, key())) {
            assertEquals(5, new SqlEventLog(database).ledger().accepted());
        }
    }

    @Test
    void a_folder_named_from_where_one_stands_will_do() throws Exception {
        var near = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "near");
        var file = near.resolve("copy.zip");
        try (var database = Database.open(near, key())) {
            work(database, 1, 3);
            assertEquals(
                    3, new Backups(near, key()).make(database, file).contents().events());
        }
        assertTrue(new Backups(near, key()).restore(file, NOW).isPresent());
    }

    @Test
    void seven_days_four_weeks_and_three_months_are_kept() throws Exception {
        try (var database = Database.open(folder, key())) {
            for (int day = 0; day < 100; day += 1) {
                var now = NOW.plus(Duration.ofDays(day));
                if (day == 0) {
                    assertTrue(backups().due(database, now, BackupPlan.STANDARD).isPresent());
                    assertTrue(backups()
                            .due(database, now.plusSeconds(3600), BackupPlan.STANDARD)
                            .isEmpty());
                } else {
                    // Copies of a copy: a hundred real ones would take minutes.
                    Files.copy(backups().named(NOW), backups().named(now));
                }
            }
            Files.delete(backups().named(NOW.plus(Duration.ofDays(99))));
            assertTrue(backups()
                    .due(database, NOW.plus(Duration.ofDays(99)), BackupPlan.STANDARD)
                    .isPresent());
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            assertEquals(7 + 2 + 1, files.count());
        }
    }

    @Test
    void a_damaged_database_is_put_aside_and_the_newest_copy_takes_its_place() throws Exception {
        var random = new SplittableRandom(20261122);
        List<Promise> before;
        byte[] copied;
        var place = folder.resolve("db").resolve("signalbox.mv.db");
        try (var database = Database.open(folder, key())) {
            before = work(database, 1, 30);
            backups().due(database, NOW, BackupPlan.STANDARD);
            copied = Files.readAllBytes(place);
            work(database, 2, 3);
        }
        var sound = Files.readAllBytes(place);
        int repaired = 0;
        int wanted = 11;
        // Most of the file is no longer in use.
        for (int round = 0; round < 500 && repaired < wanted; round++) {
            var damaged = sound.clone();
            damaged[old(copied, sound, random)] ^= (byte) (1 << random.nextInt(8));
            Files.write(place, damaged);
            try (var database = Database.open(folder, key(), () -> NOW.plusSeconds(60))) {
                assertEquals(List.of(), broken(before, database), "round " + round);
                repaired += database.repaired().isPresent() ? 1 : 0;
                if (database.repaired().isPresent()) {
                    var done = database.repaired().get();
                    assertTrue(damaged.length <= Files.size(done.aside()), "nothing of it is cut off");
                    assertEquals(NOW, done.from());
                }
            }
        }
        assertEquals(wanted, repaired, "hardly any damage was found");
    }

    /// A byte that was there before the last writes: what happens to those cannot be told from a write that a power cut
    /// tore, which is taken back.
    private static int old(byte[] before, byte[] now, SplittableRandom random) {
        return IntStream.generate(() -> random.nextInt(Math.min(before.length, now.length)))
                .filter(at -> before[at] != 0 && before[at] == now[at])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_damaged_database_without_a_copy_stays_where_it_is() throws IOException {
        try (var database = Database.open(folder, key())) {
            work(database, 1, 30);
        }
        var place = folder.resolve("db").resolve("signalbox.mv.db");
        var damaged = Files.readAllBytes(place);
        for (int at = 0; at < damaged.length; at += 512) {
            damaged[at + 300] ^= 1;
        }
        Files.write(place, damaged);
        assertThrows(StoreException.class, () -> Database.open(folder, key(), () -> NOW));
        assertEquals(damaged.length, Files.size(place));
    }
}
