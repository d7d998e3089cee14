package io.signalbox.engine;

import io.signalbox.flow.Event;
import java.util.List;
import java.util.Optional;

/// The durable record of accepted events.
public interface EventLog {
    /// An event with the runs it starts.
    ///
    /// @param state where its matching led
    record Entry(Event event, EventState state, Optional<String> identity, List<NewRun> runs) {
        public Entry {
            runs = List.copyOf(runs);
            if (!state.isFinal() || (state == EventState.MATCHED) == runs.isEmpty()) {
                throw new IllegalArgumentException(state + " with " + runs.size() + " runs");
            }
        }

        public Entry(Event event, Optional<String> identity, List<NewRun> runs) {
            this(event, runs.isEmpty() ? EventState.NO_MATCH : EventState.MATCHED, identity, runs);
        }
    }

    /// What was appended: the receipt, and the runs that are new (none for a repeat).
    ///
    /// @param size of the event in bytes
    record Appended(Receipt receipt, List<NewRun> runs, long size) {}

    /// Stores all entries or none, and returns only when they are on stable storage. A known identity stores nothing
    /// and returns the first arrival's receipt.
    List<Appended> append(List<Entry> entries);

    /// Those whose data is still there, newest first; fewer than the limit when they are large.
    List<Event> latest(int limit);

    Optional<Event> find(String id);

    /// Where the matching of an accepted event led; empty when there is no such event.
    Optional<EventState> state(String id);

    Ledger ledger();

    /// Counts the ledger anew from every row. Takes seconds where there are very many.
    LedgerCheck check();
}
