package io.signalbox.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the store can say about its own well-being.
public interface Vitals {
    /// What waits to be done.
    ///
    /// @param runs that are not finished
    /// @param bytes of the events they are about
    record Backlog(long runs, long bytes) {}

    /// Writes and syncs one row.
    ///
    /// @throws StoreException when that fails
    void probe();

    /// On the disk that holds the store.
    long freeBytes();

    Backlog backlog();

    /// Since when the oldest run waits that could go on: queued, or asleep beyond its time.
    Optional<Instant> oldestOverdue(Instant now);

    /// When the newest event was accepted.
    Optional<Instant> newestEvent();

    /// How many runs are in which state.
    Map<RunState, Long> runs();
}
