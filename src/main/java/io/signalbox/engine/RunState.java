package io.signalbox.engine;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The states of a run and the legal ways between them. A final state is never left.
///
/// [#RUNNING] is derived: its row says QUEUED, and the process that holds the run in memory knows the rest. A fence in
/// the row, raised whenever a run is taken up from the table, keeps a holder of former times from writing; so the good
/// path needs no write for the lease. All other states are durable.
public enum RunState {
    QUEUED,
    RUNNING,
    /// Until its time has come.
    WAITING,
    /// Until a person or a status from the service says what became of a call.
    PARKED,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /// Tries or age used up, or it kept killing the program. Can be replayed.
    DEAD;

    public boolean isFinal() {
        return next().isEmpty();
    }

    public boolean isDurable() {
        return this != RUNNING;
    }

    /// What its row says.
    public RunState stored() {
        return this == RUNNING ? QUEUED : this;
    }

    /// True when somebody has to look at it: counted as failed by the [Ledger].
    public boolean isFailure() {
        return switch (this) {
            case PARKED, FAILED, CANCELLED, DEAD -> true;
            case QUEUED, RUNNING, WAITING, SUCCEEDED -> false;
        };
    }

    public Set<RunState> next() {
        return switch (this) {
            case QUEUED -> Set.of(RUNNING, CANCELLED, DEAD);
            // Back to the queue when the program stops or dies.
            case RUNNING -> Set.of(QUEUED, WAITING, PARKED, SUCCEEDED, FAILED, CANCELLED, DEAD);
            case WAITING, PARKED -> Set.of(QUEUED, CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> Set.of();
        };
    }

    /// From where it can be come to.
    public Set<RunState> before() {
        var from = EnumSet.noneOf(RunState.class);
        Arrays.stream(values()).filter(state -> state.next().contains(this)).forEach(from::add);
        return from;
    }
}
