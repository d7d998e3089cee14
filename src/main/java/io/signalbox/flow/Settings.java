package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What was typed into a node's form, by field key. Secrets never stand here: they belong to connections.
public record Settings(SequencedMap<String, Expression> values) {
    public Settings {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    public static Settings empty() {
        return new Settings(new LinkedHashMap<>());
    }

    public Optional<Expression> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /// The text of a literal setting; empty when absent or computed.
    public String text(String key) {
        return values.get(key) instanceof Expression.Literal literal
                ? literal.value().asText()
                : "";
    }

    public Settings with(String key, Expression value) {
        var copy = new LinkedHashMap<>(values);
        copy.put(key, value);
        return new Settings(copy);
    }

    public Settings with(String key, String text) {
        return with(key, Expression.literal(text));
    }

    public Settings without(String key) {
        var copy = new LinkedHashMap<>(values);
        copy.remove(key);
        return new Settings(copy);
    }
}
