package io.signalbox.engine;

import io.signalbox.flow.Expression;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Function;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What sets a setting, a row of a field map or a list's path right.
final class ValueFixes {
    private static final String DATE = "dd/MM/yyyy HH:mm";

    private final Flow flow;
    private final Known known;

    ValueFixes(Flow flow, Known known) {
        this.flow = flow;
        this.known = known;
    }

    Optional<Fix> of(Node node, Problem problem) {
        return switch (problem.key()) {
            case "problem.path.unknown", "problem.path.later" -> repointed(node, problem);
            case "problem.table" -> table(node, problem);
            case "problem.date" ->
                Optional.of(changed(
                        node,
                        problem.field(),
                        value -> value.changed(
                                UnaryOperator.identity(),
                                call -> Optional.of(call.function() == Function.DATE ? dated(call) : call)),
                        "fix.date",
                        DATE));
            case "problem.each" -> own(node, problem);
            case "problem.setting.required" -> proposed(node, problem);
            case "problem.row.empty" -> proposed(node, problem).or(() -> row(node, problem, Change.FALLBACK));
            case "problem.row.target" -> row(node, problem, Change.TARGET);
            case "problem.row.twice" -> row(node, problem, Change.DELETE);
            default -> Optional.empty();
        };
    }

    private enum Change {
        FALLBACK,
        TARGET,
        DELETE
    }

    private static FunctionCall dated(FunctionCall call) {
        var arguments = new ArrayList<>(call.arguments());
        arguments.set(0, DATE);
        // A time zone that nobody knows is as wrong as the format: the flow's own is used then.
        return new FunctionCall(Function.DATE, arguments.subList(0, 1));
    }

    private Optional<Fix> repointed(Node node, Problem problem) {
        var path = Path.parse(problem.arguments().getFirst());
        return Fixes.meant(known, before(node.id()), path)
                .map(meant -> changed(
                        node,
                        problem.field(),
                        value -> value.changed(old -> old.equals(path) ? meant : old, Optional::of),
                        "fix.path",
                        meant.toString()));
    }

    private Set<NodeId> before(NodeId node) {
        var before = new java.util.LinkedHashSet<>(Problems.ranBefore(flow).getOrDefault(node, Set.of()));
        before.add(Path.TRIGGER);
        return before;
    }

    /// The flow's only table, else the text without one.
    private Optional<Fix> table(Node node, Problem problem) {
        var wrong = problem.arguments().getFirst();
        var only = flow.tables().size() == 1 ? flow.tables().firstEntry().getKey() : "";
        UnaryOperator<Expression> change = value -> value.changed(
                UnaryOperator.identity(),
                call -> call.function() != Function.LOOKUP
                                || !call.arguments().getFirst().equals(wrong)
                        ? Optional.of(call)
                        : only.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new FunctionCall(Function.LOOKUP, List.of(only))));
        return Optional.of(
                only.isEmpty()
                        ? changed(node, problem.field(), change, "fix.table.none")
                        : changed(node, problem.field(), change, "fix.table", only));
    }

    private static Optional<Fix> own(Node node, Problem problem) {
        if (!(node instanceof Node.Source source)) {
            return Optional.empty();
        }
        boolean each = problem.field().equals("each");
        var right = (each ? source.each() : source.groupBy()).map(path -> new Path(source.id(), path.steps()));
        return right.map(path ->
                Fix.node(each ? source.withEach(right) : source.withGroupBy(right), "fix.path", path.toString()));
    }

    private Optional<Fix> proposed(Node node, Problem problem) {
        return known.proposal(node.id(), problem.field())
                .map(value -> changed(
                        node,
                        problem.field(),
                        _ -> value,
                        "fix.value",
                        value.paths().isEmpty() ? "" : value.paths().getFirst().toString()));
    }

    private Optional<Fix> row(Node node, Problem problem, Change change) {
        int at = index(problem);
        if (!(node instanceof Node.Configuration map)
                || at < 0
                || at >= map.fields().size()) {
            return Optional.empty();
        }
        var rows = new ArrayList<>(map.fields());
        var row = rows.get(at);
        return Optional.of(
                switch (change) {
                    case FALLBACK -> {
                        rows.set(at, row.withFallback(Optional.of("-")));
                        yield Fix.node(map.withFields(rows), "fix.fallback", "-");
                    }
                    case TARGET -> {
                        var free = free(map.fields());
                        rows.set(at, row.withTo(free));
                        yield Fix.node(map.withFields(rows), "fix.target", free);
                    }
                    case DELETE -> {
                        rows.remove(at);
                        yield Fix.node(map.withFields(rows), "fix.row", row.to());
                    }
                });
    }

    private static String free(List<MapRow> rows) {
        int number = 1;
        while (isTaken(rows, Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private static boolean isTaken(List<MapRow> rows, String target) {
        return rows.stream().anyMatch(row -> row.to().equals(target));
    }

    private static int index(Problem problem) {
        return problem.field().startsWith("fields.")
                ? Integer.parseInt(problem.field().substring("fields.".length()))
                : -1;
    }

    /// The node with the value at this field changed.
    private static Fix changed(
            Node node, String field, UnaryOperator<Expression> change, String key, String... arguments) {
        if (node instanceof Node.Configuration map && field.startsWith("fields.")) {
            var rows = new ArrayList<>(map.fields());
            int at = Integer.parseInt(field.substring("fields.".length()));
            rows.set(at, rows.get(at).withFrom(change.apply(rows.get(at).from())));
            return Fix.node(map.withFields(rows), key, arguments);
        }
        var setting = field.substring("settings.".length());
        var value = node.settings().get(setting).orElse(Expression.literal(""));
        return Fix.node(node.withSettings(node.settings().with(setting, change.apply(value))), key, arguments);
    }
}
