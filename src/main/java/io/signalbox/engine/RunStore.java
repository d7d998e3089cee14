package io.signalbox.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// The durable record of runs. What is written is on stable storage when the future completes.
public interface RunStore {
    /// All changes or none; false when the run has ended or somebody else has taken it up since, so a late worker
    /// changes nothing. A change that [StepState] does not know fails.
    ///
    /// @param fence of the lease under which the run is held
    CompletableFuture<Boolean> write(String run, long fence, List<RunChange> changes);

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

    /// What became of a call whose outcome nobody knew.
    sealed interface Settlement {
        /// @param externalId the service's id of what was made; may be blank
        record Arrived(String externalId) implements Settlement {}

        /// The service reported that it did not take it.
        record NotTaken(String reason, String detail) implements Settlement {}

        /// A person wants it sent once more, with the same key.
        record SendAgain() implements Settlement {}
    }

    /// Settles the call that bore this key, when its outcome is open; the run is taken up to go on.
    Optional<StoredRun> settle(String key, Settlement settlement);

    /// Settles the parked calls of a run; it is taken up to go on. Empty when it is not parked.
    Optional<StoredRun> resolve(String run, Settlement settlement);

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
