package io.signalbox.designer.canvas;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is shown on a flow without being part of it: problems, and what the last run or preview did.
///
/// @param nodes marks by node; a node without one has nothing to show
/// @param wires counts by wire; a wire without one was not followed
/// @param sample what is shown comes from a sample, not from what really happened
public record Decorations(Map<NodeId, Mark> nodes, Map<Link, Count> wires, boolean sample) {
    /// How far a node came in the run that is shown.
    public enum RunState {
        NONE,
        RUNNING,
        /// Sleeps until its service can be asked again.
        WAITING,
        DONE,
        FAILED,
        SKIPPED
    }

    /// @param pinned its reply is the flow's own sample
    public record Mark(List<Problem> problems, RunState run, boolean pinned) {
        public Mark {
            problems = List.copyOf(problems);
        }

        public static Mark none() {
            return new Mark(List.of(), RunState.NONE, false);
        }

        public Mark withRun(RunState changed) {
            return new Mark(problems, changed, pinned);
        }

        public Mark withPin() {
            return new Mark(problems, run, true);
        }

        boolean hasErrors() {
            return problems.stream().anyMatch(Problem::isError);
        }
    }

    /// The two ends of a wire, by which it is known while its condition changes.
    public record Link(NodeId from, NodeId to) {
        public static Link of(Wire wire) {
            return new Link(wire.from(), wire.to());
        }
    }

    /// What the pill says, such as `2 tasks`.
    ///
    /// @param followed false draws wire and pill faint: nothing went this way
    public record Count(String text, boolean followed) {}

    public Decorations {
        nodes = Map.copyOf(nodes);
        wires = Map.copyOf(wires);
    }

    public static Decorations none() {
        return new Decorations(Map.of(), Map.of(), false);
    }

    /// The problems as marks, without a run.
    public static Decorations of(List<Problem> problems) {
        var found = new HashMap<NodeId, List<Problem>>();
        for (var problem : problems) {
            problem.node()
                    .ifPresent(node ->
                            found.computeIfAbsent(node, _ -> new ArrayList<>()).add(problem));
        }
        var marks = new HashMap<NodeId, Mark>();
        found.forEach((node, its) -> marks.put(node, new Mark(its, RunState.NONE, false)));
        return new Decorations(marks, Map.of(), false);
    }

    /// The same problems, with what a run did.
    public Decorations withRun(Map<NodeId, RunState> states, Map<Link, Count> counts) {
        var marks = new HashMap<>(nodes);
        states.forEach((node, state) -> marks.put(node, mark(node).withRun(state)));
        return new Decorations(marks, counts, sample);
    }

    /// The same, told to come from a sample with these replies of its own.
    public Decorations withSample(Iterable<NodeId> pinned) {
        var marks = new HashMap<>(nodes);
        pinned.forEach(node -> marks.put(node, mark(node).withPin()));
        return new Decorations(marks, wires, true);
    }

    public Mark mark(NodeId node) {
        return nodes.getOrDefault(node, Mark.none());
    }

    Optional<Count> count(Wire wire) {
        return Optional.ofNullable(wires.get(Link.of(wire)));
    }
}
