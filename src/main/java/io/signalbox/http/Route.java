package io.signalbox.http;

import io.signalbox.access.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One address with who may use it. Nothing is reachable without a route, and no route is without a guard.
///
/// @param pattern `/api/v1/flows/{id}`; a part in braces stands for one segment
record Route(String method, String pattern, Guard guard, Endpoint endpoint) {

    sealed interface Guard {}

    /// A token with this scope.
    record Needs(Scope scope) implements Guard {}

    /// The token of this process's own control file.
    record Owner() implements Guard {}

    /// The endpoint verifies by itself, before it reads anything.
    record Itself() implements Guard {}

    @FunctionalInterface
    interface Endpoint {
        Answer answer(Asked asked);
    }

    /// The parts in braces, when the path is of this pattern.
    Optional<Map<String, String>> match(List<String> segments) {
        var wanted = List.of(pattern.substring(1).split("/", -1));
        if (wanted.size() != segments.size()) {
            return Optional.empty();
        }
        var parts = new HashMap<String, String>();
        for (int at = 0; at < wanted.size(); at++) {
            var want = wanted.get(at);
            if (want.startsWith("{")) {
                parts.put(want.substring(1, want.length() - 1), segments.get(at));
            } else if (!want.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }
}
