package io.signalbox.engine;

import java.util.Set;

/// The states of an event and the legal ways between them. Matching happens before the one write that stores an event
/// with its runs, so [#ACCEPTED] is derived: it is where an event is between its arrival and that write, and never a
/// row. The others are durable and final.
public enum EventState {
    ACCEPTED,
    /// Started at least one run.
    MATCHED,
    NO_MATCH,
    /// Could not be matched at all; kept, counted as failed, and not asked for again.
    REJECTED;

    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean isDurable() {
        return this != ACCEPTED;
    }

    public Set<EventState> next() {
        return switch (this) {
            case ACCEPTED -> Set.of(MATCHED, NO_MATCH, REJECTED);
            case MATCHED, NO_MATCH, REJECTED -> Set.of();
        };
    }
}
