package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A two-column table that turns a code into words, with an optional row for anything else.
///
/// @param extra members of the file this version does not know, kept for the rewrite
public record LookupTable(SequencedMap<String, String> rows, Optional<String> otherwise, Value.Fields extra) {
    public LookupTable {
        rows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rows));
    }

    public LookupTable(SequencedMap<String, String> rows, Optional<String> otherwise) {
        this(rows, otherwise, Value.Fields.empty());
    }

    public Value find(Value code) {
        var found = rows.get(code.asText());
        if (found != null) {
            return Value.of(found);
        }
        return otherwise.map(Value::of).orElse(Value.nothing());
    }
}
