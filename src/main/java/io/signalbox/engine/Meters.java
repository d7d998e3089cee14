package io.signalbox.engine;

import java.time.Duration;

/// Counts and times what happens, for whoever watches over the program. Thread-safe and cheap: nothing here may cost
/// an event its pace. Reasons and connectors come from closed lists.
public interface Meters {
    /// @param repeats of an identity known before, stored no second time
    void accepted(int fresh, int repeats);

    /// An event that was not taken.
    ///
    /// @param reason such as `unauthorized` or `unreadable`
    void refused(String reason);

    /// One sync of the disk.
    void synced(Duration took);

    /// One call to a service.
    ///
    /// @param answered false when no usable answer came
    void called(String connector, boolean answered, Duration took);

    /// A call that is to be repeated.
    void retried();

    void ended(RunState state);

    /// Counts nothing.
    static Meters none() {
        return new Meters() {
            @Override
            public void accepted(int fresh, int repeats) {}

            @Override
            public void refused(String reason) {}

            @Override
            public void synced(Duration took) {}

            @Override
            public void called(String connector, boolean answered, Duration took) {}

            @Override
            public void retried() {}

            @Override
            public void ended(RunState state) {}
        };
    }
}
