package io.signalbox.http;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// What goes back.
record Answer(int status, String contentType, Map<String, String> headers, String body) {

    static Answer json(int status, Value value) {
        return new Answer(status, "application/json", Map.of(), Json.write(value));
    }

    static Answer text(int status, String contentType, String text) {
        return new Answer(status, contentType, Map.of(), text);
    }

    /// RFC 9457.
    ///
    /// @param detail for a person
    static Answer problem(int status, String title, String detail) {
        return problem(status, Value.Fields.empty(), title, detail);
    }

    /// @param more members of their own
    static Answer problem(int status, Value.Fields more, String title, String detail) {
        var problem = Value.fields("type", Value.of("about:blank"), "title", Value.of(title))
                .with("status", Value.of(status))
                .with("detail", Value.of(detail));
        for (var member : more.fields().entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        return new Answer(status, "application/problem+json", Map.of(), Json.write(problem));
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, body);
    }
}
