package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A step that cannot go on holds up no other of its run: who gets a mail does not wait for a busy chat service.
final class WaitingBranchTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);

    /// Answers by the last part of the path, and tells on the way who was called.
    private static final class Branches extends Services {
        private final Map<String, Exchange> answers = new ConcurrentHashMap<>();
        private final Map<String, Consumer<String>> during = new ConcurrentHashMap<>();

        @Override
        public Exchange send(Outgoing outgoing, Optional<String> privateHost) {
            super.send(outgoing, privateHost);
            var key = outgoing.headers().getOrDefault("Idempotency-Key", "");
            during.getOrDefault(name(outgoing), _ -> {}).accept(key);
            return answers.getOrDefault(name(outgoing), EngineBench.answered(200));
        }

        private static String name(Outgoing outgoing) {
            var path = outgoing.url();
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /// How often it was called.
        private long calls(String name) {
            return calls.stream().filter(call -> name(call).equals(name)).count();
        }
    }

    private final Branches services = new Branches();
    private EngineBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new EngineBench(folder, services, clock).started();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /// One message on each branch, all ready at the same time.
    private static String branches(String ifUnknown, String... names) {
        var nodes = new ArrayList<String>();
        var wires = new ArrayList<String>();
        for (var name : names) {
            nodes.add("""
                    {"id": "NAME", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
                     "settings": {"path": "/NAME"} MORE}""".replace("NAME", name)
                    .replace("MORE", ifUnknown.isEmpty() ? "" : ", \"ifUnknown\": \"" + ifUnknown + "\""));
            wires.add("{\"from\": \"trigger\", \"to\": \"" + name + "\"}");
        }
        return """
                {"format": "signalbox.flow/1", "id": "wo", "name": "wo",
                 "nodes": [{"id": "trigger", "kind": "trigger", "type": "event",
                   "settings": {"module": "m", "submodule": "s", "event": "wo"}}, NODES],
                 "wires": [WIRES]}
                """.replace("NODES", String.join(", ", nodes)).replace("WIRES", String.join(", ", wires));
    }

    private static Exchange busy(Duration wait) {
        return EngineBench.answered(429, "Retry-After", Long.toString(wait.toSeconds()));
    }

    private void post(String flow) {
        bench.with(flow);
        bench.post("wo", "");
    }

    private void until(RunState state) throws InterruptedException {
        Rig.await(() -> bench.state() == state, () -> "the run is " + bench.state());
    }

    /// What is overdue after a leap of the clock is spread over a minute.
    private void whileTimePasses(BooleanSupplier done) throws InterruptedException {
        Rig.await(
                () -> {
                    bench.pass(Duration.ofSeconds(1));
                    return done.getAsBoolean();
                },
                () -> "the run is " + bench.state());
    }

    @Test
    void a_busy_branch_lets_the_other_go_on() throws Exception {
        services.answers.put("one", busy(Duration.ofHours(2)));
        post(branches("", "one", "two"));
        until(RunState.WAITING);
        assertEquals(StepState.DONE, bench.stepState("two"));
        assertEquals(StepState.RETRY, bench.stepState("one"));
        services.answers.clear();
        bench.until(RunState.SUCCEEDED);
        assertEquals(2, bench.run().summary().messages());
        assertEquals(2, services.calls("one"));
        assertEquals(1, services.calls("two"));
        assertFalse(bench.step("one").possibleDuplicate());
    }

    @Test
    void each_branch_is_called_again_at_its_own_time() throws Exception {
        services.answers.put("one", busy(Duration.ofHours(2)));
        services.answers.put("two", busy(Duration.ofMinutes(5)));
        post(branches("", "one", "two"));
        until(RunState.WAITING);
        services.answers.clear();
        bench.pass(Duration.ofMinutes(6));
        whileTimePasses(() -> bench.stepState("two") == StepState.DONE);
        until(RunState.WAITING);
        assertEquals(1, services.calls("one"));
        assertEquals(StepState.RETRY, bench.stepState("one"));
        bench.until(RunState.SUCCEEDED);
        assertEquals(2, services.calls("one"));
    }

    @Test
    void each_keeps_its_own_time_over_a_restart() throws Exception {
        services.answers.put("one", busy(Duration.ofHours(2)));
        services.answers.put("two", busy(Duration.ofMinutes(5)));
        post(branches("", "one", "two"));
        until(RunState.WAITING);
        bench.close();
        services.answers.clear();
        clock.pass(Duration.ofMinutes(6));
        bench = new EngineBench(folder, services, clock).started();
        whileTimePasses(() -> bench.stepState("two") == StepState.DONE);
        until(RunState.WAITING);
        assertEquals(1, services.calls("one"));
        bench.until(RunState.SUCCEEDED);
    }

    @Test
    void a_message_that_a_person_must_decide_about_holds_up_no_other() throws Exception {
        services.answers.put("one", EngineBench.lost());
        services.answers.put("two", busy(Duration.ofMinutes(5)));
        post(branches("park", "one", "two", "three"));
        until(RunState.WAITING);
        assertEquals(StepState.PARKED, bench.stepState("one"));
        assertEquals(StepState.DONE, bench.stepState("three"));
        services.answers.clear();
        bench.until(RunState.PARKED);
        assertEquals(StepState.DONE, bench.stepState("two"));
        assertEquals(1, services.calls("one"));
        assertTrue(bench.engine().desk().resolve(bench.run().summary().id(), new Settlement.Arrived("x")));
        bench.until(RunState.SUCCEEDED);
        assertEquals(1, services.calls("one"));
        assertEquals(1, services.calls("three"));
    }

    @Test
    void of_two_messages_that_nobody_knows_of_each_is_decided_about() throws Exception {
        services.answers.put("one", EngineBench.lost());
        services.answers.put("two", EngineBench.lost());
        post(branches("park", "one", "two"));
        bench.until(RunState.PARKED);
        services.answers.clear();
        var run = bench.run().summary().id();
        assertTrue(bench.engine().desk().resolve(run, new Settlement.Arrived("x")));
        Rig.await(() -> bench.stepState("one") == StepState.RECONCILED);
        until(RunState.PARKED);
        assertEquals(StepState.PARKED, bench.stepState("two"));
        assertTrue(bench.engine().desk().resolve(run, new Settlement.SendAgain()));
        bench.until(RunState.SUCCEEDED);
        assertEquals(1, services.calls("one"));
        assertEquals(2, services.calls("two"));
        assertTrue(bench.step("two").possibleDuplicate());
    }

    @Test
    void who_lets_sending_go_on_finds_the_run_though_another_step_of_it_rests_as_well() throws Exception {
        services.answers.put("look", busy(Duration.ofHours(2)));
        var flow = branches("", "one")
                .replace("\"nodes\": [", "\"nodes\": [" + """
                {"id": "look", "kind": "source", "type": "http", "connection": "plant", "operation": "get",
                 "settings": {"path": "/look"}},
                """)
                .replace("\"wires\": [", "\"wires\": [{\"from\": \"trigger\", \"to\": \"look\"}, ");
        bench.gate().settings().stop();
        post(flow);
        until(RunState.WAITING);
        assertEquals(0, services.calls("one"));
        bench.gate().settings().resume();
        Rig.await(() -> bench.stepState("one") == StepState.DONE);
        assertEquals(1, services.calls("look"));
    }

    private DeliveryStatus read(String key) {
        return new DeliveryStatus("wamid." + key, key, DeliveryStatus.State.READ, Optional.of(clock.instant()), "", "");
    }

    private void report(String key) {
        bench.workspace().deliveries().note(List.of(read(key)), clock.instant());
        bench.engine().desk().settle(read(key));
    }

    @Test
    void a_status_that_came_before_the_answer_was_lost_counts() throws Exception {
        services.answers.put("one", EngineBench.lost());
        services.during.put("one", this::report);
        post(branches("", "one"));
        bench.until(RunState.SUCCEEDED);
        assertEquals(StepState.RECONCILED, bench.stepState("one"));
        assertEquals(1, services.calls("one"));
        assertEquals(1, bench.run().summary().messages());
    }

    @Test
    void a_status_does_not_take_the_run_away_from_a_call_under_way() throws Exception {
        services.answers.put("one", EngineBench.lost());
        services.answers.put("two", busy(Duration.ofMinutes(5)));
        var keys = new ConcurrentHashMap<String, String>();
        services.during.put("one", key -> keys.put("one", key));
        post(branches("wait", "one", "two"));
        until(RunState.WAITING);
        assertEquals(StepState.UNKNOWN, bench.stepState("one"));
        services.answers.remove("two");
        services.during.put("two", _ -> report(keys.getOrDefault("one", "")));
        bench.pass(Duration.ofMinutes(6));
        whileTimePasses(() -> bench.state() == RunState.SUCCEEDED);
        assertEquals(StepState.RECONCILED, bench.stepState("one"));
        assertEquals(2, services.calls("two"));
        assertFalse(bench.step("two").possibleDuplicate());
        assertEquals(1, services.calls("one"));
    }
}
