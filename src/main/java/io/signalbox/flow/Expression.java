package io.signalbox.flow;

import java.util.List;

/// Where the value of a setting or of a map row comes from.
public sealed interface Expression {
    List<FunctionCall> apply();

    /// Members of the file this version does not know, kept for the rewrite.
    Value.Fields extra();

    record Literal(Value value, List<FunctionCall> apply, Value.Fields extra) implements Expression {
        public Literal {
            apply = List.copyOf(apply);
        }

        public Literal(Value value, List<FunctionCall> apply) {
            this(value, apply, Value.Fields.empty());
        }
    }

    record Reference(Path path, List<FunctionCall> apply, Value.Fields extra) implements Expression {
        public Reference {
            apply = List.copyOf(apply);
        }

        public Reference(Path path, List<FunctionCall> apply) {
            this(path, apply, Value.Fields.empty());
        }
    }

    record Filled(Template template, List<FunctionCall> apply, Value.Fields extra) implements Expression {
        public Filled {
            apply = List.copyOf(apply);
        }

        public Filled(Template template, List<FunctionCall> apply) {
            this(template, apply, Value.Fields.empty());
        }
    }

    static Expression literal(Value value) {
        return new Literal(value, List.of());
    }

    static Expression literal(String text) {
        return literal(Value.of(text));
    }

    static Expression path(String path) {
        return new Reference(Path.parse(path), List.of());
    }

    static Expression template(String template) {
        return new Filled(Template.parse(template), List.of());
    }

    default Value evaluate(Scope scope) {
        var value = switch (this) {
            case Literal literal -> literal.value();
            case Reference reference -> scope.at(reference.path());
            case Filled filled -> filled.template().evaluate(scope);
        };
        for (var call : apply()) {
            value = call.applyTo(value, scope.locality());
        }
        return value;
    }

    /// Every path it reads.
    default List<Path> paths() {
        return switch (this) {
            case Literal _ -> List.of();
            case Reference reference -> List.of(reference.path());
            case Filled filled -> filled.template().paths();
        };
    }

    /// Left blank in a form: a missing literal that no function fills.
    default boolean isBlank() {
        return this instanceof Literal literal
                && literal.value().isMissing()
                && literal.apply().isEmpty();
    }
}
