package io.signalbox.flow;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a flow's functions need to know about people: their language, their clock and the flow's own tables.
/// Nothing is taken from the machine.
public record Locality(Language language, ZoneId zone, SequencedMap<String, LookupTable> tables) {
    public Locality {
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    public static Locality of(Language language, ZoneId zone) {
        return new Locality(language, zone, new LinkedHashMap<>());
    }
}
