package io.signalbox.app;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.engine.RunState;
import java.nio.file.Path;

/// A process that carries everything that waits in a workspace to its end. It says how many calls it made.
final class LargeEventsChild {
    private LargeEventsChild() {}

    /// @param arguments folder of the workspace
    public static void main(String[] arguments) throws Exception {
        var services = new Services();
        try (var bench = new EngineBench(Path.of(arguments[0]), services, new HandClock(EngineBench.START)).started()) {
            Rig.await(() -> bench.workspace().events().ledger().waiting() == 0);
            long sent = bench.workspace().runs().latest("", 1_000).stream()
                    .filter(run -> run.state() == RunState.SUCCEEDED)
                    .count();
            System.out.println("sent " + sent + " calls " + services.keys().size());
        }
    }
}
