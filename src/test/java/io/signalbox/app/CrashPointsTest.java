package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process dies at each point where it hurts, and the next one finds what it must and does what it should.
final class CrashPointsTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);

    private Process child(String point, String more, String task) throws IOException {
        var flow = folder.resolve("flow.json");
        Files.writeString(flow, EngineBench.flow("wo", more, point.equals("C10")));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.toString(),
                        point,
                        flow.toString(),
                        task,
                        clock.instant().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private void die(String point, String more, String task) throws IOException, InterruptedException {
        var child = child(point, more, task);
        try {
            assertTrue(child.waitFor(120, TimeUnit.SECONDS), "still alive");
            assertEquals(CrashChild.DIED, child.exitValue(), Files.readString(folder.resolve("child.log")));
        } finally {
            child.destroyForcibly();
        }
    }

    private EngineBench opened() throws IOException {
        return new EngineBench(folder.resolve("data"), CrashChild.recorder(folder.resolve("calls")), clock);
    }

    /// What the outside world saw: the end of the address, and the key.
    private List<String> calls(String address) throws IOException {
        var file = folder.resolve("calls");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith(address + " "))
                        .toList()
                : List.of();
    }

    private void sentOnce(EngineBench bench) throws Exception {
        bench.until(RunState.SUCCEEDED);
        assertEquals(1, calls("one").size());
        assertFalse(bench.step("one").possibleDuplicate());
        assertEquals(1, bench.workspace().runs().latest("", 10).size());
        assertEquals(1, bench.workspace().events().ledger().accepted());
    }

    @Test
    void c1_half_a_body_is_no_event_and_its_sender_sees_the_end() throws Exception {
        var child = child("C1", "", "post");
        try {
            var door = folder.resolve("door");
            Rig.await(() -> Files.exists(door) || !child.isAlive());
            var lines = Files.readAllLines(door);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(lines.getFirst()))) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream()
                        .write(("POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + lines.getLast()
                                        + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n"
                                        + "{\"id\": \"identity\", \"module\": \"tasks\",")
                                .getBytes(StandardCharsets.US_ASCII));
                child.destroyForcibly().waitFor();
                assertEquals("", heard(socket));
            }
        } finally {
            child.destroyForcibly();
        }
        try (var bench = opened()) {
            assertEquals(0, bench.workspace().events().ledger().accepted());
            bench.with(EngineBench.flow("wo", "", false));
            bench.started();
            assertFalse(bench.post("wo", "identity").duplicate());
            sentOnce(bench);
        }
    }

    /// Nothing as well when the end comes as a reset.
    private static String heard(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    @Test
    void c2_stored_or_not_the_sender_was_told_nothing_and_sends_again() throws Exception {
        die("C2", "", "post");
        try (var bench = opened().started()) {
            bench.post("wo", "identity");
            sentOnce(bench);
        }
    }

    @Test
    void c3_stored_but_not_answered_the_repeat_meets_the_first() throws Exception {
        die("C3", "", "post");
        try (var bench = opened().started()) {
            var receipt = bench.post("wo", "identity");
            assertTrue(receipt.duplicate());
            assertEquals(List.of("wo"), receipt.matched());
            sentOnce(bench);
        }
    }

    @Test
    void c4_accepted_is_done_after_the_restart() throws Exception {
        die("C4", "", "post");
        try (var bench = opened().started()) {
            sentOnce(bench);
        }
    }

    @Test
    void c5_while_matching_nothing_is_stored_and_the_repeat_starts_one_run() throws Exception {
        die("C5", "", "post");
        try (var bench = opened().started()) {
            assertEquals(0, bench.workspace().events().ledger().accepted());
            assertFalse(bench.post("wo", "identity").duplicate());
            sentOnce(bench);
        }
    }

    @Test
    void c6_a_fetch_under_way_is_repeated() throws Exception {
        die("C6", "", "post");
        try (var bench = opened().started()) {
            sentOnce(bench);
            assertEquals(2, calls("look").size());
        }
    }

    @Test
    void c7_before_the_intent_is_stored_nothing_was_called() throws Exception {
        die("C7", "", "post");
        assertEquals(List.of(), calls("one"));
        try (var bench = opened().started()) {
            sentOnce(bench);
        }
    }

    @Test
    void c8_an_intent_without_result_is_sent_again_with_the_same_key_and_marked() throws Exception {
        die("C8", "", "post");
        try (var bench = opened()) {
            assertEquals(StepState.UNKNOWN, bench.stepState("one"));
            bench.started().until(RunState.SUCCEEDED);
            assertEquals(1, calls("one").size());
            assertTrue(bench.step("one").possibleDuplicate());
            assertEquals(2, bench.step("one").attempt());
        }
    }

    @Test
    void c9_an_answer_that_was_not_recorded_is_the_one_real_duplicate_and_says_so() throws Exception {
        die("C9", "", "post");
        die("C9", "", "go on");
        try (var bench = opened().started()) {
            bench.until(RunState.SUCCEEDED);
            assertEquals(3, calls("one").size());
            assertEquals(1, calls("one").stream().distinct().count());
            assertTrue(bench.step("one").possibleDuplicate());
            assertEquals(1, bench.workspace().events().ledger().sent());
        }
    }

    @Test
    void c9_with_park_nothing_more_goes_out_until_somebody_decides() throws Exception {
        die("C9", "\"ifUnknown\": \"park\"", "post");
        try (var bench = opened().started()) {
            bench.until(RunState.PARKED);
            assertEquals(StepState.PARKED, bench.stepState("one"));
            assertEquals(1, bench.workspace().events().ledger().failed());
            assertEquals(1, calls("one").size());
            assertTrue(bench.engine().desk().resolve(bench.run().summary().id(), new Settlement.Arrived("")));
            bench.until(RunState.SUCCEEDED);
            assertEquals(StepState.RECONCILED, bench.stepState("one"));
            assertEquals(1, calls("one").size());
            assertEquals(1, bench.workspace().events().ledger().sent());
        }
    }

    @Test
    void c9_with_wait_the_services_status_settles_it() throws Exception {
        die("C9", "\"ifUnknown\": \"wait\"", "post");
        try (var bench = opened().started()) {
            bench.until(RunState.WAITING);
            var key = bench.step("one").key();
            assertFalse(bench.engine().desk().settle(report("another")));
            assertTrue(bench.engine().desk().settle(report(key)));
            bench.until(RunState.SUCCEEDED);
            assertEquals(StepState.RECONCILED, bench.stepState("one"));
            assertEquals(1, calls("one").size());
            assertFalse(bench.engine().desk().settle(report(key)));
        }
    }

    @Test
    void c9_with_wait_and_no_status_it_is_parked_after_an_hour() throws Exception {
        die("C9", "\"ifUnknown\": \"wait\"", "post");
        try (var bench = opened().started()) {
            bench.until(RunState.WAITING);
            bench.pass(Duration.ofMinutes(61));
            bench.until(RunState.PARKED);
            assertEquals("no-status", bench.run().summary().reason());
            assertTrue(bench.engine().desk().resolve(bench.run().summary().id(), new Settlement.SendAgain()));
            bench.until(RunState.SUCCEEDED);
            assertEquals(2, calls("one").size());
            assertEquals(1, calls("one").stream().distinct().count());
            assertTrue(bench.step("one").possibleDuplicate());
        }
    }

    @Test
    void c10_what_is_done_is_never_sent_again() throws Exception {
        die("C10", "", "post");
        try (var bench = opened().started()) {
            bench.until(RunState.SUCCEEDED);
            assertEquals(1, calls("one").size());
            assertEquals(1, calls("two").size());
            assertFalse(bench.step("one").possibleDuplicate());
            assertTrue(bench.step("two").possibleDuplicate());
        }
    }

    @Test
    void c11_a_sleeping_run_goes_on_when_its_time_comes_or_has_passed() throws Exception {
        die("C11", "", "post");
        try (var bench = opened().started()) {
            assertEquals(RunState.WAITING, bench.state());
            bench.pass(Duration.ofHours(2));
            bench.until(RunState.SUCCEEDED);
            assertEquals(2, calls("one").size());
            assertFalse(bench.step("one").possibleDuplicate());
        }
    }

    private static DeliveryStatus report(String key) {
        return new DeliveryStatus("wamid.1", key, DeliveryStatus.State.DELIVERED, Optional.empty(), "", "");
    }
}
