package io.signalbox.designer.canvas;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Wire;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is shown on a flow without being part of it: problems, and what the last run or preview did.
///
/// @param nodes marks by node; a node without one has nothing to show
/// @param wires counts by wire; a wire without one was not followed
public record Decorations(Map<NodeId, Mark> nodes, Map<Link, Count> wires) {
    /// How far a node came in the run that is shown.
    public enum RunState {
        NONE,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED
    }

    /// @param problems how many, of whatever severity
    /// @param worst the gravest of them; empty without problems
    public record Mark(int problems, Optional<Problem.Severity> worst, RunState run) {
        public Mark {
            if (problems < 0 || (problems > 0) != worst.isPresent()) {
                throw new IllegalArgumentException("%d problems, worst %s".formatted(problems, worst));
            }
        }

        public static Mark none() {
            return new Mark(0, Optional.empty(), RunState.NONE);
        }

        public Mark withRun(RunState changed) {
            return new Mark(problems, worst, changed);
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
        return new Decorations(Map.of(), Map.of());
    }

    /// The problems as marks, without a run.
    public static Decorations of(List<Problem> problems) {
        var counts = new HashMap<NodeId, Map<Problem.Severity, Integer>>();
        for (var problem : problems) {
            problem.node()
                    .ifPresent(node -> counts.computeIfAbsent(node, _ -> new EnumMap<>(Problem.Severity.class))
                            .merge(problem.severity(), 1, Integer::sum));
        }
        var marks = new HashMap<NodeId, Mark>();
        counts.forEach((node, bySeverity) -> marks.put(
                node,
                new Mark(
                        bySeverity.values().stream().mapToInt(Integer::intValue).sum(),
                        bySeverity.keySet().stream().findFirst(),
                        RunState.NONE)));
        return new Decorations(marks, Map.of());
    }

    /// The same problems, with what a run did.
    public Decorations withRun(Map<NodeId, RunState> states, Map<Link, Count> counts) {
        var marks = new HashMap<>(nodes);
        states.forEach((node, state) -> marks.put(node, mark(node).withRun(state)));
        return new Decorations(marks, counts);
    }

    public Mark mark(NodeId node) {
        return nodes.getOrDefault(node, Mark.none());
    }

    Optional<Count> count(Wire wire) {
        return Optional.ofNullable(wires.get(Link.of(wire)));
    }
}
