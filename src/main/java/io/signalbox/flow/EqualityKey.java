package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row without which a condition cannot hold, and the one value for which that row can: flows are found by it
/// without asking each of them. That the keys are equal does not yet say that the row holds.
///
/// @param key of the row's value, in the probe's spelling
public record EqualityKey(Probe probe, String key) {

    /// How a key is taken from an event.
    ///
    /// @param numeric numbers by their worth, all else by its folded text
    /// @param byId of a reference its id
    public record Probe(Path path, boolean numeric, boolean byId) {
        /// The key of what the event has at the path; empty when no row of this probe can hold for it.
        public Optional<String> of(Event event) {
            return path.root().equals(Path.TRIGGER) ? of(event.at(path)) : Optional.empty();
        }

        private Optional<String> of(Value actual) {
            var value = byId && actual instanceof Value.Fields ? actual.at("id") : actual;
            if (value.isMissing()) {
                return Optional.empty();
            }
            if (!numeric) {
                return Optional.of(Folded.of(value.asText()));
            }
            return value instanceof Value.Decimal(var number)
                    ? Optional.of(number.stripTrailingZeros().toPlainString())
                    : Optional.empty();
        }
    }

    /// Every such row of the condition, in order.
    public static List<EqualityKey> in(Condition condition) {
        var keys = new ArrayList<EqualityKey>();
        collect(condition, keys);
        return keys;
    }

    private static void collect(Condition condition, List<EqualityKey> keys) {
        switch (condition) {
            case Condition.Row row -> of(row).ifPresent(keys::add);
            case Condition.Group(var mode, var of, var _) -> {
                if (mode == Condition.Mode.ALL) {
                    of.forEach(part -> collect(part, keys));
                }
            }
        }
    }

    private static Optional<EqualityKey> of(Condition.Row row) {
        if (row.off() || row.operator() != Operator.EQ) {
            return Optional.empty();
        }
        boolean byId = row.value() instanceof Value.Fields reference && reference.has("id");
        var wanted = byId ? row.value().at("id") : row.value();
        if (byId && wanted instanceof Value.Fields) {
            return Optional.empty();
        }
        return switch (row.as()) {
            case NUMBER, DATE -> Optional.empty();
            case TEXT -> Optional.of(text(row, byId, wanted));
            case AS_IS -> {
                if (wanted instanceof Value.Decimal(var number)) {
                    yield Optional.of(new EqualityKey(
                            new Probe(row.path(), true, byId),
                            number.stripTrailingZeros().toPlainString()));
                }
                yield Comparison.isDated(wanted) ? Optional.empty() : Optional.of(text(row, byId, wanted));
            }
        };
    }

    private static EqualityKey text(Condition.Row row, boolean byId, Value wanted) {
        return new EqualityKey(new Probe(row.path(), false, byId), Folded.of(wanted.asText()));
    }
}
