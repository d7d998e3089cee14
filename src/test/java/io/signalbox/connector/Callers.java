package io.signalbox.connector;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calls at a webhook as their senders make them, and what the connection of the trigger holds.
///
/// @param headers by lower-case name
record Callers(
        Verifier verifier,
        String method,
        String url,
        Map<String, String> headers,
        String body,
        Map<String, String> secrets,
        Map<String, String> values,
        Instant now,
        Map<String, String> web) {

    static Callers of(String verifier, String body) {
        return new Callers(
                Verifier.of(verifier, Optional.empty()).orElseThrow(),
                "POST",
                "https://plant.example/hooks/abc",
                Map.of("content-type", "application/json"),
                body,
                Map.of(),
                Map.of(),
                Instant.EPOCH,
                Map.of());
    }

    Callers at(String address) {
        return new Callers(verifier, method, address, headers, body, secrets, values, now, web);
    }

    Callers asking(String address) {
        return new Callers(verifier, "GET", address, headers, "", secrets, values, now, web);
    }

    Callers header(String name, String value) {
        return new Callers(verifier, method, url, with(headers, name, value), body, secrets, values, now, web);
    }

    Callers secret(String field, String value) {
        return new Callers(verifier, method, url, headers, body, with(secrets, field, value), values, now, web);
    }

    Callers value(String field, String value) {
        return new Callers(verifier, method, url, headers, body, secrets, with(values, field, value), now, web);
    }

    Callers body(String changed) {
        return new Callers(verifier, method, url, headers, changed, secrets, values, now, web);
    }

    Callers now(long seconds) {
        return new Callers(verifier, method, url, headers, body, secrets, values, Instant.ofEpochSecond(seconds), web);
    }

    Callers web(String address, String text) {
        return new Callers(verifier, method, url, headers, body, secrets, values, now, with(web, address, text));
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }

    /// The body's characters are bytes: what a changed bit makes of them need not be UTF-8.
    HookCall call() {
        var bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return new HookCall(method, url, headers, query(), bytes, () -> {
            try {
                return Optional.of(Json.parse(bytes));
            } catch (JsonProblem _) {
                return Optional.empty();
            }
        });
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        int mark = url.indexOf('?');
        if (mark >= 0) {
            for (var pair : url.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    Verifier.Judgement judged() {
        return verifier.judge(call(), new HookKeys() {
            @Override
            public Optional<Secret> secret(String... fields) {
                for (var field : fields) {
                    var secret = secrets.get(field);
                    if (secret != null) {
                        return Optional.of(new Secret(secret));
                    }
                }
                return Optional.empty();
            }

            @Override
            public String value(String field) {
                return values.getOrDefault(field, "");
            }

            @Override
            public Instant now() {
                return now;
            }

            @Override
            public Optional<String> fetch(String address) {
                return Optional.ofNullable(web.get(address));
            }
        });
    }

    boolean isGenuine() {
        return judged() instanceof Verifier.Genuine;
    }

    boolean isRefused() {
        return judged() instanceof Verifier.Refused;
    }

    /// What the call tells of.
    List<HookItem> items(Value read) {
        return verifier.items(call(), read);
    }
}
