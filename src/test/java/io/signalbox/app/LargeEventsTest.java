package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits may be many times larger than the memory there is.
final class LargeEventsTest {
    private static final int EVENTS = 160;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void more_than_memory_holds_is_delivered_after_a_restart() throws Exception {
        var data = folder.resolve("data");
        try (var bench = new EngineBench(data, new Services(), new HandClock(EngineBench.START))) {
            bench.with(EngineBench.flow("wo", "", false));
            bench.engine().close(); // From now on it only stores.
            for (int at = 0; at < EVENTS; at += 40) {
                bench.engine()
                        .inbox()
                        .accept(IntStream.range(at, at + 40)
                                .mapToObj(LargeEventsTest::large)
                                .toList());
            }
        }
        assertEquals("sent 160 calls 160", carriedWith("-Xmx112m", data));
    }

    /// Of a mebibyte, as text or, now and then, as a list of short numbers, which takes the most room when it is read.
    private static Incoming large(int number) {
        return incoming("e" + number, number % 20 == 0 ? numbers(49_000) : texts(4, 250_000));
    }

    private static Value numbers(int count) {
        return new Value.Items(
                IntStream.range(0, count).mapToObj(each -> Value.of(each % 100)).toList());
    }

    private static Value texts(int count, int length) {
        return new Value.Items(IntStream.range(0, count)
                .mapToObj(_ -> Value.of("x".repeat(length)))
                .toList());
    }

    private static Incoming incoming(String identity, Value data) {
        return new Incoming(
                Optional.of(identity), "m", "s", "wo", "", "", Optional.empty(), data, Value.Fields.empty());
    }

    @Test
    void what_the_door_just_lets_in_can_be_read_again() throws Exception {
        var whole = List.of(
                Json.parse("{\"a\":".repeat(63) + "[]" + "}".repeat(63)),
                Json.parse(Json.write(numbers(49_998))),
                Json.parse(Json.write(Value.of("x".repeat(256 * 1024)))),
                Json.parse("[0.000000%s]".formatted("1".repeat(56))));
        // So can a reply that is no JSON, after which the run sleeps.
        var busy = new AtomicInteger();
        Gateway services = (outgoing, _) -> outgoing.method().equals("GET")
                ? new Exchange.Answered(new Reply(200, Map.of(), Value.of("y".repeat(900_000))))
                : EngineBench.answered(busy.getAndIncrement() < whole.size() ? 429 : 200, "Retry-After", "5");
        try (var bench = new EngineBench(folder, services, new HandClock(EngineBench.START)).started()) {
            bench.with(EngineBench.flow("wo", "", false));
            for (var data : whole) {
                var receipt = bench.engine().inbox().accept(List.of(incoming("e" + data.hashCode(), data)));
                var stored = bench.workspace().events().find(receipt.getFirst().eventId());
                assertEquals(data, stored.orElseThrow().data());
            }
            Rig.await(() -> busy.get() >= whole.size());
            bench.until(RunState.SUCCEEDED);
            // Each sleeps until a moment of its own.
            Rig.await(() -> {
                bench.pass(Duration.ofSeconds(1));
                return bench.workspace().events().ledger().waiting() == 0;
            });
            assertEquals(whole.size(), bench.workspace().events().ledger().sent());
        }
    }

    private String carriedWith(String memory, Path data) throws Exception {
        var log = folder.resolve("child.log");
        var child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        memory,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeEventsChild.class.getName(),
                        data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(child.waitFor(120, TimeUnit.SECONDS), "still at work");
            assertEquals(0, child.exitValue(), Files.readString(log));
            return Files.readString(log)
                    .lines()
                    .filter(line -> line.startsWith("sent "))
                    .findFirst()
                    .orElse("");
        } finally {
            child.destroyForcibly();
        }
    }
}
