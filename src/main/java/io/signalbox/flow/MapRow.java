package io.signalbox.flow;

import java.util.Optional;

/// One row of a field map.
///
/// @param to the target: a template's `1` or parameter name, `header.1`, `button.0`, or a dotted path in a body
/// @param fallback what to send when `from` is missing; without it a missing value fails the step
/// @param extra members of the file this version does not know, kept for the rewrite
public record MapRow(String to, Expression from, Optional<String> fallback, Value.Fields extra) {
    public static MapRow of(String to, Expression from) {
        return new MapRow(to, from, Optional.empty(), Value.Fields.empty());
    }

    public MapRow withFrom(Expression changed) {
        return new MapRow(to, changed, fallback, extra);
    }

    public MapRow withTo(String changed) {
        return new MapRow(changed, from, fallback, extra);
    }

    public MapRow withFallback(Optional<String> changed) {
        return new MapRow(to, from, changed, extra);
    }

    public Value evaluate(Scope scope) {
        var value = from.evaluate(scope);
        return value.isMissing() ? fallback.map(Value::of).orElse(value) : value;
    }
}
