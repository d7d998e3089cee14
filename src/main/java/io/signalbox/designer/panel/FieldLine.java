package io.signalbox.designer.panel;

import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Folded;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// One line of the tree of values.
sealed interface FieldLine {
    /// Children shown at once; a payload may hold thousands.
    int PAGE = 200;

    /// A search that finds more is too vague to be read.
    int MOST_FOUND = 200;

    int SUGGESTED = 5;

    /// @param name as a person reads it
    /// @param words how what lies below is called; the same for all lines of a tree
    record Entry(Path path, String name, Value value, FieldWords words) implements FieldLine {
        /// A whole record is no value that a text could hold.
        boolean isValue() {
            return !(value instanceof Value.Fields);
        }

        boolean hasParts() {
            return switch (value) {
                case Value.Fields fields -> !fields.isEmpty();
                case Value.Items(var items) -> !items.isEmpty();
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> false;
            };
        }

        /// What lies in it, what happened before what is said about it.
        List<Entry> parts() {
            return switch (value) {
                case Value.Fields(var members) ->
                    members.entrySet().stream()
                            .sorted(Comparator.comparing(member -> !isData(member.getKey())))
                            .map(member -> new Entry(
                                    path.member(member.getKey()),
                                    words.of(new Path.Member(member.getKey())),
                                    member.getValue(),
                                    words))
                            .toList();
                case Value.Items(var items) -> {
                    var parts = new ArrayList<Entry>(items.size());
                    for (int index = 0; index < items.size(); index++) {
                        parts.add(new Entry(path.index(index), "#" + (index + 1), items.get(index), words));
                    }
                    yield parts;
                }
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> List.of();
            };
        }

        int count() {
            return switch (value) {
                case Value.Fields(var members) -> members.size();
                case Value.Items(var items) -> items.size();
                case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> 0;
            };
        }

        /// Some of the parts: of a long list only those are made that are shown.
        List<Entry> parts(int from, int to) {
            if (!(value instanceof Value.Items(var items))) {
                return parts().subList(from, to);
            }
            var parts = new ArrayList<Entry>(to - from);
            for (int index = from; index < to; index++) {
                parts.add(new Entry(path.index(index), "#" + (index + 1), items.get(index), words));
            }
            return parts;
        }

        private boolean isData(String name) {
            return path.equals(new Path(Path.TRIGGER, List.of())) && name.equals("data");
        }

        /// Values below it whose name, path or text contains the words, depth first.
        ///
        /// @param wanted folded
        /// @param found takes them, until it holds enough
        void find(String wanted, List<Entry> found) {
            for (var part : parts()) {
                if (found.size() >= MOST_FOUND) {
                    return;
                }
                if (part.isValue() && part.fits(wanted)) {
                    found.add(part);
                }
                part.find(wanted, found);
            }
        }

        /// The first few values that fit, in records alone: what stands in a list is one of many.
        void suggest(Predicate<Value> fits, List<Entry> found) {
            if (value instanceof Value.Fields) {
                for (var part : parts()) {
                    if (found.size() < SUGGESTED && part.isValue() && fits.test(part.value())) {
                        found.add(part);
                    }
                    part.suggest(fits, found);
                }
            }
        }

        private boolean fits(String wanted) {
            return Folded.of(name).contains(wanted)
                    || Folded.of(path.toString()).contains(wanted)
                    || Folded.of(path.toString()).replace('_', ' ').contains(wanted)
                    || (!(value instanceof Value.Items)
                            && Folded.of(value.asText()).contains(wanted));
        }
    }

    /// Stands for the parts of `of` from the index `from` on, until it is chosen.
    record More(Entry of, int from, int all) implements FieldLine {}
}
