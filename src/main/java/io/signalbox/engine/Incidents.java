package io.signalbox.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened to the program itself, for the people who look after it.
public interface Incidents {
    /// @param subject the flow it is about; blank for the program as a whole
    record Incident(Instant at, Kind kind, String subject, String detail) {}

    /// Each has its words under `incident.<kind>`.
    enum Kind {
        /// The machine's clock went back.
        CLOCK_BACK,
        /// The machine's clock went forward.
        CLOCK_FORWARD,
        /// The machine slept.
        WOKE,
        /// A flow was switched off since its runs kept killing the program.
        POISON
    }

    void note(Incident incident);

    /// Newest first.
    List<Incident> latest(int limit);

    /// Why a flow was switched off without anybody asking for it, last.
    Optional<Incident> last(String flow);
}
