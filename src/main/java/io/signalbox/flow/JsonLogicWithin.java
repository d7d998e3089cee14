package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of JSON Logic that looks into texts and lists: contains, starts with, ends with, includes any and all of.
/// Texts are compared exactly there, so the rows are strict ones; lists are asked as lists, never as texts.
final class JsonLogicWithin {
    private static final String IN = "in";
    private static final String SOME = "some";
    private static final String SAME = "===";
    private static final String PART = "substr";
    private static final String TEXT = "cat";
    private static final Value ITEM = Value.fields("var", Value.of(""));

    private JsonLogicWithin() {}

    static Optional<Value> of(Condition.Row row, Value field) {
        return switch (row.operator()) {
            case CONTAINS -> needle(row).map(needle -> JsonLogic.rule(IN, needle, field));
            case NOT_CONTAINS -> needle(row).map(needle -> JsonLogic.rule("!", JsonLogic.rule(IN, needle, field)));
            case STARTS_WITH -> needle(row).map(needle -> same(field, needle, Value.of(0), length(needle)));
            case ENDS_WITH -> needle(row).map(needle -> same(field, needle, Value.of(-size(needle))));
            case HAS_ANY ->
                JsonLogic.isList(row)
                        ? Optional.of(JsonLogic.rule(SOME, field, JsonLogic.rule(IN, ITEM, row.value())))
                        : Optional.empty();
            case HAS_ALL ->
                JsonLogic.isList(row) && !row.value().asItems().isEmpty()
                        ? Optional.of(Value.fields(
                                "and",
                                new Value.Items(row.value().asItems().stream()
                                        .<Value>map(wanted ->
                                                JsonLogic.rule(SOME, field, JsonLogic.rule(SAME, ITEM, wanted)))
                                        .toList())))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// `cat` makes an empty text of a missing value, which starts and ends with nothing.
    private static Value same(Value field, Value needle, Value... ends) {
        var arguments = new ArrayList<Value>();
        arguments.add(JsonLogic.rule(TEXT, field));
        arguments.addAll(List.of(ends));
        return JsonLogic.rule(SAME, Value.fields(PART, new Value.Items(arguments)), needle);
    }

    private static Optional<Value> needle(Condition.Row row) {
        return row.strict() && row.value() instanceof Value.Text(var text) && !text.isEmpty()
                ? Optional.of(row.value())
                : Optional.empty();
    }

    private static Value length(Value needle) {
        return Value.of(size(needle));
    }

    private static int size(Value needle) {
        return needle.asText().length();
    }

    /// `in` with a text on the left and a field on the right.
    static Optional<Condition> contained(Value arguments, Operator operator) {
        return arguments.asItems().size() == 2 && arguments.at(0) instanceof Value.Text needle && !needle.isMissing()
                ? JsonLogic.row(JsonLogic.field(arguments.at(1)), operator, needle)
                : Optional.empty();
    }

    /// `===` of the beginning or the end of a field's text.
    static Optional<Condition> part(Value arguments) {
        var cut = arguments.at(0).at(PART);
        if (!(arguments.at(1) instanceof Value.Text needle) || cut.asItems().size() < 2) {
            return Optional.empty();
        }
        var path = JsonLogic.field(first(cut.at(0).at(TEXT)));
        if (cut.at(1).equals(Value.of(0)) && cut.at(2).equals(length(needle))) {
            return JsonLogic.row(path, Operator.STARTS_WITH, needle);
        }
        return cut.at(1).equals(Value.of(-size(needle))) && cut.asItems().size() == 2
                ? JsonLogic.row(path, Operator.ENDS_WITH, needle)
                : Optional.empty();
    }

    static Optional<Condition> anyOf(Value arguments) {
        var asked = arguments.at(1).at(IN);
        return asked.at(0).equals(ITEM)
                        && asked.at(1) instanceof Value.Items wanted
                        && wanted.items().stream().allMatch(JsonLogic::isSimple)
                ? JsonLogic.row(JsonLogic.field(arguments.at(0)), Operator.HAS_ANY, wanted)
                : Optional.empty();
    }

    /// `and` of nothing but one field's `some … ===`.
    static Optional<Condition> everyOf(Value arguments) {
        var wanted = new ArrayList<Value>();
        Optional<Path> path = Optional.empty();
        for (var part : arguments.asItems()) {
            var asked = part.at(SOME);
            var same = asked.at(1).at(SAME);
            var field = JsonLogic.field(asked.at(0));
            boolean fits = same.at(0).equals(ITEM)
                    && JsonLogic.isSimple(same.at(1))
                    && field.isPresent()
                    && (path.isEmpty() || path.equals(field));
            if (!fits) {
                return Optional.empty();
            }
            path = field;
            wanted.add(same.at(1));
        }
        return JsonLogic.row(path, Operator.HAS_ALL, new Value.Items(wanted));
    }

    private static Value first(Value arguments) {
        return arguments instanceof Value.Items(var items) && !items.isEmpty() ? items.getFirst() : arguments;
    }
}
