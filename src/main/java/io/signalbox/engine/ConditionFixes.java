package io.signalbox.engine;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What sets a condition of a node or of a wire right.
final class ConditionFixes {
    private final Flow flow;
    private final Known known;

    ConditionFixes(Flow flow, Known known) {
        this.flow = flow;
        this.known = known;
    }

    Optional<Fix> of(Node node, Problem problem) {
        var parts = List.of(problem.field().split("\\.", -1));
        if (parts.getFirst().equals("when")) {
            var at = indices(parts.subList(1, parts.size()));
            return changed(node.when(), at, problem, before(node.id(), false)).flatMap(change -> fix(node, change));
        }
        return flow.wiresFrom(node.id()).stream()
                .filter(wire -> wire.to().value().equals(parts.get(1)))
                .findFirst()
                .flatMap(wire -> changed(
                                wire.when(), indices(parts.subList(2, parts.size())), problem, before(node.id(), true))
                        .map(change -> fix(wire, change)));
    }

    /// @param when the condition as it should be
    private record Change(Condition when, String key, String argument) {}

    private static Optional<Fix> fix(Node node, Change change) {
        return switch (node) {
            case Node.Trigger trigger ->
                Optional.of(Fix.node(trigger.withWhen(change.when()), change.key(), change.argument()));
            case Node.Configuration map ->
                Optional.of(Fix.node(map.withWhen(change.when()), change.key(), change.argument()));
            case Node.Source _, Node.Connection _ -> Optional.empty();
        };
    }

    private static Fix fix(Wire wire, Change change) {
        return Fix.wires(List.of(), List.of(wire.withWhen(change.when())), change.key(), change.argument());
    }

    private static List<Integer> indices(List<String> parts) {
        return parts.stream().map(Integer::valueOf).toList();
    }

    private Set<NodeId> before(NodeId node, boolean itself) {
        var before = new LinkedHashSet<>(Problems.ranBefore(flow).getOrDefault(node, Set.of()));
        before.add(Path.TRIGGER);
        if (itself) {
            before.add(node);
        }
        return before;
    }

    private Optional<Change> changed(Condition root, List<Integer> at, Problem problem, Set<NodeId> before) {
        var there = in(root, at);
        return switch (problem.key()) {
            case "problem.condition.group" ->
                Optional.of(new Change(replaced(root, at, Optional.empty()), "fix.condition.group", ""));
            case "problem.condition.deep" ->
                Optional.of(flattened(root))
                        .filter(flat -> flat.depth() <= Condition.DEEPEST)
                        .map(flat -> new Change(flat, "fix.condition.deep", ""));
            default -> there instanceof Condition.Row row ? row(root, at, row, problem, before) : Optional.empty();
        };
    }

    private Optional<Change> row(
            Condition root, List<Integer> at, Condition.Row row, Problem problem, Set<NodeId> before) {
        return switch (problem.key()) {
            case "problem.condition.range" ->
                Optional.of(new Change(
                        replaced(
                                root,
                                at,
                                Optional.of(with(
                                        row,
                                        row.path(),
                                        new Value.Items(List.of(
                                                row.value().at(1), row.value().at(0)))))),
                        "fix.condition.range",
                        ""));
            case "problem.condition.text" -> Optional.of(read(root, at, row, Condition.As.NUMBER));
            case "problem.condition.number" -> Optional.of(read(root, at, row, Condition.As.TEXT));
            case "problem.condition.value" -> Optional.of(valued(root, at, row));
            default ->
                Fixes.meant(known, before, row.path())
                        .map(meant -> new Change(
                                replaced(root, at, Optional.of(with(row, meant, row.value()))),
                                "fix.path",
                                meant.toString()));
        };
    }

    private static Change read(Condition root, List<Integer> at, Condition.Row row, Condition.As as) {
        return new Change(replaced(root, at, Optional.of(row.withAs(as))), "fix.condition." + as.key(), "");
    }

    /// What the sample has there; without one there is nothing to compare with, and the row goes.
    private Change valued(Condition root, List<Integer> at, Condition.Row row) {
        var sample = known.at(row.path());
        boolean one = row.operator().operand() == Operator.Operand.ONE;
        boolean many = row.operator().operand() == Operator.Operand.MANY;
        if (sample.isMissing() || (!one && !many) || sample instanceof Value.Fields || sample instanceof Value.Items) {
            return new Change(replaced(root, at, Optional.empty()), "fix.condition.row", "");
        }
        var value = many ? new Value.Items(List.of(sample)) : sample;
        return new Change(
                replaced(root, at, Optional.of(with(row, row.path(), value))), "fix.condition.value", sample.asText());
    }

    private static Condition.Row with(Condition.Row row, Path path, Value value) {
        return new Condition.Row(path, row.operator(), value, row.as(), row.strict(), row.off(), row.extra());
    }

    private static Condition in(Condition root, List<Integer> at) {
        var found = root;
        for (int step : at) {
            found = ((Condition.Group) found).of().get(step);
        }
        return found;
    }

    private static Condition replaced(Condition root, List<Integer> at, Optional<Condition> by) {
        if (at.isEmpty()) {
            return by.orElseGet(Condition::always);
        }
        var group = (Condition.Group) root;
        var of = new ArrayList<>(group.of());
        int step = at.getFirst();
        if (at.size() > 1) {
            of.set(step, replaced(of.get(step), at.subList(1, at.size()), by));
        } else if (by.isPresent()) {
            of.set(step, by.get());
        } else {
            of.remove(step);
        }
        return new Condition.Group(group.mode(), of, group.extra());
    }

    /// Groups of the same word in one another mean the same as one; what is still too deep stays for a person.
    private static Condition flattened(Condition condition) {
        if (!(condition instanceof Condition.Group group)) {
            return condition;
        }
        var of = new ArrayList<Condition>();
        for (var part : group.of()) {
            var flat = flattened(part);
            if (flat instanceof Condition.Group inner
                    && (inner.mode() == group.mode() || inner.of().size() == 1)
                    && inner.mode() != Condition.Mode.NONE) {
                of.addAll(inner.of());
            } else {
                of.add(flat);
            }
        }
        return new Condition.Group(group.mode(), of, group.extra());
    }
}
