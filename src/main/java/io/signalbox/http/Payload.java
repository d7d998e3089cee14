package io.signalbox.http;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.JsonRepair;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A webhook's body, read once and only when asked for. For one thread.
final class Payload {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Asked asked;
    private @Nullable Value value;
    private @Nullable JsonProblem problem;

    Payload(Asked asked) {
        this.asked = asked;
    }

    /// A form, JSON, or text that is JSON, as Amazon sends it.
    boolean isKnownType() {
        var type = asked.contentType();
        return asked.body().isEmpty()
                || type.isEmpty()
                || type.equals(FORM)
                || type.equals("application/json")
                || type.equals("text/plain")
                || type.endsWith("+json");
    }

    /// Empty when it cannot be read.
    Optional<Value> value() {
        read();
        return Optional.ofNullable(value);
    }

    /// The body with what was broken in it repaired; empty when it is not clear what was meant, or was whole.
    Optional<JsonRepair.Whole> repaired() {
        return problem().isPresent()
                        && JsonRepair.of(asked.body().text()) instanceof JsonRepair.Whole whole
                        && !whole.repairs().isEmpty()
                ? Optional.of(whole)
                : Optional.empty();
    }

    Optional<JsonProblem> problem() {
        read();
        return Optional.ofNullable(problem);
    }

    private void read() {
        if (value != null || problem != null) {
            return;
        }
        try {
            value = asked.body().isEmpty()
                    ? Value.Fields.empty()
                    : asked.contentType().equals(FORM)
                            ? form(asked.body().text())
                            : Json.parse(asked.body().bytes());
        } catch (JsonProblem unreadable) {
            problem = unreadable;
        }
    }

    private static Value form(String text) {
        var form = new LinkedHashMap<String, Value>();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.putIfAbsent(decoded(pair.substring(0, equals)), Value.of(decoded(pair.substring(equals + 1))));
            }
        }
        return new Value.Fields(form);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
