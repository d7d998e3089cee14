package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Conditions to and from JSON Logic, where JSON Logic can say the same: text compared exactly, numbers, yes and no,
/// lists, missing values, parts of texts and of lists, groups. What it cannot say (text without case and accents,
/// dates, changes, muted rows) is
/// empty, so that nothing is lost unnoticed.
///
/// JSON Logic takes what `<` compares for numbers: it answers as Signalbox does for numbers, while a missing or
/// textual value counts as 0 in some implementations and as no number in others.
public final class JsonLogic {
    private static final String VAR = "var";
    private static final String NOT = "!";
    private static final String IN = "in";
    private static final String AT_MOST = "<=";
    private static final String MISSING = "missing";

    private static final Map<Operator, String> ORDERED =
            Map.of(Operator.GT, ">", Operator.GE, ">=", Operator.LT, "<", Operator.LE, AT_MOST);

    private JsonLogic() {}

    /// The same question in JSON Logic; empty when it cannot be asked there.
    public static Optional<Value> of(Condition condition) {
        return switch (condition) {
            case Condition.Row row -> ofRow(row);
            case Condition.Group(var mode, var of, var _) -> ofGroup(mode, of);
        };
    }

    /// The condition that [#of] would turn into this; empty when it is no such rule.
    public static Optional<Condition> read(Value rule) {
        if (rule.equals(Value.of(true))) {
            return Optional.of(Condition.always());
        }
        if (!(rule instanceof Value.Fields(var members)) || members.size() != 1) {
            return Optional.empty();
        }
        var arguments = members.firstEntry().getValue();
        return switch (members.firstEntry().getKey()) {
            case "and" -> JsonLogicWithin.everyOf(arguments).or(() -> group(Condition.Mode.ALL, arguments));
            case "some" -> JsonLogicWithin.anyOf(arguments);
            case "or" -> group(Condition.Mode.ANY, arguments);
            case "!" -> negation(single(arguments));
            case "!!" -> missing(single(arguments), Operator.EMPTY);
            case "===" -> JsonLogicWithin.part(arguments).or(() -> equality(arguments, Operator.EQ));
            case "!==" -> equality(arguments, Operator.NE);
            case ">" -> order(arguments, Operator.GT);
            case ">=" -> order(arguments, Operator.GE);
            case "<" -> order(arguments, Operator.LT);
            case AT_MOST ->
                arguments.asItems().size() == 3 ? range(arguments, Operator.BETWEEN) : order(arguments, Operator.LE);
            case IN ->
                JsonLogicWithin.contained(arguments, Operator.CONTAINS).or(() -> membership(arguments, Operator.IN));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> ofGroup(Condition.Mode mode, List<Condition> of) {
        if (of.isEmpty()) {
            return mode == Condition.Mode.ALL ? Optional.of(Value.of(true)) : Optional.empty();
        }
        var parts = new ArrayList<Value>();
        for (var part : of) {
            var said = of(part);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            parts.add(said.get());
        }
        var list = new Value.Items(parts);
        return Optional.of(
                switch (mode) {
                    case ALL -> Value.fields("and", list);
                    case ANY -> Value.fields("or", list);
                    case NONE -> rule(NOT, Value.fields("or", list));
                });
    }

    private static Optional<Value> ofRow(Condition.Row row) {
        if (row.off() || row.as() != Condition.As.AS_IS) {
            return Optional.empty();
        }
        return name(row.path()).flatMap(name -> ofRow(row, name));
    }

    private static Optional<Value> ofRow(Condition.Row row, String name) {
        var field = Value.fields(VAR, Value.of(name));
        var value = row.value();
        return switch (row.operator()) {
            case EQ -> isComparable(row) ? Optional.of(rule("===", field, value)) : Optional.empty();
            case NE -> isComparable(row) ? Optional.of(rule("!==", field, value)) : Optional.empty();
            case GT, GE, LT, LE ->
                value instanceof Value.Decimal && !row.strict()
                        ? Optional.of(rule(symbol(row.operator()), field, value))
                        : Optional.empty();
            case BETWEEN -> isRange(row) ? Optional.of(range(field, value)) : Optional.empty();
            case OUTSIDE -> isRange(row) ? Optional.of(rule(NOT, range(field, value))) : Optional.empty();
            case IN -> isList(row) ? Optional.of(rule(IN, field, value)) : Optional.empty();
            case NOT_IN -> isList(row) ? Optional.of(rule(NOT, rule(IN, field, value))) : Optional.empty();
            case TRUE -> plain(row, rule("===", field, Value.of(true)));
            case FALSE -> plain(row, rule("===", field, Value.of(false)));
            case EMPTY -> plain(row, rule("!!", rule(MISSING, Value.of(name))));
            case NOT_EMPTY -> plain(row, rule(NOT, rule(MISSING, Value.of(name))));
            case CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH, HAS_ANY, HAS_ALL -> JsonLogicWithin.of(row, field);
            case MATCHES, BEFORE, AFTER, LAST_N, NEXT_N, SIZE, UNDER, CHANGED, CHANGED_TO -> Optional.empty();
        };
    }

    private static Optional<Value> plain(Condition.Row row, Value rule) {
        return row.value().isMissing() && !row.strict() ? Optional.of(rule) : Optional.empty();
    }

    /// JSON Logic compares text exactly, which is what a strict row does; numbers know no strictness.
    private static boolean isComparable(Condition.Row row) {
        return switch (row.value()) {
            case Value.Text(var text) -> row.strict() && !text.isEmpty();
            case Value.Decimal _ -> !row.strict();
            case Value.Nothing _, Value.Truth _, Value.Items _, Value.Fields _ -> false;
        };
    }

    private static boolean isRange(Condition.Row row) {
        return !row.strict()
                && row.value() instanceof Value.Items(var ends)
                && ends.size() == 2
                && ends.stream().allMatch(Value.Decimal.class::isInstance);
    }

    static boolean isList(Condition.Row row) {
        return row.value() instanceof Value.Items(var wanted)
                && wanted.stream().allMatch(JsonLogic::isSimple)
                && row.strict() == hasText(wanted);
    }

    static boolean isSimple(Value value) {
        return !value.isMissing() && (value instanceof Value.Text || value instanceof Value.Decimal);
    }

    private static boolean hasText(List<Value> values) {
        return values.stream().anyMatch(Value.Text.class::isInstance);
    }

    private static Value range(Value field, Value ends) {
        return rule(AT_MOST, ends.at(0), field, ends.at(1));
    }

    static Value.Fields rule(String operation, Value... arguments) {
        return Value.fields(operation, Value.items(arguments));
    }

    private static String symbol(Operator operator) {
        return ORDERED.getOrDefault(operator, "");
    }

    private static Optional<Condition> group(Condition.Mode mode, Value arguments) {
        if (!(arguments instanceof Value.Items(var items)) || items.isEmpty()) {
            return Optional.empty();
        }
        var parts = new ArrayList<Condition>();
        for (var item : items) {
            var part = read(item);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new Condition.Group(mode, parts));
    }

    private static Optional<Condition> negation(Value negated) {
        if (!(negated instanceof Value.Fields(var members)) || members.size() != 1) {
            return Optional.empty();
        }
        var arguments = members.firstEntry().getValue();
        return switch (members.firstEntry().getKey()) {
            case "or" -> group(Condition.Mode.NONE, arguments);
            case IN ->
                JsonLogicWithin.contained(arguments, Operator.NOT_CONTAINS)
                        .or(() -> membership(arguments, Operator.NOT_IN));
            case AT_MOST -> range(arguments, Operator.OUTSIDE);
            case MISSING -> missing(negated, Operator.NOT_EMPTY);
            default -> Optional.empty();
        };
    }

    private static Optional<Condition> missing(Value asked, Operator operator) {
        return asked instanceof Value.Fields(var members)
                        && members.size() == 1
                        && single(asked.at(MISSING)) instanceof Value.Text(var name)
                ? row(path(name), operator, Value.nothing())
                : Optional.empty();
    }

    private static Optional<Condition> equality(Value arguments, Operator operator) {
        var value = arguments.at(1);
        if (arguments.asItems().size() != 2) {
            return Optional.empty();
        }
        if (value instanceof Value.Truth(var truth)) {
            return operator == Operator.EQ
                    ? row(field(arguments.at(0)), truth ? Operator.TRUE : Operator.FALSE, Value.nothing())
                    : Optional.empty();
        }
        return isSimple(value) ? row(field(arguments.at(0)), operator, value) : Optional.empty();
    }

    private static Optional<Condition> order(Value arguments, Operator operator) {
        return arguments.asItems().size() == 2 && arguments.at(1) instanceof Value.Decimal number
                ? row(field(arguments.at(0)), operator, number)
                : Optional.empty();
    }

    private static Optional<Condition> range(Value arguments, Operator operator) {
        return arguments.asItems().size() == 3
                        && arguments.at(0) instanceof Value.Decimal low
                        && arguments.at(2) instanceof Value.Decimal high
                ? row(field(arguments.at(1)), operator, Value.items(low, high))
                : Optional.empty();
    }

    private static Optional<Condition> membership(Value arguments, Operator operator) {
        return arguments.asItems().size() == 2
                        && arguments.at(1) instanceof Value.Items wanted
                        && wanted.items().stream().allMatch(JsonLogic::isSimple)
                ? row(field(arguments.at(0)), operator, wanted)
                : Optional.empty();
    }

    static Optional<Condition> row(Optional<Path> path, Operator operator, Value value) {
        boolean strict = value instanceof Value.Text || hasText(value.asItems());
        return path.map(at -> new Condition.Row(at, operator, value, Condition.As.AS_IS, strict, false));
    }

    static Optional<Path> field(Value asked) {
        return asked instanceof Value.Fields(var members)
                        && members.size() == 1
                        && single(asked.at(VAR)) instanceof Value.Text(var name)
                ? path(name)
                : Optional.empty();
    }

    /// JSON Logic takes one argument with or without a list around it.
    private static Value single(Value arguments) {
        return arguments instanceof Value.Items(var items) && items.size() == 1 ? items.getFirst() : arguments;
    }

    /// The path as JSON Logic names it, `wo.tasks.0.code`; empty when a name holds a dot or could be taken for an
    /// index.
    private static Optional<String> name(Path path) {
        var name = new StringBuilder(path.root().value());
        for (var step : path.steps()) {
            name.append('.')
                    .append(
                            switch (step) {
                                case Path.Member(var member) -> member;
                                case Path.Index(var index) -> Integer.toString(index);
                            });
        }
        return path(name.toString()).filter(path::equals).map(_ -> name.toString());
    }

    private static Optional<Path> path(String name) {
        var names = name.split("\\.", -1);
        if (!NodeId.isValid(names[0])) {
            return Optional.empty();
        }
        var steps = new ArrayList<Path.Step>();
        for (var step : List.of(names).subList(1, names.length)) {
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(isIndex(step) ? new Path.Index(Integer.parseInt(step)) : new Path.Member(step));
        }
        return Optional.of(new Path(new NodeId(names[0]), steps));
    }

    private static boolean isIndex(String text) {
        return text.length() <= 6
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
    }
}
