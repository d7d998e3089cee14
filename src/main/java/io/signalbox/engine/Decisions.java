package io.signalbox.engine;

import io.signalbox.engine.RunStore.Settlement;

/// What a person decides about a run that is not at its end. Thread-safe; blocks for the disk.
public interface Decisions {
    /// About the parked call of a run, which then goes on. False when the run is not parked.
    boolean resolve(String run, Settlement settlement);

    /// Ends the run. False when it had ended already.
    boolean cancel(String run);
}
