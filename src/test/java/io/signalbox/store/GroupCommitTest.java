package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.gate.GateStore.Sent;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many write at once, some of them what cannot be written: each gets its own answer, and what was answered holds.
final class GroupCommitTest {
    private static final int WRITERS = 16;
    private static final int TURNS = 40;
    private static final int PEOPLE = 5;
    private static final int CAP = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder = Path.of("");

    private final Set<String> written = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> counted = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_writer_gets_its_own_answer_and_no_cap_is_passed(long seed) throws Exception {
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        var lots = new SplittableRandom(seed);
        try (var database = Database.open(folder, key);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = new SqlGate(database, key);
            var writers = IntStream.range(0, WRITERS)
                    .<Callable<Boolean>>mapToObj(writer -> {
                        var own = lots.split();
                        return () -> write(database, gate, writer, own);
                    })
                    .toList();
            for (var ended : workers.invokeAll(writers)) {
                assertTrue(ended.get());
            }
        }
        counted.forEach((person, runs) ->
                assertEquals(Math.min(CAP, asked.getOrDefault(person, Set.of()).size()), runs.size(), person));
        try (var database = Database.open(folder, key)) {
            var kept = database.read(
                    "reading",
                    statements -> statements.list(
                            "select name from setting where name like 'turn-%'", row -> row.getString(1)));
            assertEquals(written, Set.copyOf(kept));
            var messages = database.read(
                    "counting",
                    statements -> statements.list("select count(*) from sent_message", row -> row.getInt(1)));
            assertEquals(List.of(counted.values().stream().mapToInt(Set::size).sum()), messages);
        }
    }

    private boolean write(Database database, SqlGate gate, int writer, SplittableRandom lots) {
        var own = new HashMap<Integer, String>();
        for (int turn = 0; turn < TURNS; turn++) {
            var name = "turn-" + writer + "-" + turn;
            switch (lots.nextInt(4)) {
                case 0 -> assertTrue(refused(database, name), "what failed was answered as written");
                case 1, 2 -> {
                    assertEquals(1, insert(database, name));
                    written.add(name);
                }
                default -> {
                    int who = lots.nextInt(PEOPLE);
                    // Now and then the same message once more, which counts once.
                    var run = own.computeIfAbsent(
                            lots.nextInt(8) * PEOPLE + who, _ -> new UUID(lots.nextLong(), lots.nextLong()).toString());
                    var person = "551199999000" + who;
                    asked.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet())
                            .add(run);
                    if (gate.count(new Sent(run, "send", person, TODAY), CAP)) {
                        counted.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet())
                                .add(run);
                    }
                }
            }
        }
        return true;
    }

    private static int insert(Database database, String name) {
        return database.journal()
                .write(
                        "inserting",
                        statements -> statements.update("insert into setting (name, content) values (?, '')", name));
    }

    /// Writes, then fails: the row must be gone with it, and whoever was of the same group must not.
    private static boolean refused(Database database, String name) {
        try {
            database.journal()
                    .submit(statements -> {
                        statements.update("insert into setting (name, content) values (?, '')", name);
                        throw new SQLException("refused");
                    })
                    .join();
            return false;
        } catch (CompletionException _) {
            return true;
        }
    }
}
