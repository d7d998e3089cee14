package io.signalbox.engine.gate;

import java.time.Duration;

/// Lets a short time pass on the calling thread.
@FunctionalInterface
public interface Pause {
    /// @return false when the thread was asked to end before the time was over
    boolean pass(Duration time);
}
