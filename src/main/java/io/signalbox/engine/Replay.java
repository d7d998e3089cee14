package io.signalbox.engine;

/// Runs what a person wants to run: what has run once more, with the same event, or a flow that starts by hand.
/// Thread-safe; blocks for the disk.
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

    /// Starts a flow that has a trigger for that, as it is live now.
    Outcome byHand(String flow);
}
