package io.signalbox.flow;

import java.util.Optional;

/// Rows of one “all” group that cannot hold together.
final class Contradiction {
    private Contradiction() {}

    /// The second row of the first pair that excludes each other.
    static Optional<Condition.Row> in(Condition.Group group) {
        if (group.mode() != Condition.Mode.ALL) {
            return Optional.empty();
        }
        var rows = group.of().stream()
                .filter(Condition.Row.class::isInstance)
                .map(Condition.Row.class::cast)
                .filter(row -> !row.off() && !row.isWithoutField())
                .toList();
        for (int second = 1; second < rows.size(); second++) {
            for (var first : rows.subList(0, second)) {
                var other = rows.get(second);
                if (first.path().equals(other.path()) && (excludes(first, other) || excludes(other, first))) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean excludes(Condition.Row one, Condition.Row other) {
        return switch (one.operator()) {
            case TRUE -> other.operator() == Operator.FALSE;
            case EMPTY ->
                switch (other.operator()) {
                    case NOT_EMPTY, EQ, CONTAINS, STARTS_WITH, ENDS_WITH, GT, GE, LT, LE, IN, TRUE, FALSE -> true;
                    default -> false;
                };
            case EQ -> !one.value().isMissing() && !other.value().isMissing() && refuses(other, one.value());
            case IN -> one.value().asItems().stream().allMatch(value -> refuses(other, value));
            case GT, GE -> isAtMost(other, one);
            default -> false;
        };
    }

    /// True when the row can be asked about this very value and says no.
    private static boolean refuses(Condition.Row row, Value value) {
        return switch (row.operator()) {
            case EQ, NE, IN, NOT_IN, GT, GE, LT, LE, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH ->
                row.value().asItems().stream().noneMatch(Value::isMissing)
                        && !row.holdsFor(new One(row.path(), plain(value)));
            default -> false;
        };
    }

    private static Value plain(Value value) {
        return value instanceof Value.Fields reference && reference.has("id") ? reference.at("id") : value;
    }

    private static boolean isAtMost(Condition.Row upper, Condition.Row lower) {
        if (upper.operator() != Operator.LT && upper.operator() != Operator.LE) {
            return false;
        }
        var most = Function.numeric(upper.value());
        var least = Function.numeric(lower.value());
        if (most.isEmpty() || least.isEmpty()) {
            return false;
        }
        int order = most.get().compareTo(least.get());
        return order < 0 || (order == 0 && !(upper.operator() == Operator.LE && lower.operator() == Operator.GE));
    }

    /// A world with one value in it.
    private record One(Path path, Value value) implements Scope {
        @Override
        public Value at(Path asked) {
            return asked.equals(path) ? value : Value.nothing();
        }

        @Override
        public Locality locality() {
            return new Locality(Language.EN, java.time.ZoneOffset.UTC, new java.util.LinkedHashMap<>());
        }

        @Override
        public java.time.Instant now() {
            return java.time.Instant.EPOCH;
        }
    }
}
