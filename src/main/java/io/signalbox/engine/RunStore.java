package io.signalbox.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The durable record of runs. What is written is on stable storage when the future completes.
public interface RunStore {
    /// All changes or none; false when the run has ended already, so a late worker changes nothing.
    CompletableFuture<Boolean> write(String run, List<RunChange> changes);

    /// Runs to go on with after a start, oldest first: all that are neither ended nor asleep.
    ///
    /// @param after the id of the last one seen; blank for the first page
    List<StoredRun> unfinished(String after, int limit);

    /// Runs whose time has come, oldest first; they are queued from now on.
    List<StoredRun> due(Instant now, int limit);

    /// When the next sleeping run is due.
    Optional<Instant> nextDue();

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
