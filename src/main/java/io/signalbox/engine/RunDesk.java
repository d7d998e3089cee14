package io.signalbox.engine;

import io.signalbox.engine.RunStore.Settlement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// What people and services may do to runs that are not at their end. Thread-safe; blocks for the disk.
public final class RunDesk implements Decisions {
    /// What services call a message that they did not deliver.
    private static final Set<String> NOT_TAKEN = Set.of("failed", "undelivered", "rejected", "canceled");

    private final RunStore runs;
    private final RunLoop loop;
    private final Admission admission;
    private final InstantSource clock;

    public RunDesk(RunStore runs, RunLoop loop, Admission admission, InstantSource clock) {
        this.runs = runs;
        this.loop = loop;
        this.admission = admission;
        this.clock = clock;
    }

    /// A service reported the status of what was sent with this key.
    ///
    /// @param status in the service's own word
    /// @return false when nobody waited for it, which is the usual case
    public boolean settle(String key, String externalId, String status) {
        return goOn(runs.settle(
                key,
                NOT_TAKEN.contains(status)
                        ? new Settlement.NotTaken("status", status)
                        : new Settlement.Arrived(externalId)));
    }

    @Override
    public boolean resolve(String run, Settlement settlement) {
        return goOn(runs.resolve(run, settlement));
    }

    private boolean goOn(Optional<StoredRun> run) {
        run.ifPresent(taken -> {
            admission.accepted(1, 0);
            loop.started(taken);
        });
        return run.isPresent();
    }

    @Override
    public boolean cancel(String run) {
        boolean cancelled = runs.cancel(run, clock.instant());
        if (cancelled) {
            admission.ended();
        }
        return cancelled;
    }
}
