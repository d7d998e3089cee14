package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.util.Map;

/// What the sandbox answers, always as JSON.
record Answer(int status, Map<String, String> headers, Value body) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer of(int status, Value body) {
        return new Answer(status, Map.of(), body);
    }

    static Answer ok() {
        return of(200, Value.fields("ok", Value.of(true)));
    }

    static Answer problem(int status, String said) {
        return of(status, Value.fields("error", Value.of(said)));
    }
}
