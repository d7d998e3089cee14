package io.signalbox.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /// The same with every path replaced, and every call replaced or left out.
    default Expression changed(
            UnaryOperator<Path> paths, java.util.function.Function<FunctionCall, Optional<FunctionCall>> calls) {
        return switch (this) {
            case Literal(var value, var apply, var extra) -> new Literal(value, changed(apply, calls), extra);
            case Reference(var path, var apply, var extra) ->
                new Reference(paths.apply(path), changed(apply, calls), extra);
            case Filled(var template, var apply, var extra) -> {
                var parts = new ArrayList<Template.Part>();
                for (var part : template.parts()) {
                    parts.add(
                            switch (part) {
                                case Template.Plain plain -> plain;
                                case Template.Slot(var path, var own) ->
                                    new Template.Slot(paths.apply(path), changed(own, calls));
                            });
                }
                yield new Filled(new Template(parts), changed(apply, calls), extra);
            }
        };
    }

    private static List<FunctionCall> changed(
            List<FunctionCall> apply, java.util.function.Function<FunctionCall, Optional<FunctionCall>> calls) {
        return apply.stream().flatMap(call -> calls.apply(call).stream()).toList();
    }

    /// Left blank in a form: a missing literal that no function fills.
    default boolean isBlank() {
        return this instanceof Literal literal
                && literal.value().isMissing()
                && literal.apply().isEmpty();
    }
}
