package io.signalbox.engine;

import java.util.Set;

/// The states of a run and the legal ways between them. A final state is never left.
public enum RunState {
    QUEUED,
    /// Until its time has come.
    WAITING,
    SUCCEEDED,
    FAILED,
    /// Tries or age used up.
    DEAD;

    public boolean isFinal() {
        return next().isEmpty();
    }

    public Set<RunState> next() {
        return switch (this) {
            case QUEUED -> Set.of(WAITING, SUCCEEDED, FAILED, DEAD);
            case WAITING -> Set.of(QUEUED, WAITING, SUCCEEDED, FAILED, DEAD);
            case SUCCEEDED, FAILED, DEAD -> Set.of();
        };
    }
}
