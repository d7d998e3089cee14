package io.signalbox.engine;

import java.time.Instant;
import java.util.Optional;

/// What people we write to have told us: when they last wrote, and whether they want no more messages. By
/// international digits. Quick: asked for every message.
public interface Contacts {
    Optional<Instant> lastHeardFrom(String digits);

    boolean hasOptedOut(String digits);

    /// Stores that this person wrote, and whether they asked us to stop (or, writing anything else, to go on as
    /// before).
    void heard(String digits, Instant at, boolean stop);
}
