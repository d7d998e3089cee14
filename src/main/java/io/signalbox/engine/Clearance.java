package io.signalbox.engine;

import java.time.Instant;

/// Removes what was kept long enough, a few hundred rows at a time, so that nobody who wants to store something waits
/// long. Each call blocks for the disk.
public interface Clearance {
    /// What one call removed.
    ///
    /// @param bytes of payload
    /// @param last id of the newest event looked at; blank when none was left
    record Batch(int events, long bytes, String last) {
        public boolean isLast() {
            return last.isEmpty();
        }
    }

    /// Removes what came from outside with events received before, oldest first; their runs stay.
    ///
    /// @param after id of the last event of the batch before; blank for the first
    Batch payloads(String after, Instant before, Instant now);

    /// Removes events received before, with their runs, if all of these have ended before too. The ledger goes on
    /// counting them.
    Batch events(String after, Instant before);

    /// @return how many were removed; none when none is left
    int identities(Instant before);

    /// @return how many were removed; none when none is left
    int incidents(Instant before);

    /// Reports about messages.
    ///
    /// @return how many were removed; none when none is left
    int deliveries(Instant before);

    /// Bytes of the store's file that are in use.
    long used();
}
