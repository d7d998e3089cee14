package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.Poller;
import io.signalbox.engine.RunState;
import io.signalbox.engine.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Polls and runs share what they know of a service that is out of order.
final class PollBreakerTest {
    private static final int POLLS = 20;

    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);
    private final Services services = new Services();
    private EngineBench bench;
    private Timekeeper timekeeper;

    @BeforeEach
    void open() throws Exception {
        bench = new EngineBench(folder, services, clock).started();
        var workspace = bench.workspace();
        var flows = new ArrayList<>(List.of(EngineBench.flow("wo", "", false)));
        for (int at = 0; at < POLLS; at++) {
            flows.add("""
                    {"format": "signalbox.flow/1", "id": "poll-%d", "name": "Poll", "wires": [],
                     "nodes": [{"id": "trigger", "kind": "trigger", "type": "poll", "settings": {"service": "http",
                       "connection": "plant", "operation": "get", "every": 5, "items": "rows", "key": "id"}}]}
                    """.formatted(at));
        }
        bench.with(flows.toArray(String[]::new));
        var connectors = Connectors.found();
        var live = new LiveFlows(workspace.flows(), connectors);
        live.reload();
        var gate = Wiring.gate(workspace, services, connectors, live, Meters.none(), clock);
        timekeeper = new Timekeeper(
                live,
                workspace.triggers(),
                bench.engine().inbox(),
                new Poller(
                        workspace.accounts(), connectors, gate, bench.engine().breakers(), clock),
                Runnable::run,
                clock,
                new Random(1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void failed_polls_open_the_breaker_for_polls_and_runs_and_one_good_call_closes_it() throws Exception {
        services.answer = EngineBench.answered(503);
        timekeeper.tick();
        assertEquals(List.of("plant"), bench.engine().breakers().open());
        int calls = services.calls.size();
        assertEquals(POLLS, calls);
        bench.post("wo", "");
        Rig.await(() -> bench.state() == RunState.WAITING);
        assertEquals("breaker", bench.run().summary().reason());
        clock.pass(Duration.ofSeconds(20));
        timekeeper.tick();
        assertEquals(calls, services.calls.size());
        assertEquals("breaker", bench.workspace().triggers().all().getFirst().reason());
        services.answer = EngineBench.answered(200);
        clock.pass(Duration.ofMinutes(2));
        timekeeper.tick();
        assertEquals(List.of(), bench.engine().breakers().open());
        bench.until(RunState.SUCCEEDED);
    }
}
