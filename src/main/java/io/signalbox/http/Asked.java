package io.signalbox.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request that came in, read whole.
///
/// @param headers by lower-case name
/// @param inPath what stands in the places of the route's `{…}`
/// @param rawQuery as it was sent, without its question mark; blank for none
/// @param query the first value of each name
record Asked(
        String method,
        String path,
        String rawQuery,
        Map<String, String> headers,
        Map<String, String> inPath,
        Map<String, String> query,
        Body body) {

    /// With the body that came after everything else.
    Asked with(Body read) {
        return new Asked(method, path, rawQuery, headers, inPath, query, read);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String part(String name) {
        var part = inPath.get(name);
        return part == null ? "" : part;
    }

    /// The media type without its parameters, in lower case; blank when none is given.
    String contentType() {
        var type = header("content-type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }
}
