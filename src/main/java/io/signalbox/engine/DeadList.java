package io.signalbox.engine;

import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs that were given up, until somebody has attended to them: they can be repeated or discarded. What the run did
/// stays in its record; its state never changes. Thread-safe; blocks for the disk.
public interface DeadList {
    /// @param flow blank: of every flow
    /// @param reason blank: whatever the reason
    /// @param from inclusive, by when the run ended
    /// @param until exclusive
    /// @param states of [RunState#DEAD] and [RunState#FAILED] those that are meant
    record Filter(String flow, String reason, Optional<Instant> from, Optional<Instant> until, Set<RunState> states) {
        public Filter {
            states = Set.copyOf(states);
            if (states.isEmpty() || !Set.of(RunState.DEAD, RunState.FAILED).containsAll(states)) {
                throw new IllegalArgumentException("no list of given-up runs has " + states);
            }
        }

        /// Everything that is dead.
        public static Filter all() {
            return new Filter("", "", Optional.empty(), Optional.empty(), Set.of(RunState.DEAD));
        }
    }

    /// @param next cursor of the next page; blank on the last one
    record Page(List<RunSummary> runs, String next) {
        public Page {
            runs = List.copyOf(runs);
        }
    }

    /// Newest first.
    ///
    /// @param cursor blank for the first page
    Page page(Filter filter, String cursor, int limit);

    /// What became of the runs that were to be repeated.
    ///
    /// @param started new runs by the id of the old one they repeat; they begin one after the other, ten a second
    /// @param refused ids for which nothing was stored: not given up, attended to already, or the flow as it is
    ///     now does not run for the event
    record Replayed(Map<String, String> started, List<String> refused) {
        public Replayed {
            started = Map.copyOf(started);
            refused = List.copyOf(refused);
        }
    }

    /// @param asNew false: goes on where the old run ended, each call with the same key as then. True: everything
    ///     anew, with new keys
    Replayed replay(List<String> runs, boolean asNew);

    /// With other data, as a new event that names the old one; everything anew.
    Replayed replay(String run, Value data);

    /// Takes them off the list.
    ///
    /// @return how many were on it
    int discard(List<String> runs);
}
