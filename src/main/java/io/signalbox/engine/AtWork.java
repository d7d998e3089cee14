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

    /// Whom the last process left behind when it died; nobody after an orderly stop, and nobody once forgotten.
    ///
    /// @param suspects those of the runs that did not only wait
    record Left(Set<String> runs, Set<String> suspects) {
        public static final Left NOBODY = new Left(Set.of(), Set.of());

        public Left {
            runs = Set.copyOf(runs);
            suspects = Set.copyOf(suspects);
        }
    }

    Left left();

    void forget();
}
