package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.AtWork;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.Engine;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Language;
import io.signalbox.store.AtWorkFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that keeps killing the program is given up, and the next start never dies of it.
final class PoisonTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);

    private void die(String point, String task) throws Exception {
        var flow = folder.resolve("flow.json");
        var json = EngineBench.flow("wo", "", false);
        Files.writeString(flow, point.equals("work") ? json.replace("plant", "cursed") : json);
        var child = new ProcessBuilder(
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
        try {
            assertTrue(child.waitFor(120, TimeUnit.SECONDS), "still alive");
            assertEquals(CrashChild.DIED, child.exitValue(), Files.readString(folder.resolve("child.log")));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void three_deaths_at_work_are_enough() throws Exception {
        die("work", "post");
        die("work", "go on");
        die("work", "go on");
        try (var bench = new EngineBench(folder.resolve("data"), new Services(), clock).started()) {
            assertEquals(RunState.DEAD, bench.state());
            assertEquals("poison", bench.run().summary().reason());
            var listed = bench.engine()
                    .dead()
                    .page(DeadList.Filter.all(), "", 10)
                    .runs()
                    .getFirst();
            assertEquals(
                    "The program died 3 times while it was at work on this run.",
                    Connectors.found().explain("", listed.reason(), Language.EN, listed.detail()));
            assertEquals(1, bench.workspace().events().ledger().failed());
            assertTrue(bench.workspace().flows().find("wo").orElseThrow().live().isPresent());
            bench.with(EngineBench.flow("wo", "", false));
            bench.pass(Duration.ofSeconds(1));
            bench.post("wo", "");
            bench.until(RunState.SUCCEEDED);
        }
    }

    @Test
    void who_only_waited_for_the_wire_is_not_to_blame() throws Exception {
        die("C6", "post");
        try (var atWork = new AtWorkFile(folder.resolve("data").resolve("at-work"))) {
            assertEquals(1, atWork.left().runs().size());
            assertEquals(Set.of(), atWork.left().suspects());
        }
    }

    @Test
    void suspects_go_first_and_one_at_a_time_and_the_innocent_clear_themselves() throws Exception {
        try (var bench = new EngineBench(folder, new Services(), clock)) {
            bench.with(EngineBench.flow("wo", "", false));
            bench.engine().close(); // From now on it only stores.
            for (int n = 0; n < 6; n++) {
                bench.post("wo", "");
            }
        }
        var suspects = new ArrayList<String>();
        var order = new CopyOnWriteArrayList<String>();
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        Gateway slow = (outgoing, _) -> {
            boolean suspect = order.size() < 2 * suspects.size();
            most.accumulateAndGet(suspect ? atOnce.incrementAndGet() : 0, Math::max);
            order.add(outgoing.headers().getOrDefault("Idempotency-Key", ""));
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            atOnce.addAndGet(suspect ? -1 : 0);
            return EngineBench.answered(200);
        };
        try (var bench = new EngineBench(folder, slow, clock, stores -> {
            stores.runs().latest("", 3).forEach(run -> suspects.add(run.id()));
            return died(stores, suspects);
        })) {
            bench.started();
            Rig.await(() -> bench.workspace().events().ledger().sent() == 6);
            assertEquals(1, most.get());
            var first = order.stream().filter(key -> !key.isEmpty()).limit(3).collect(Collectors.toSet());
            var theirs = suspects.stream()
                    .map(run -> bench.workspace().runs().find(run).orElseThrow())
                    .flatMap(run -> run.steps().stream().map(RunRecord.StepRecord::key))
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toSet());
            assertEquals(theirs, first);
        }
    }

    /// Three runs of the flow ended the program three times; two more only stood by.
    private void poison() throws Exception {
        var runs = new ArrayList<String>();
        try (var bench = new EngineBench(folder, new Services(), clock)) {
            bench.with(EngineBench.flow("wo", "", false));
            bench.engine().close(); // From now on it only stores.
            for (int n = 0; n < 5; n++) {
                bench.post("wo", "");
            }
            bench.workspace().runs().latest("", 3).forEach(run -> runs.add(run.id()));
        }
        for (int death = 0; death < 3; death++) {
            try (var bench = new EngineBench(folder, new Services(), clock, stores -> died(stores, runs))) {
                assertEquals(death == 2, bench.isPaused("wo"));
            }
        }
    }

    @Test
    void a_flow_whose_runs_keep_killing_the_program_is_paused_and_nothing_of_it_is_lost() throws Exception {
        poison();
        var services = new Services();
        try (var bench = new EngineBench(folder, services, clock).started()) {
            var why = bench.workspace().incidents().last("wo").orElseThrow();
            assertEquals(Kind.POISON, why.kind());
            assertEquals(3, bench.workspace().events().ledger().failed());
            var receipt = bench.post("wo", "");
            assertEquals(List.of("wo"), receipt.matched());
            Rig.await(() -> bench.workspace().runs().latest("", 6).stream()
                            .filter(run -> run.state() == RunState.WAITING
                                    && run.reason().equals(FlowStore.PAUSED))
                            .count()
                    == 3);
            bench.pass(Duration.ofHours(1));
            assertEquals(3, bench.workspace().events().ledger().waiting());
            assertEquals(List.of(), services.calls);
        }
        try (var bench = new EngineBench(folder, services, clock).started()) {
            assertTrue(bench.isPaused("wo"), "a restart decides nothing");
            bench.turn("wo", true);
            Rig.await(() -> bench.workspace().events().ledger().sent() == 3);
            assertEquals(0, bench.workspace().events().ledger().waiting());
            assertEquals(3, new HashSet<>(services.keys()).size());
        }
    }

    @Test
    void what_waits_for_a_paused_flow_is_given_up_when_a_person_switches_it_off() throws Exception {
        poison();
        var services = new Services();
        try (var bench = new EngineBench(folder, services, clock).started()) {
            Rig.await(() -> bench.workspace().runs().latest("", 5).stream()
                            .filter(run -> run.reason().equals(FlowStore.PAUSED))
                            .count()
                    == 2);
            bench.turn("wo", false);
            Rig.await(() -> bench.workspace().events().ledger().suppressed() == 2);
            assertEquals(List.of(), services.keys());
            assertFalse(bench.isPaused("wo"));
        }
    }

    /// As if the last process had died while it was at work on these.
    private static Engine.Stores died(Engine.Stores stores, List<String> runs) {
        var left = new AtWork() {
            @Override
            public Place enter(String run) {
                return stores.atWork().enter(run);
            }

            @Override
            public Left left() {
                return new Left(Set.copyOf(runs), Set.copyOf(runs));
            }

            @Override
            public void forget() {}
        };
        return new Engine.Stores(
                stores.events(),
                stores.runs(),
                stores.dead(),
                stores.recovery(),
                stores.incidents(),
                left,
                stores.flows(),
                stores.accounts(),
                stores.contacts(),
                stores.keys());
    }

    @Test
    void an_orderly_stop_leaves_nobody_behind() {
        var file = folder.resolve("at-work");
        try (var atWork = new AtWorkFile(file)) {
            atWork.enter("019a0000-0000-7000-8000-000000000001");
        }
        try (var atWork = new AtWorkFile(file)) {
            assertEquals(AtWork.Left.NOBODY, atWork.left());
            var place = atWork.enter("019a0000-0000-7000-8000-000000000001");
            atWork.enter("019a0000-0000-7000-8000-000000000002").rests();
            place.rests();
            place.goesOn();
        }
    }
}
