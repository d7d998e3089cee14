package io.signalbox.flow;

import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What a test lets an expression or a condition see: one object whose members are the outputs by node id.
public record Given(Value outputs, Locality locality, Instant now) implements Scope {
    public static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /// @param outputs JSON with apostrophes for quotes
    public static Given of(String outputs) {
        return of(json(outputs));
    }

    public static Given of(Value outputs) {
        return new Given(outputs, english(), NOON);
    }

    /// Only the event's data: `trigger.data`.
    public static Given data(String data) {
        return of(Value.fields("trigger", Value.fields("data", json(data))));
    }

    public static Locality english() {
        var tables = new LinkedHashMap<String, LookupTable>();
        var rows = new LinkedHashMap<String, String>();
        rows.put("VERY_HIGH", "Very high");
        rows.put("LOW", "Low");
        tables.put("priority", new LookupTable(rows, Optional.empty()));
        tables.put("other", new LookupTable(rows, Optional.of("Anything else")));
        return new Locality(Language.EN, SAO_PAULO, tables);
    }

    /// @param text JSON with apostrophes for quotes
    public static Value json(String text) {
        try {
            return Json.parse(text.replace('\'', '"'));
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(text, problem);
        }
    }

    @Override
    public Value at(Path path) {
        return path.from(outputs.at(path.root().value()));
    }
}
