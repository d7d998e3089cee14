package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.engine.AtWork;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Incidents.Kind;
import io.signalbox.engine.RunState;
import io.signalbox.store.AtWorkFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that keeps killing the program is given up, and the next start never dies of it.
final class PoisonTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);

    private void die(String task) throws Exception {
        var flow = folder.resolve("flow.json");
        Files.writeString(flow, EngineBench.flow("wo", "", false));
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        folder.toString(),
                        "C6",
                        flow.toString(),
                        task,
                        clock.instant().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        try {
            assertTrue(child.waitFor(60, TimeUnit.SECONDS), "still alive");
            assertEquals(CrashChild.DIED, child.exitValue(), Files.readString(folder.resolve("child.log")));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void three_deaths_are_enough() throws Exception {
        die("post");
        die("go on");
        die("go on");
        try (var bench = new EngineBench(folder.resolve("data"), new Services(), clock).started()) {
            assertEquals(RunState.DEAD, bench.state());
            assertEquals("poison", bench.run().summary().reason());
            assertEquals(1, bench.workspace().events().ledger().failed());
            assertTrue(bench.workspace().flows().find("wo").orElseThrow().live().isPresent());
            bench.pass(Duration.ofSeconds(1));
            bench.post("wo", "");
            bench.until(RunState.SUCCEEDED);
        }
    }

    @Test
    void a_flow_whose_runs_keep_killing_the_program_is_switched_off_and_says_why() throws Exception {
        var runs = new ArrayList<String>();
        Gateway broken = (_, _) -> {
            throw new IllegalStateException("broken");
        };
        try (var bench = new EngineBench(folder, broken, clock)) {
            bench.with(EngineBench.flow("wo", "", false));
            for (int n = 0; n < 3; n++) {
                bench.post("wo", "");
            }
            bench.workspace().runs().latest("", 3).forEach(run -> runs.add(run.id()));
        }
        for (int death = 0; death < 3; death++) {
            try (var bench = new EngineBench(folder, new Services(), clock, stores -> died(stores, runs))) {
                assertEquals(
                        death < 2,
                        bench.workspace()
                                .flows()
                                .find("wo")
                                .orElseThrow()
                                .live()
                                .isPresent());
            }
        }
        try (var bench = new EngineBench(folder, new Services(), clock).started()) {
            var why = bench.workspace().incidents().last("wo").orElseThrow();
            assertEquals(Kind.POISON, why.kind());
            assertEquals(3, bench.workspace().events().ledger().failed());
        }
    }

    /// As if the last process had died while it was at work on these.
    private static Engine.Stores died(Engine.Stores stores, List<String> runs) {
        var left = new AtWork() {
            @Override
            public int enter(String run) {
                return 0;
            }

            @Override
            public void leave(int place) {}

            @Override
            public Set<String> left() {
                return Set.copyOf(runs);
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
            assertTrue(atWork.left().isEmpty());
            int place = atWork.enter("019a0000-0000-7000-8000-000000000001");
            atWork.leave(place);
            assertFalse(place < 0);
        }
    }
}
