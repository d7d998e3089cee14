package io.signalbox.engine;

import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What two runs did otherwise than each other: step by step in the order in which they came to them, value by value.
/// When and under which id an event came in is no difference. Pure.
public final class RunDifferences {
    /// More than a person reads; what is beyond is not looked for.
    public static final int MOST = 500;

    private static final List<String> EVENT_PARTS = List.of("type", "source", "entity", "data", "attributes");

    /// Where a value stands.
    public enum Part {
        INPUT,
        OUTPUT
    }

    public sealed interface Difference {
        StepId step();

        /// One of the runs did not come to the step.
        ///
        /// @param inFirst true when the first one alone did
        record Alone(StepId step, boolean inFirst) implements Difference {}

        /// It ended otherwise.
        record Ended(NodeTrace first, NodeTrace second) implements Difference {
            @Override
            public StepId step() {
                return first.step();
            }
        }

        /// A value that is not the same; nothing where it is not there.
        ///
        /// @param at the way to it from the input or output of the step
        record Other(StepId step, Part part, Path at, Value first, Value second) implements Difference {}
    }

    private final List<Difference> found = new ArrayList<>();

    private RunDifferences() {}

    /// @param first what it did at its nodes, as [Preview#of] tells it
    /// @return at most [#MOST]
    public static List<Difference> between(List<NodeTrace> first, List<NodeTrace> second) {
        var differences = new RunDifferences();
        var ones = byStep(first);
        var others = byStep(second);
        var steps = new LinkedHashSet<>(ones.keySet());
        steps.addAll(others.keySet());
        for (var step : steps) {
            differences.compare(step, Optional.ofNullable(ones.get(step)), Optional.ofNullable(others.get(step)));
        }
        return List.copyOf(differences.found);
    }

    private static Map<StepId, NodeTrace> byStep(List<NodeTrace> trace) {
        return trace.stream()
                .collect(Collectors.toMap(NodeTrace::step, visit -> visit, (_, last) -> last, LinkedHashMap::new));
    }

    private void compare(StepId step, Optional<NodeTrace> first, Optional<NodeTrace> second) {
        if (first.isEmpty() || second.isEmpty()) {
            add(new Difference.Alone(step, first.isPresent()));
            return;
        }
        var one = first.get();
        var other = second.get();
        if (one.state() != other.state() || !one.reason().equals(other.reason())) {
            add(new Difference.Ended(one, other));
        }
        var start = new Path(step.node(), List.of());
        values(step, Part.INPUT, start, one.input(), other.input());
        // What a trigger or a condition passes on is what went in.
        if (!one.output().equals(one.input()) || !other.output().equals(other.input())) {
            values(step, Part.OUTPUT, start, one.output(), other.output());
        }
    }

    private void values(StepId step, Part part, Path at, Value first, Value second) {
        if (first.equals(second) || found.size() >= MOST) {
            return;
        }
        if (first instanceof Value.Fields(var some) && second instanceof Value.Fields(var others)) {
            var names = new LinkedHashSet<>(some.keySet());
            names.addAll(others.keySet());
            if (at.steps().isEmpty() && isEvent(names)) {
                names.retainAll(EVENT_PARTS);
            }
            names.forEach(name -> values(step, part, at.member(name), first.at(name), second.at(name)));
        } else if (first instanceof Value.Items(var some) && second instanceof Value.Items(var others)) {
            for (int index = 0; index < Math.max(some.size(), others.size()); index++) {
                values(step, part, at.index(index), first.at(index), second.at(index));
            }
        } else {
            add(new Difference.Other(step, part, at, first, second));
        }
    }

    private static boolean isEvent(Set<String> names) {
        return names.containsAll(List.of("receivedAt", "occurredAt", "data"));
    }

    private void add(Difference difference) {
        if (found.size() < MOST) {
            found.add(difference);
        }
    }
}
