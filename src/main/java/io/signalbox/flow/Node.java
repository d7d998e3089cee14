package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The four boxes, in the order the user thinks. Each carries only what its kind can have. An `off` node ends its
/// branch. `extra` holds members of the file this version does not know.
public sealed interface Node {
    /// The member of the file that holds the notes.
    String NOTES = "notes";

    NodeId id();

    /// What the person called it; may be blank.
    String name();

    boolean off();

    Value.Fields extra();

    /// What starts the flow, and under which conditions.
    ///
    /// @param type one of [Trigger#TYPES], or what a later version knows
    record Trigger(
            NodeId id, String name, String type, Settings settings, Condition when, boolean off, Value.Fields extra)
            implements Node {
        /// Posted events, an address of its own, the clock, a regular look at a service, a person.
        public static final List<String> TYPES = List.of("event", "webhook", "schedule", "poll", "manual");

        @Override
        public Trigger withSettings(Settings changed) {
            return new Trigger(id, name, type, changed, when, off, extra);
        }

        public Trigger withWhen(Condition changed) {
            return new Trigger(id, name, type, settings, changed, off, extra);
        }

        public Trigger withType(String changed) {
            return new Trigger(id, name, changed, settings, when, off, extra);
        }
    }

    /// What more to fetch.
    ///
    /// @param each what follows runs once per item of the list here
    /// @param groupBy with `each` or a list as output: once per group of equal values here
    record Source(
            NodeId id,
            String name,
            String type,
            String connection,
            String operation,
            Settings settings,
            Optional<Path> each,
            Optional<Path> groupBy,
            boolean off,
            Value.Fields extra)
            implements Node {
        public boolean isIterating() {
            return each.isPresent() || groupBy.isPresent();
        }

        public Source withEach(Optional<Path> changed) {
            return new Source(id, name, type, connection, operation, settings, changed, groupBy, off, extra);
        }

        public Source withGroupBy(Optional<Path> changed) {
            return new Source(id, name, type, connection, operation, settings, each, changed, off, extra);
        }
    }

    /// Through which service, account and action.
    record Connection(
            NodeId id,
            String name,
            String type,
            String connection,
            String operation,
            Settings settings,
            boolean off,
            Value.Fields extra)
            implements Node {}

    /// The field map: one message.
    record Configuration(NodeId id, String name, List<MapRow> fields, Condition when, boolean off, Value.Fields extra)
            implements Node {
        public Configuration {
            fields = List.copyOf(fields);
        }

        public Configuration withFields(List<MapRow> changed) {
            return new Configuration(id, name, changed, when, off, extra);
        }

        public Configuration withWhen(Condition changed) {
            return new Configuration(id, name, fields, changed, off, extra);
        }
    }

    /// `trigger`, `source`, `connection`, `configuration`: the word in files, style classes and text keys.
    default String kind() {
        return switch (this) {
            case Trigger _ -> "trigger";
            case Source _ -> "source";
            case Connection _ -> "connection";
            case Configuration _ -> "configuration";
        };
    }

    /// The connector it needs; empty for a trigger and a configuration.
    default String type() {
        return switch (this) {
            case Trigger trigger -> trigger.type();
            case Source source -> source.type();
            case Connection connection -> connection.type();
            case Configuration _ -> "";
        };
    }

    /// The name of the connection it works through; empty where it has none.
    default String connection() {
        return switch (this) {
            case Source source -> source.connection();
            case Connection connection -> connection.connection();
            case Trigger trigger -> trigger.settings().text("connection");
            case Configuration _ -> "";
        };
    }

    default String operation() {
        return switch (this) {
            case Source source -> source.operation();
            case Connection connection -> connection.operation();
            case Trigger _, Configuration _ -> "";
        };
    }

    default Settings settings() {
        return switch (this) {
            case Trigger trigger -> trigger.settings();
            case Source source -> source.settings();
            case Connection connection -> connection.settings();
            case Configuration _ -> Settings.empty();
        };
    }

    /// Its own condition; one that always holds where the kind has none.
    default Condition when() {
        return switch (this) {
            case Trigger trigger -> trigger.when();
            case Configuration configuration -> configuration.when();
            case Source _, Connection _ -> Condition.always();
        };
    }

    default Node withName(String name) {
        return switch (this) {
            case Trigger n -> new Trigger(n.id, name, n.type, n.settings, n.when, n.off, n.extra);
            case Source n ->
                new Source(
                        n.id, name, n.type, n.connection, n.operation, n.settings, n.each, n.groupBy, n.off, n.extra);
            case Connection n ->
                new Connection(n.id, name, n.type, n.connection, n.operation, n.settings, n.off, n.extra);
            case Configuration n -> new Configuration(n.id, name, n.fields, n.when, n.off, n.extra);
        };
    }

    default Node withOff(boolean off) {
        return switch (this) {
            case Trigger n -> new Trigger(n.id, n.name, n.type, n.settings, n.when, off, n.extra);
            case Source n ->
                new Source(
                        n.id, n.name, n.type, n.connection, n.operation, n.settings, n.each, n.groupBy, off, n.extra);
            case Connection n ->
                new Connection(n.id, n.name, n.type, n.connection, n.operation, n.settings, off, n.extra);
            case Configuration n -> new Configuration(n.id, n.name, n.fields, n.when, off, n.extra);
        };
    }

    /// The same node with other settings; a configuration has none and is returned as it is.
    default Node withSettings(Settings settings) {
        return switch (this) {
            case Trigger n -> new Trigger(n.id, n.name, n.type, settings, n.when, n.off, n.extra);
            case Source n ->
                new Source(
                        n.id, n.name, n.type, n.connection, n.operation, settings, n.each, n.groupBy, n.off, n.extra);
            case Connection n ->
                new Connection(n.id, n.name, n.type, n.connection, n.operation, settings, n.off, n.extra);
            case Configuration n -> n;
        };
    }

    /// The same node working through another connection and operation; kinds without them are returned as they are.
    default Node withService(String type, String connection, String operation) {
        return switch (this) {
            case Source n ->
                new Source(n.id, n.name, type, connection, operation, n.settings, n.each, n.groupBy, n.off, n.extra);
            case Connection n -> new Connection(n.id, n.name, type, connection, operation, n.settings, n.off, n.extra);
            case Trigger n -> n;
            case Configuration n -> n;
        };
    }

    /// The same node with other members beside those that its kind has.
    default Node withExtra(Value.Fields extra) {
        return switch (this) {
            case Trigger n -> new Trigger(n.id, n.name, n.type, n.settings, n.when, n.off, extra);
            case Source n ->
                new Source(
                        n.id, n.name, n.type, n.connection, n.operation, n.settings, n.each, n.groupBy, n.off, extra);
            case Connection n ->
                new Connection(n.id, n.name, n.type, n.connection, n.operation, n.settings, n.off, extra);
            case Configuration n -> new Configuration(n.id, n.name, n.fields, n.when, n.off, extra);
        };
    }

    /// What people wrote down about the node for each other; blank for none.
    default String notes() {
        return extra().at(NOTES).asText();
    }

    default Node withNotes(String notes) {
        return withExtra(notes.isEmpty() ? extra().without(NOTES) : extra().with(NOTES, Value.of(notes)));
    }

    /// Every path that the node itself reads.
    default List<Path> paths() {
        var paths = new ArrayList<Path>();
        settings().values().values().forEach(expression -> paths.addAll(expression.paths()));
        paths.addAll(when().paths());
        if (this instanceof Configuration configuration) {
            configuration.fields().forEach(row -> paths.addAll(row.from().paths()));
        }
        return paths;
    }
}
