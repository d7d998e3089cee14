package io.signalbox.engine;

import java.util.Set;

/// Remembers which runs this process is at work on, beyond its own death but at no cost: not durable, just not lost
/// with the process. After a power cut it may be empty, and then nobody is to blame.
public interface AtWork {
    /// A run's place among them, from [#enter] on.
    interface Place {
        /// It waits, for the wire or the disk: whatever happens meanwhile is not its doing.
        void rests();

        void goesOn();

        void leaves();
    }

    Place enter(String run);

    /// Runs that the last process was at work on when it died; none after an orderly stop, and none once forgotten.
    Set<String> left();

    void forget();
}
