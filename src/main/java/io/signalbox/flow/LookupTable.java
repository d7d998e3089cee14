package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A two-column table that turns a code into words, with an optional row for anything else.
public record LookupTable(SequencedMap<String, String> rows, Optional<String> otherwise) {
    public LookupTable {
        rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
    }

    public Value find(Value code) {
        var found = rows.get(code.asText());
        if (found != null) {
            return Value.of(found);
        }
        return otherwise.map(Value::of).orElse(Value.nothing());
    }
}
