package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says whether data passes. Plain data, evaluated here and nowhere else; pure and total.
public sealed interface Condition {

    /// How deep groups may nest.
    int DEEPEST = 3;

    /// The member of a row in files that says that no sample needs to have its field.
    String UNSEEN = "unseen";

    Path EVENT_DATA = Path.parse("trigger.data");

    enum Mode {
        ALL("all"),
        ANY("any"),
        NONE("none");

        private final String key;

        Mode(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// What a row's value is read as before it is compared.
    enum As {
        AS_IS(""),
        NUMBER("number"),
        DATE("date"),
        TEXT("text");

        private final String key;

        As(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// Rows and groups under one word. `ALL` of nothing holds: a trigger without conditions runs for every event.
    record Group(Mode mode, List<Condition> of, Value.Fields extra) implements Condition {
        public Group {
            of = List.copyOf(of);
        }

        public Group(Mode mode, List<Condition> of) {
            this(mode, of, Value.Fields.empty());
        }

        public Group withMode(Mode changed) {
            return new Group(changed, of, extra);
        }

        public Group withOf(List<Condition> changed) {
            return new Group(mode, changed, extra);
        }
    }

    /// One comparison. `off` keeps the row but leaves it out of the decision.
    record Row(Path path, Operator operator, Value value, As as, boolean strict, boolean off, Value.Fields extra)
            implements Condition {
        public Row(Path path, Operator operator, Value value, As as, boolean strict, boolean off) {
            this(path, operator, value, as, strict, off, Value.Fields.empty());
        }

        public Row withPath(Path changed) {
            return new Row(changed, operator, value, as, strict, off, extra.without(UNSEEN));
        }

        public Row withOperator(Operator changed) {
            return new Row(path, changed, value, as, strict, off, extra);
        }

        public Row withValue(Value changed) {
            return new Row(path, operator, changed, as, strict, off, extra);
        }

        public Row withAs(As changed) {
            return new Row(path, operator, value, changed, strict, off, extra);
        }

        public Row withStrict(boolean changed) {
            return new Row(path, operator, value, as, changed, off, extra);
        }

        public Row withOff(boolean changed) {
            return new Row(path, operator, value, as, strict, changed, extra);
        }

        /// A person said that the field is right although no sample has it.
        public boolean isUnseen() {
            return extra.at(UNSEEN).equals(Value.of(true));
        }

        public Row withUnseen() {
            return new Row(path, operator, value, as, strict, off, extra.with(UNSEEN, Value.of(true)));
        }

        /// True while no field was chosen: the event as a whole cannot be compared.
        public boolean isWithoutField() {
            return path.root().equals(Path.TRIGGER) && (path.steps().isEmpty() || path.equals(EVENT_DATA));
        }
    }

    /// What a row is begun with.
    static Row blank() {
        return new Row(Path.parse("trigger"), Operator.EQ, Value.of(""), As.AS_IS, false, false);
    }

    static Group always() {
        return new Group(Mode.ALL, List.of());
    }

    static Row row(String path, Operator operator, Value value) {
        return new Row(Path.parse(path), operator, value, As.AS_IS, false, false);
    }

    /// True when it asks nothing.
    default boolean isAlways() {
        return this instanceof Group(var mode, var of, var _) && mode == Mode.ALL && of.isEmpty();
    }

    default boolean holdsFor(Scope scope) {
        return switch (this) {
            case Row row -> row.off() || Comparison.of(row, scope).holds();
            case Group(var mode, var of, var _) -> {
                // Without allocation: this runs for every event and every flow.
                for (var condition : of) {
                    if (condition instanceof Row row && row.off()) {
                        continue;
                    }
                    boolean holds = condition.holdsFor(scope);
                    if (mode == Mode.ALL && !holds) {
                        yield false;
                    }
                    if (mode == Mode.ANY && holds) {
                        yield true;
                    }
                    if (mode == Mode.NONE && holds) {
                        yield false;
                    }
                }
                yield mode != Mode.ANY || of.stream().allMatch(c -> c instanceof Row row && row.off());
            }
        };
    }

    /// The same decision with every part shown, for panels, previews and the run view.
    default Verdict explain(Scope scope) {
        return switch (this) {
            case Row row when row.off() -> new Verdict.OfRow(row, true, scope.at(row.path()), Optional.empty());
            case Row row -> Comparison.of(row, scope);
            case Group(var mode, var of, var _) -> {
                var parts = of.stream().map(part -> part.explain(scope)).toList();
                yield new Verdict.OfGroup(mode, holdsFor(scope), parts);
            }
        };
    }

    /// Every path it reads, in order.
    default List<Path> paths() {
        var paths = new ArrayList<Path>();
        collect(paths);
        return paths;
    }

    private void collect(List<Path> paths) {
        switch (this) {
            case Row row -> paths.add(row.path());
            case Group(var _, var of, var _) -> of.forEach(part -> part.collect(paths));
        }
    }

    /// Rows in all depths.
    default int countRows() {
        return paths().size();
    }

    /// 1 for a group of rows, 2 for a group in it, and so on; 0 for a row.
    default int depth() {
        return switch (this) {
            case Row _ -> 0;
            case Group(var _, var of, var _) ->
                1 + of.stream().mapToInt(Condition::depth).max().orElse(0);
        };
    }
}
