package io.signalbox.metrics;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.EventState;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.LedgerCheck;
import io.signalbox.engine.Meters;
import io.signalbox.flow.Event;
import java.util.List;
import java.util.Optional;

/// An event log that counts what it takes.
public record MeteredEvents(EventLog log, Meters meters) implements EventLog {
    @Override
    public List<Appended> append(List<Entry> entries) {
        var appended = log.append(entries);
        int repeats = 0;
        for (var one : appended) {
            repeats += one.receipt().duplicate() ? 1 : 0;
        }
        meters.accepted(appended.size() - repeats, repeats);
        return appended;
    }

    @Override
    public List<Event> latest(int limit) {
        return log.latest(limit);
    }

    @Override
    public Optional<Event> find(String id) {
        return log.find(id);
    }

    @Override
    public Optional<EventState> state(String id) {
        return log.state(id);
    }

    @Override
    public Ledger ledger() {
        return log.ledger();
    }

    @Override
    public LedgerCheck check() {
        return log.check();
    }
}
