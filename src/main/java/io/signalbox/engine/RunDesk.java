package io.signalbox.engine;

import io.signalbox.connector.DeliveryStatus;
import io.signalbox.engine.RunStore.Settled;
import io.signalbox.engine.RunStore.Settlement;
import java.time.InstantSource;
import java.util.Optional;

/// What people and services may do to runs that are not at their end. Thread-safe; blocks for the disk.
public final class RunDesk implements Decisions {
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

    /// A service reported what became of what was sent with the report's key.
    ///
    /// @return false when nobody waited for it, which is the usual case
    public boolean settle(DeliveryStatus report) {
        return goOn(runs.settle(
                report.key(),
                report.state() == DeliveryStatus.State.FAILED
                        ? new Settlement.NotTaken(report.reason(), report.detail())
                        : new Settlement.Arrived(report.externalId())));
    }

    @Override
    public boolean resolve(String run, Settlement settlement) {
        return goOn(runs.resolve(run, settlement));
    }

    private boolean goOn(Optional<Settled> settled) {
        settled.ifPresent(run -> {
            if (run.parked()) {
                // It was counted as ended.
                admission.accepted(1, 0);
            }
            loop.started(run.run());
        });
        return settled.isPresent();
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
