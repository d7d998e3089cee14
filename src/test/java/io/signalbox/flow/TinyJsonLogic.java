package io.signalbox.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// As much of JSON Logic as the conversion writes, after the description at jsonlogic.com and its JavaScript: what is
/// no
/// number counts as 0 when two values are put in order.
final class TinyJsonLogic {
    private TinyJsonLogic() {}

    static boolean holds(Value rule, Value data) {
        return truthy(evaluate(rule, data));
    }

    private static Value evaluate(Value rule, Value data) {
        if (rule instanceof Value.Items(var items)) {
            return new Value.Items(
                    items.stream().map(item -> evaluate(item, data)).toList());
        }
        if (!(rule instanceof Value.Fields(var members)) || members.size() != 1) {
            return rule;
        }
        var operation = members.firstEntry().getKey();
        var list = members.firstEntry().getValue() instanceof Value.Items(var items)
                ? items
                : List.of(members.firstEntry().getValue());
        if (operation.equals("some")) {
            return Value.of(evaluate(list.getFirst(), data) instanceof Value.Items(var each)
                    && each.stream().anyMatch(item -> holds(list.get(1), item)));
        }
        var arguments = list.stream().map(item -> evaluate(item, data)).toList();
        var first = arguments.getFirst();
        return switch (operation) {
            case "var" -> find(first.asText(), data);
            case "missing" -> missing(arguments, data);
            case "!" -> Value.of(!truthy(first));
            case "!!" -> Value.of(truthy(first));
            case "===" -> Value.of(same(first, arguments.get(1)));
            case "!==" -> Value.of(!same(first, arguments.get(1)));
            case "and" ->
                arguments.stream().filter(one -> !truthy(one)).findFirst().orElse(arguments.getLast());
            case "or" ->
                arguments.stream().filter(TinyJsonLogic::truthy).findFirst().orElse(arguments.getLast());
            case "cat" -> Value.of(first.asText());
            case "substr" -> Value.of(part(first.asText(), arguments));
            case "in" ->
                Value.of(
                        arguments.get(1) instanceof Value.Text(var text)
                                ? text.contains(first.asText())
                                : arguments.get(1).asItems().stream().anyMatch(item -> same(first, item)));
            case ">" -> Value.of(number(first).compareTo(number(arguments.get(1))) > 0);
            case ">=" -> Value.of(number(first).compareTo(number(arguments.get(1))) >= 0);
            case "<" -> Value.of(number(first).compareTo(number(arguments.get(1))) < 0);
            case "<=" -> Value.of(isRising(arguments));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /// From an index, counted from the end when it is negative, so many characters or to the end.
    private static String part(String text, List<Value> arguments) {
        int start = number(arguments.get(1)).intValue();
        int from = start < 0 ? Math.max(0, text.length() + start) : Math.min(start, text.length());
        int to = arguments.size() < 3
                ? text.length()
                : Math.min(text.length(), from + number(arguments.get(2)).intValue());
        return text.substring(from, to);
    }

    private static Value find(String name, Value data) {
        if (name.isEmpty()) {
            return data;
        }
        var found = data;
        for (var step : List.of(name.split("\\.", -1))) {
            found = found.at(step);
        }
        return found;
    }

    private static Value missing(List<Value> names, Value data) {
        var missing = new ArrayList<Value>();
        for (var name : names) {
            var found = find(name.asText(), data);
            if (found.equals(Value.nothing()) || found.equals(Value.of(""))) {
                missing.add(name);
            }
        }
        return new Value.Items(missing);
    }

    private static boolean isRising(List<Value> arguments) {
        boolean rising = true;
        for (int at = 1; at < arguments.size(); at++) {
            rising &= number(arguments.get(at - 1)).compareTo(number(arguments.get(at))) <= 0;
        }
        return rising;
    }

    private static boolean same(Value left, Value right) {
        if (left instanceof Value.Decimal(var a) && right instanceof Value.Decimal(var b)) {
            return a.compareTo(b) == 0;
        }
        return left.equals(right);
    }

    private static BigDecimal number(Value value) {
        return value instanceof Value.Decimal(var number) ? number : BigDecimal.ZERO;
    }

    private static boolean truthy(Value value) {
        return switch (value) {
            case Value.Nothing _ -> false;
            case Value.Text(var text) -> !text.isEmpty();
            case Value.Decimal(var number) -> number.signum() != 0;
            case Value.Truth(var truth) -> truth;
            case Value.Items(var items) -> !items.isEmpty();
            case Value.Fields _ -> true;
        };
    }
}
