package io.signalbox.engine;

import io.signalbox.flow.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The durable record of accepted events.
public interface EventLog {
    /// An event with the runs it starts.
    record Entry(Event event, Optional<String> identity, List<NewRun> runs) {
        public Entry {
            runs = List.copyOf(runs);
        }
    }

    /// What was appended: the receipt, and the runs that are new (none for a repeat).
    record Appended(Receipt receipt, List<NewRun> runs) {}

    /// Stores all entries or none, and returns only when they are on stable storage. A known identity stores nothing
    /// and returns the first arrival's receipt.
    List<Appended> append(List<Entry> entries);

    /// Newest first.
    List<Event> latest(int limit);

    Optional<Event> find(String id);

    /// Forgets identities received before; their events stay.
    int forgetIdentities(Instant before);

    Ledger ledger();

    /// Counts the ledger anew from every row. Takes seconds where there are very many.
    LedgerCheck check();
}
