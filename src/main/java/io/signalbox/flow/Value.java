package io.signalbox.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Any payload: shaped like JSON, independent of any JSON library, immutable.
///
/// Absent, JSON null and empty text are all *missing* to a flow ([#isMissing]), yet null survives a round trip as
/// [Nothing] inside [Fields].
public sealed interface Value {

    /// JSON null, and what a path that leads nowhere yields.
    enum Nothing implements Value {
        NOTHING;

        @Override
        public String toString() {
            return "";
        }
    }

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /// A number exactly as written; the scale is kept, so `1.50` is written back as `1.50`.
    record Decimal(BigDecimal number) implements Value {
        @Override
        public String toString() {
            // The reader admits exponents up to 400 only, so the plain form stays short.
            return number.toPlainString();
        }
    }

    record Truth(boolean truth) implements Value {
        @Override
        public String toString() {
            return Boolean.toString(truth);
        }
    }

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return items.stream()
                    .filter(item -> !item.isMissing())
                    .map(Value::asText)
                    .collect(Collectors.joining(", "));
        }
    }

    /// Named members in the order they were written.
    record Fields(SequencedMap<String, Value> fields) implements Value {
        private static final Fields EMPTY = new Fields(new LinkedHashMap<>());

        public Fields {
            fields = OrderedMap.copyOf(fields);
        }

        public static Fields empty() {
            return EMPTY;
        }

        /// A copy in which `name` holds `value`: in place where the name exists, else at the end.
        public Fields with(String name, Value value) {
            var copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new Fields(OrderedMap.owning(copy));
        }

        /// `with`, but only when there is something to say.
        public Fields withPresent(String name, Value value) {
            return value.isMissing() ? this : with(name, value);
        }

        public Fields without(String name) {
            var copy = new LinkedHashMap<>(fields);
            copy.remove(name);
            return new Fields(OrderedMap.owning(copy));
        }

        public boolean has(String name) {
            return fields.containsKey(name);
        }

        public boolean isEmpty() {
            return fields.isEmpty();
        }

        @Override
        public String toString() {
            return fields.entrySet().stream()
                    .filter(member -> !member.getValue().isMissing())
                    .map(member -> member.getKey() + ": " + member.getValue().asText())
                    .collect(Collectors.joining(", "));
        }
    }

    /// Gathers members in their order, where [Fields#with] would copy them for each one more.
    final class Gathering {
        private LinkedHashMap<String, Value> members = new LinkedHashMap<>();

        public Gathering with(String name, Value value) {
            members.put(name, value);
            return this;
        }

        public boolean has(String name) {
            return members.containsKey(name);
        }

        /// What was gathered; from then on it is empty.
        public Fields fields() {
            var gathered = members;
            members = new LinkedHashMap<>();
            return new Fields(OrderedMap.owning(gathered));
        }
    }

    static Value nothing() {
        return Nothing.NOTHING;
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(long number) {
        return new Decimal(BigDecimal.valueOf(number));
    }

    static Value of(boolean truth) {
        return new Truth(truth);
    }

    static Items items(Value... items) {
        return new Items(List.of(items));
    }

    static Items texts(List<String> texts) {
        return new Items(texts.stream().map(Value::of).toList());
    }

    static Fields fields(String name, Value value) {
        return new Gathering().with(name, value).fields();
    }

    static Fields fields(String name, Value value, String name2, Value value2) {
        return new Gathering().with(name, value).with(name2, value2).fields();
    }

    static Fields fields(Map<String, Value> members) {
        return new Fields(OrderedMap.copyOf(members));
    }

    /// Absent, null or empty text.
    default boolean isMissing() {
        return switch (this) {
            case Nothing _ -> true;
            case Text(var text) -> text.isEmpty();
            case Decimal _, Truth _, Items _, Fields _ -> false;
        };
    }

    /// The member of that name, or [Nothing]: on a list, on a text and on nothing alike.
    default Value at(String name) {
        if (this instanceof Fields(var members)) {
            var member = members.get(name);
            return member == null ? nothing() : member;
        }
        return nothing();
    }

    /// The item at `index` from 0, or [Nothing].
    default Value at(int index) {
        return this instanceof Items(var items) && index >= 0 && index < items.size() ? items.get(index) : nothing();
    }

    /// What a person reads: text as it is, numbers plain, lists joined by a comma, nothing as empty text.
    default String asText() {
        return toString();
    }

    /// The items of a list; nothing is no item; anything else is one.
    default List<Value> asItems() {
        return switch (this) {
            case Items(var items) -> items;
            case Nothing _ -> List.of();
            case Text _, Decimal _, Truth _, Fields _ -> List.of(this);
        };
    }

    default Fields asFields() {
        return this instanceof Fields fields ? fields : Fields.empty();
    }

    /// A copy in which the dotted `path` (`a.b.0.c`) holds `value`; objects and lists on the way are made.
    static Value put(Value into, List<String> path, Value value) {
        if (path.isEmpty()) {
            return value;
        }
        var head = path.getFirst();
        var rest = path.subList(1, path.size());
        if (isIndex(head) && !(into instanceof Fields)) {
            var items = new ArrayList<>(into.asItems());
            int index = Integer.parseInt(head);
            while (items.size() <= index) {
                items.add(nothing());
            }
            items.set(index, put(items.get(index), rest, value));
            return new Items(items);
        }
        return into.asFields().with(head, put(into.at(head), rest, value));
    }

    private static boolean isIndex(String text) {
        return !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
