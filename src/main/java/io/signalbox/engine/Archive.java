package io.signalbox.engine;

import io.signalbox.flow.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has happened, page by page, newest first. For reading only; each method is one transaction.
public interface Archive {
    /// Which runs are wanted. What is blank or empty excludes nothing.
    ///
    /// @param flows their ids
    /// @param from the earliest start
    /// @param about a part of what the event was about, in capitals or not
    record Filter(Set<String> flows, Set<RunState> states, Optional<Instant> from, String event, String about) {
        public Filter {
            flows = Set.copyOf(flows);
            states = Set.copyOf(states);
        }

        /// @param flow blank: of every flow
        public static Filter of(String flow, Set<RunState> states, Optional<Instant> from, String event) {
            return new Filter(flow.isEmpty() ? Set.of() : Set.of(flow), states, from, event, "");
        }

        public static Filter all() {
            return of("", Set.of(), Optional.empty(), "");
        }
    }

    /// A version of a flow that was switched on once.
    ///
    /// @param identity hash of what it does
    record Version(long number, String identity, Instant madeAt) {}

    /// @param before id of the last run of the page before; blank for the first page
    List<RunSummary> runs(Filter filter, String before, int limit);

    /// How many there are.
    long count(Filter filter);

    /// What a look into the data of some runs gave.
    ///
    /// @param found ids of those that hold the text
    /// @param looked how many were looked into, from the first one on
    record Mentions(Set<String> found, int looked) {
        public Mentions {
            found = Set.copyOf(found);
        }
    }

    /// Looks for a text in what these runs took in and what their services were asked and answered, in capitals or not.
    /// What was removed by then is not found.
    ///
    /// @param room the look ends where it is used up, after one run at least
    Mentions mentions(List<RunSummary> runs, String text, Room room);

    /// So many events, or fewer when they are large.
    ///
    /// @param more true when there are older ones
    record Events(List<Event> events, boolean more) {
        public Events {
            events = List.copyOf(events);
        }
    }

    /// @param before id of the last event of the page before; blank for the first page
    Events events(String before, int limit);

    List<Version> versions(String flow);
}
