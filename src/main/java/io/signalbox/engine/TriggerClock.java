package io.signalbox.engine;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// The durable clock of the triggers that time starts: when each comes due next, and how far a poll has read. Each
/// method one transaction, on stable storage when it returns.
public interface TriggerClock {

    /// @param trigger the node
    record Key(String flow, NodeId trigger) {}

    /// @param settings what the row was made for; other settings make a new row
    /// @param due next
    /// @param failures in a row, of a poll
    /// @param reason why the last one failed; blank when it did not
    /// @param state what a poll remembers; nothing before its first answer
    record Hand(Key key, String settings, Instant due, int failures, String reason, Value state) {
        public Hand {
            // As exact as a row keeps it: what is read back is compared with what was written.
            due = due.truncatedTo(ChronoUnit.MILLIS);
        }

        public Hand withDue(Instant next) {
            return new Hand(key, settings, next, failures, reason, state);
        }

        public Hand after(Instant next, Value remembered) {
            return new Hand(key, settings, next, 0, "", remembered);
        }

        public Hand failed(Instant next, String why) {
            return new Hand(key, settings, next, failures + 1, why, state);
        }
    }

    List<Hand> all();

    /// Adds the row, or replaces it.
    void set(Hand hand);

    void remove(Key key);

    /// Moves the hand on and stores the events with their runs, all or nothing. A known identity stores no event.
    ///
    /// @param due when it was due, as it was read; another means that somebody else was first
    /// @return empty when somebody else was first: nothing was stored
    Optional<List<EventLog.Appended>> fire(Hand next, Instant due, List<EventLog.Entry> entries);
}
