package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A call that reached the sandbox.
///
/// @param path decoded segments after the vendor's prefix
/// @param url whole, as it was called
/// @param headers by lower-case name
public record Asked(
        String method,
        String url,
        List<String> path,
        SequencedMap<String, String> query,
        Map<String, String> headers,
        String body) {
    public Optional<Value> json() {
        try {
            return Optional.of(Json.parse(body));
        } catch (JsonProblem _) {
            return Optional.empty();
        }
    }

    public SequencedMap<String, String> form() {
        return pairs(body);
    }

    public String header(String name) {
        var value = headers.get(name);
        return value == null ? "" : value;
    }

    /// The credentials after `Bearer` or `Basic`; blank when the header is missing or of another kind.
    public String credentials(String kind) {
        var header = header("authorization");
        return header.regionMatches(true, 0, kind + " ", 0, kind.length() + 1)
                ? header.substring(kind.length() + 1).strip()
                : "";
    }

    public Asked below(int segments) {
        return new Asked(method, url, path.subList(segments, path.size()), query, headers, body);
    }

    /// The names and values of a form or a query.
    ///
    /// @throws IllegalArgumentException when a percent sign is followed by no hexadecimal digits
    static SequencedMap<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('&', at);
            var pair = text.substring(at, end < 0 ? text.length() : end);
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.put(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
            at = end < 0 ? text.length() : end + 1;
        }
        return pairs;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
