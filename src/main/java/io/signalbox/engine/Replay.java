package io.signalbox.engine;

/// Runs again what has run, with the same event. Thread-safe; blocks for the disk.
public interface Replay {
    /// What came of it.
    enum Outcome {
        /// A new run of the flow, as it is live now, is on stable storage.
        STARTED,
        /// Nothing was stored: the executor is off.
        NOT_LISTENING,
        /// Nothing was stored: the flow is off, has lost the run's trigger, or its condition does not hold.
        NOT_MATCHED
    }

    Outcome again(RunRecord run);
}
