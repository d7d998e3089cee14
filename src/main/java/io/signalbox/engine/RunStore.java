package io.signalbox.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The durable record of runs. What is written is on stable storage when the future completes.
public interface RunStore {
    /// What came of a write.
    enum Written {
        DONE,
        /// What the last change was about is settled: it does not hold, and the run is due at once where it should have
        /// slept or ended. The changes before it are done.
        SETTLED,
        /// Nothing has changed: the run has ended, or somebody else has taken it up since.
        TOO_LATE
    }

    /// All changes or none. A change that [StepState] does not know fails.
    ///
    /// @param fence of the lease under which the run is held
    CompletableFuture<Written> write(String run, long fence, List<RunChange> changes);

    /// Takes up runs to go on with after a start, oldest first: all that are neither ended nor asleep nor held.
    ///
    /// @param after the id of the last one seen; blank for the first page
    /// @param held true for ids in hand already
    List<StoredRun> unfinished(String after, Room room, Predicate<String> held);

    /// Takes up those of them that were at work when a process died, first who was so most often.
    List<StoredRun> suspects(Room room);

    /// Takes up runs whose time has come, oldest first.
    List<StoredRun> due(Instant now, Room room);

    /// When the next sleeping run is due.
    Optional<Instant> nextDue();

    /// When the oldest run came in that nobody has begun. Looks at everything that waits for its turn.
    Optional<Instant> unbegunSince();

    /// What became of a call whose outcome nobody knew.
    sealed interface Settlement {
        /// @param externalId the service's id of what was made; may be blank
        record Arrived(String externalId) implements Settlement {}

        /// The service reported that it did not take it.
        record NotTaken(String reason, String detail) implements Settlement {}

        /// A person wants it sent once more, with the same key.
        record SendAgain() implements Settlement {}
    }

    /// A run that was taken up to go on, now that a call of it is settled.
    ///
    /// @param parked true when it had waited for nothing else
    record Settled(StoredRun run, boolean parked) {}

    /// Settles the call that bore this key, when its outcome is open. A run that is at work goes on by itself.
    Optional<Settled> settle(String key, Settlement settlement);

    /// Settles the first parked call of a run, in the order of steps. Empty when none is.
    Optional<Settled> resolve(String run, Settlement settlement);

    /// Ends a run that is not final; whoever holds it writes no more. False when it had ended already.
    boolean cancel(String run, Instant at);

    /// Newest first.
    ///
    /// @param flow blank: of every flow
    List<RunSummary> latest(String flow, int limit);

    /// How every flow that ever ran did lately, by flow id; asked once for all of them.
    ///
    /// @param days when the days to count begin, oldest first; the last one lasts until now
    Map<String, FlowActivity> activity(List<Instant> days);

    Optional<RunRecord> find(String run);
}
