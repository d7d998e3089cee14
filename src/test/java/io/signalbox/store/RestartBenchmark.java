package io.signalbox.store;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Room;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// How long a start takes with so many runs waiting: until the database is open and settled, until the first page of
/// runs is in hand, and until the first new event is stored.
///
/// `RestartBenchmark [RUNS]`, 100,000 by default.
public final class RestartBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int BATCH = 500;

    private RestartBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var folder = Files.createTempDirectory("restart");
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        long number = fill(folder, key, runs);
        long before = cpu();
        long from = System.nanoTime();
        try (var database = Database.open(folder, key)) {
            System.out.printf("open after %d ms, %d ms of CPU%n", since(from), cpu() - before);
            var page = new SqlRunStore(database).unfinished("", Room.page(1_000), _ -> false);
            System.out.printf(
                    "the first %d runs in hand after %d ms, %d ms of CPU%n", page.size(), since(from), cpu() - before);
            new SqlEventLog(database).append(List.of(entry(number)));
            System.out.printf("the first new event stored after %d ms%n", since(from));
            System.out.println(new SqlEventLog(database).ledger() + " after " + since(from) + " ms");
            System.out.printf(
                    "%d MiB of database%n", Files.size(folder.resolve("db").resolve("signalbox.mv.db")) >> 20);
        }
    }

    private static long since(long from) {
        return (System.nanoTime() - from) / 1_000_000;
    }

    /// Of the whole process, so that a busy machine can be told from a slow start.
    private static long cpu() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static long fill(Path folder, VaultKey key, int runs) {
        long number = 0;
        try (var database = Database.open(folder, key)) {
            var events = new SqlEventLog(database);
            while (number < runs) {
                var entries = new ArrayList<EventLog.Entry>();
                for (int at = 0; at < BATCH; at++) {
                    entries.add(entry(number++));
                }
                events.append(entries);
            }
        }
        return number;
    }

    private static EventLog.Entry entry(long number) {
        var id = new UUID((NOW.toEpochMilli() << 16) | 0x7000, number * 2).toString();
        var event = new Event(
                id,
                "tasks.work_orders.new_wo",
                "tasks",
                "work_orders",
                "new_wo",
                "",
                "OT-" + number,
                NOW,
                NOW,
                Value.fields("wo_folio", Value.of("OT-" + number), "description", Value.of("x".repeat(400))),
                Value.Fields.empty());
        var run = new UUID((NOW.toEpochMilli() << 16) | 0x7000, number * 2 + 1).toString();
        return new EventLog.Entry(
                event, Optional.of("e-" + number), List.of(new NewRun(run, "flow", 1, new NodeId("trigger"))));
    }
}
