package io.signalbox.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is wrong with a condition, seen from what is written and from what the flow's samples hold. Muted rows are left
/// alone: they decide nothing.
public final class ConditionCheck {
    private final Flow flow;
    private final NodeId node;
    private final SampleFields samples;
    private final List<Problem> found = new ArrayList<>();

    private ConditionCheck(Flow flow, NodeId node) {
        this.flow = flow;
        this.node = node;
        this.samples = new SampleFields(flow);
    }

    /// @param node whose condition it is; of a wire, where it begins
    /// @param field of the condition; a row's problem has the row's place behind it, `when.1.0`
    public static List<Problem> of(Flow flow, NodeId node, String field, Condition condition) {
        var check = new ConditionCheck(flow, node);
        if (condition.depth() > Condition.DEEPEST) {
            check.error(field, "problem.condition.deep", Integer.toString(Condition.DEEPEST));
        }
        check.look(field, condition);
        return List.copyOf(check.found);
    }

    private void look(String field, Condition condition) {
        switch (condition) {
            case Condition.Row row -> row(field, row);
            case Condition.Group group -> {
                for (int at = 0; at < group.of().size(); at++) {
                    var part = group.of().get(at);
                    if (part instanceof Condition.Group inner && inner.of().isEmpty()) {
                        found.add(Problem.warning(node, field + "." + at, "problem.condition.group"));
                    }
                    look(field + "." + at, part);
                }
                Contradiction.in(group)
                        .ifPresent(row -> found.add(Problem.warning(
                                node,
                                field + "." + group.of().indexOf(row),
                                "problem.condition.contradiction",
                                row.path().toString())));
            }
        }
    }

    private void row(String field, Condition.Row row) {
        if (row.off()) {
            return;
        }
        var path = row.path().toString();
        if (row.isWithoutField()) {
            error(field, "problem.condition.field");
        } else if (!hasValue(row)) {
            error(field, "problem.condition.value", path);
        } else if (row.operator().operand() == Operator.Operand.TWO && isUpsideDown(row.value())) {
            error(field, "problem.condition.range", path);
        } else if (row.operator() == Operator.MATCHES
                && Comparison.pattern(row.value(), row.strict()).isEmpty()) {
            error(field, "problem.condition.pattern", path, row.value().asText());
        } else if (noAmount(row).isPresent()) {
            error(field, "problem.condition.amount", path, noAmount(row).get().asText());
        } else if (!row.isUnseen() && samples.isUnknown(row.path())) {
            error(field, "problem.condition.unknown", path);
        } else if (lost(row).isPresent()) {
            error(field, "problem.condition.reference", path, lost(row).get());
        } else {
            clash(field, row);
        }
    }

    private void error(String field, String key, String... arguments) {
        found.add(Problem.error(node, field, key, arguments));
    }

    private static boolean hasValue(Condition.Row row) {
        return switch (row.operator().operand()) {
            case NONE -> true;
            case ONE -> !row.value().isMissing();
            case TWO -> !row.value().at(0).isMissing() && !row.value().at(1).isMissing();
            case MANY -> row.value().asItems().stream().anyMatch(wanted -> !wanted.isMissing());
        };
    }

    /// What stands where only a number can be compared.
    private static Optional<Value> noAmount(Condition.Row row) {
        return switch (row.operator()) {
            case LAST_N, NEXT_N, SIZE, GT, GE, LT, LE, OUTSIDE, BETWEEN ->
                row.value().asItems().stream()
                        .filter(_ -> row.as() != Condition.As.DATE)
                        .filter(value -> Function.numeric(value).isEmpty() && !Comparison.isDated(value))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private boolean isUpsideDown(Value range) {
        return isAfter(Function.numeric(range.at(0)), Function.numeric(range.at(1)))
                || isAfter(instant(range.at(0)), instant(range.at(1)));
    }

    private Optional<Instant> instant(Value value) {
        return Moment.of(value).map(moment -> moment.at(flow.zone()).toInstant());
    }

    private static <T extends Comparable<? super T>> boolean isAfter(Optional<T> low, Optional<T> high) {
        return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
    }

    /// The words of a reference that the closed list of its field no longer has.
    private static Optional<String> lost(Condition.Row row) {
        var options = FieldOptions.closed(row.path());
        return row.value().asItems().stream()
                .filter(value -> !options.isEmpty() && value instanceof Value.Fields reference && reference.has("id"))
                .filter(reference -> !options.contains(reference.at("id").asText()))
                .map(reference -> reference.at("label").asText())
                .findFirst();
    }

    private void clash(String field, Condition.Row row) {
        var sampled = samples.at(row.path());
        if (sampled.isMissing() || row.as() != Condition.As.AS_IS) {
            return;
        }
        var path = row.path().toString();
        switch (row.operator()) {
            case GT, GE, LT, LE, OUTSIDE, BETWEEN ->
                row.value().asItems().stream()
                        .filter(wanted -> sampled instanceof Value.Text
                                && Function.numeric(wanted).isPresent())
                        .findFirst()
                        .ifPresent(wanted -> text(field, path, sampled, wanted));
            case EQ, NE, IN, NOT_IN, CHANGED_TO -> {
                for (var wanted : row.value().asItems()) {
                    if (sampled instanceof Value.Text && wanted instanceof Value.Decimal) {
                        text(field, path, sampled, wanted);
                        return;
                    }
                    if (sampled instanceof Value.Decimal && wanted instanceof Value.Text) {
                        error(field, "problem.condition.number", path, wanted.asText());
                        return;
                    }
                }
            }
            case BEFORE, AFTER, LAST_N, NEXT_N -> {
                if (Moment.of(sampled).isEmpty()) {
                    error(field, "problem.condition.no-date", path, sampled.asText());
                }
            }
            case TRUE, FALSE -> {
                if (!(sampled instanceof Value.Truth)) {
                    error(field, "problem.condition.no-truth", path, sampled.asText());
                }
            }
            case CONTAINS,
                    NOT_CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    MATCHES,
                    EMPTY,
                    NOT_EMPTY,
                    HAS_ANY,
                    HAS_ALL,
                    SIZE,
                    UNDER,
                    CHANGED -> {}
        }
    }

    private void text(String field, String path, Value sampled, Value number) {
        boolean date = Moment.of(sampled).isPresent();
        error(field, date ? "problem.condition.date" : "problem.condition.text", path, number.asText());
    }
}
