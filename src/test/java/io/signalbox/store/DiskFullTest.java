package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.StoreException;
import io.signalbox.engine.StoreHealth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A full disk, or one that fails, costs time and nothing else.
final class DiskFullTest {
    private static final int WRITES = Integer.getInteger("signalbox.full", 80);

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void plenty() {
        FullFiles.room(Long.MAX_VALUE);
    }

    private VaultKey key() {
        return VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
    }

    @Test
    void nothing_acknowledged_is_lost_at_whichever_write_the_disk_is_full_and_it_goes_on_by_itself() throws Exception {
        var key = key();
        Database.open("memFS:/full/signalbox", key).close();
        byte[] fresh;
        try (var file = FilePath.get("memFS:/full/signalbox.mv.db").newInputStream()) {
            fresh = file.readAllBytes();
        }
        int refused = 0;
        for (int writes = 0; writes < WRITES; writes++) {
            refused += fillUp(fresh, key, writes);
        }
        assertTrue(refused > WRITES / 2, "the disk was hardly ever full: " + refused);
    }

    /// @return 1 when the disk was full before the work was done
    private static int fillUp(byte[] fresh, VaultKey key, int writes) throws Exception {
        var place = "memFS:/full-" + writes + "/signalbox";
        try (var file = FilePath.get(place + ".mv.db").newOutputStream(false)) {
            file.write(fresh);
        }
        var promises = new ArrayList<Promise>();
        var work = new Work(writes);
        int refused = 0;
        try (var database = Database.open(FullFiles.over(place), key)) {
            var events = new SqlEventLog(database);
            var runs = new SqlRunStore(database);
            FullFiles.room(writes);
            try {
                for (int at = 0; at < 6; at++) {
                    work.run(events, runs, at % 3, promises::add);
                }
            } catch (StoreException | CompletionException full) {
                refused = 1;
                assertTrue(FullFiles.isFull(), full::toString);
                FullFiles.room(Long.MAX_VALUE);
                await(() -> database.health() instanceof StoreHealth.Well);
            }
            FullFiles.room(Long.MAX_VALUE);
            work.run(events, runs, 1, promises::add);
            assertEquals(List.of(), broken(promises, events, runs), "full after " + writes + " writes");
        }
        try (var again = Database.open(FullFiles.over(place), key)) {
            assertEquals(
                    List.of(),
                    broken(promises, new SqlEventLog(again), new SqlRunStore(again)),
                    "opened again, full after " + writes + " writes");
        }
        FilePath.get(place + ".mv.db").delete();
        return refused;
    }

    private static List<String> broken(List<Promise> promises, SqlEventLog events, SqlRunStore runs) {
        return promises.stream()
                .flatMap(promise -> promise.broken(events, runs).stream())
                .toList();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not healed after 30 s");
            Thread.sleep(5);
        }
    }

    @Test
    void new_work_is_refused_before_the_disk_is_full_and_accepted_again_when_there_is_room() throws Exception {
        var free = new AtomicLong(1_000_000);
        var reserve = folder.resolve("db").resolve("reserve");
        var space = new Space(free::get, Optional.of(reserve), new Space.Limits(50_000, 500_000));
        try (var database = Database.open(folder, key(), space)) {
            database.reserve();
            assertTrue(Files.size(reserve) >= 50_000);
            var events = new SqlEventLog(database);
            var runs = new SqlRunStore(database);
            var work = new Work(1);
            var promises = new ArrayList<Promise>();
            work.run(events, runs, 1, promises::add);
            free.set(499_999);
            await(() -> database.health() instanceof StoreHealth.Full);
            assertThrows(StoreException.Full.class, () -> work.run(events, runs, 1, promises::add));
            assertEquals(1, events.ledger().accepted());
            free.set(900_000);
            await(() -> database.health() instanceof StoreHealth.Well);
            work.run(events, runs, 1, promises::add);
            assertEquals(2, events.ledger().accepted());
        }
        assertTrue(Files.notExists(reserve), "a closed workspace holds no room back");
    }

    @Test
    void a_failed_database_says_so_until_it_is_open_again() {
        var place = "memFS:/failed/signalbox";
        try (var database = Database.open(FullFiles.over(place), key())) {
            FullFiles.room(0);
            var events = new SqlEventLog(database);
            assertThrows(StoreException.class, () -> new Work(1).run(events, new SqlRunStore(database), 0, _ -> {}));
            assertInstanceOf(StoreHealth.Failed.class, database.health());
            assertThrows(StoreException.class, () -> events.latest(1));
            FullFiles.room(Long.MAX_VALUE);
        }
        FilePath.get(place + ".mv.db").delete();
    }

    /// Memory that ran out, for one: whoever writes hears of it, and the workspace goes on with the file opened anew.
    @Test
    void a_writer_that_breaks_leaves_nobody_waiting() throws Exception {
        try (var database = Database.open("memFS:/broken/signalbox", key())) {
            assertThrows(
                    StoreException.class,
                    () -> database.journal().write("breaking", _ -> {
                        throw new OutOfMemoryError("made up");
                    }));
            await(() -> database.health() instanceof StoreHealth.Well);
            assertEquals("fine", database.journal().write("writing", _ -> "fine"));
        }
    }
}
