package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.util.HashMap;
import java.util.Map;

/// What the sandbox answers: JSON, or plain text where its content type says so.
public record Answer(int status, Map<String, String> headers, Value body) {
    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, Value body) {
        return new Answer(status, Map.of(), body);
    }

    /// A few words, as services answer that speak no JSON here.
    public static Answer text(int status, String text) {
        return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), Value.of(text));
    }

    boolean isText() {
        var type = headers.get("Content-Type");
        return type != null && type.startsWith("text/");
    }

    public static Answer ok() {
        return of(200, Value.fields("ok", Value.of(true)));
    }

    public static Answer problem(int status, String said) {
        return of(status, Value.fields("error", Value.of(said)));
    }

    public Answer withHeader(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
