package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.Receipt;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StepState;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// The engine on a real workspace, with a clock that is moved by hand and services that answer what they are told.
final class EngineBench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-21T14:00:00Z");

    private final Workspace workspace;
    private final Engine engine;
    private final HandClock clock;
    private final LiveFlows live;
    private final SendGate gate;

    /// Moved by hand.
    static final class HandClock implements InstantSource {
        private volatile Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /// Answers what it is told, and keeps what it was asked.
    static class Services implements Gateway {
        final List<Outgoing> calls = new CopyOnWriteArrayList<>();
        volatile Exchange answer = answered(200);

        @Override
        public Exchange send(Outgoing outgoing, Optional<String> privateHost) {
            calls.add(outgoing);
            return answer;
        }

        /// The keys of what was sent, in that order.
        List<String> keys() {
            return calls.stream()
                    .filter(call -> !call.method().equals("GET"))
                    .map(call -> call.headers().getOrDefault("Idempotency-Key", ""))
                    .toList();
        }
    }

    static Exchange answered(int status, String... headers) {
        var all = new LinkedHashMap<String, String>();
        for (int at = 0; at < headers.length; at += 2) {
            all.put(headers[at], headers[at + 1]);
        }
        return new Exchange.Answered(new Reply(status, all, Value.fields("ok", Value.of(true))));
    }

    static Exchange lost() {
        return new Exchange.Lost("timeout", "plant.example");
    }

    EngineBench(Path folder, Gateway gateway, HandClock clock) throws IOException {
        this(folder, gateway, clock, stores -> stores);
    }

    EngineBench(Path folder, Gateway gateway, HandClock clock, UnaryOperator<Engine.Stores> around) throws IOException {
        this.clock = clock;
        this.workspace = Workspace.open(folder, new SecureRandom(), clock).orElseThrow();
        var account = new LinkedHashMap<>(Map.of("base-url", "https://plant.example/api"));
        workspace.accounts().save(new Account("plant", "http", account, Set.of(), true), Map.of());
        var connectors = Connectors.found();
        var live = new LiveFlows(workspace.flows(), connectors);
        this.gate = Wiring.gate(workspace, gateway, connectors, live, Meters.none(), clock);
        this.engine = new Engine(
                around.apply(workspace.stores()),
                connectors,
                live,
                gate,
                new Engine.World(clock, clock, new SecureRandom()));
        this.live = live;
        gate.settings().setOnRelease(() -> engine.loop().due(clock.instant()));
        engine.prepare();
    }

    EngineBench started() {
        engine.start();
        return this;
    }

    /// A source, then one message or two.
    ///
    /// @param more members of the first message's node, such as `"ifUnknown": "park"`
    static String flow(String id, String more, boolean second) {
        var flow = """
                {"format": "signalbox.flow/1", "id": "ID", "name": "ID",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "event",
                   "settings": {"module": "m", "submodule": "s", "event": "ID"}},
                  {"id": "look", "kind": "source", "type": "http", "connection": "plant", "operation": "get",
                   "settings": {"path": "/look"}},
                  {"id": "one", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
                   "settings": {"path": "/one"} MORE}
                  SECOND],
                 "wires": [{"from": "trigger", "to": "look"}, {"from": "look", "to": "one"} WIRE]}
                """;
        return flow.replace("ID", id)
                .replace("MORE", more.isEmpty() ? "" : ", " + more)
                .replace("SECOND", second ? """
                                , {"id": "two", "kind": "connection", "type": "http", "connection": "plant",
                                   "operation": "post", "settings": {"path": "/two"}}""" : "")
                .replace("WIRE", second ? ", {\"from\": \"one\", \"to\": \"two\"}" : "");
    }

    /// Saves the flows and switches them on.
    EngineBench with(String... flows) {
        for (var json : flows) {
            save(json);
        }
        live.reload();
        return this;
    }

    private void save(String json) {
        try {
            var flow = FlowJson.read(json);
            long revision = workspace
                    .flows()
                    .find(flow.id())
                    .map(stored -> stored.revision())
                    .orElse(0L);
            workspace.flows().save(flow, revision);
            workspace.flows().switchOn(flow.id());
        } catch (UnreadableFlow | FlowChangedElsewhere unfit) {
            throw new IllegalArgumentException(unfit);
        }
    }

    /// What comes in for it waits.
    boolean isPaused(String flow) {
        return workspace.flows().find(flow).orElseThrow().isPaused();
    }

    /// A person lets a paused flow go on, or switches it off.
    void turn(String flow, boolean on) {
        assertTrue(on ? workspace.flows().switchOn(flow) : workspace.flows().switchOff(flow));
        live.reload();
    }

    private void toNextTimer() {
        workspace.runs().nextDue().ifPresent(due -> {
            if (due.isAfter(clock.instant())) {
                pass(Duration.between(clock.instant(), due));
            }
        });
    }

    /// A millisecond later than the one before, so that ids tell which came first.
    Receipt post(String flow, String identity) {
        clock.pass(Duration.ofMillis(1));
        return engine.inbox().accept(List.of(event(flow, identity))).getFirst();
    }

    static Incoming event(String flow, String identity) {
        return new Incoming(
                identity.isEmpty() ? Optional.empty() : Optional.of(identity),
                "m",
                "s",
                flow,
                "",
                "",
                Optional.empty(),
                Value.fields("n", Value.of(1)),
                Value.Fields.empty());
    }

    /// Moves the clock, and lets the engine see it.
    void pass(Duration time) {
        clock.pass(time);
        engine.loop().due(START);
    }

    SendGate gate() {
        return gate;
    }

    Engine engine() {
        return engine;
    }

    Workspace workspace() {
        return workspace;
    }

    RunRecord run() {
        var newest = workspace.runs().latest("", 1).getFirst();
        return workspace.runs().find(newest.id()).orElseThrow();
    }

    RunState state() {
        return run().summary().state();
    }

    RunRecord.StepRecord step(String id) {
        return run().steps().stream()
                .filter(step -> step.step().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    StepState stepState(String id) {
        return run().steps().stream()
                .filter(step -> step.step().toString().equals(id))
                .map(RunRecord.StepRecord::state)
                .findFirst()
                .orElse(StepState.PENDING);
    }

    /// Where it stays, time goes on meanwhile, at each look to the next timer.
    void until(RunState state) throws InterruptedException {
        Rig.await(() -> {
            if (state.isFailure() || state.isFinal()) {
                toNextTimer();
            }
            return !workspace.runs().latest("", 1).isEmpty() && state() == state;
        });
    }

    @Override
    public void close() {
        engine.close();
        workspace.close();
    }
}
