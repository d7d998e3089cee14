package io.signalbox.http;

import io.signalbox.access.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One address with who may use it. Nothing is reachable without a route, and no route is without a guard.
///
/// @param pattern `/api/v1/flows/{id}`; a part in braces stands for one segment
/// @param notes for readers of the API's description
/// @param segments of the pattern
record Route(String method, String pattern, List<String> segments, Guard guard, Endpoint endpoint, Notes notes) {

    Route(String method, String pattern, Guard guard, Endpoint endpoint, Notes notes) {
        this(method, pattern, List.of(pattern.substring(1).split("/", -1)), guard, endpoint, notes);
    }

    Route(String method, String pattern, Guard guard, Endpoint endpoint) {
        this(method, pattern, guard, endpoint, Notes.none());
    }

    sealed interface Guard {}

    /// A token with this scope.
    record Needs(Scope scope) implements Guard {}

    /// Any valid token.
    record SignedIn() implements Guard {}

    /// The token of this process's own control file.
    record Owner() implements Guard {}

    /// The endpoint verifies by itself, before it reads anything.
    record Itself() implements Guard {}

    /// Everybody. Whether the program is well is asked by what has no token.
    record Anybody() implements Guard {}

    /// What the description of the API says of it.
    ///
    /// @param id a name for generated clients; blank keeps the route out of the description
    /// @param query names of what may be asked after `?`
    /// @param takes schema of the body; blank when it takes none
    /// @param gives schema of a success by its status; blank for an answer without a body
    record Notes(String id, String summary, List<String> query, String takes, Map<Integer, String> gives) {
        Notes {
            query = List.copyOf(query);
            gives = Map.copyOf(gives);
        }

        static Notes none() {
            return new Notes("", "", List.of(), "", Map.of());
        }

        static Notes of(String id, String summary) {
            return new Notes(id, summary, List.of(), "", Map.of());
        }

        Notes asks(String... names) {
            return new Notes(id, summary, List.of(names), takes, gives);
        }

        Notes takes(String schema) {
            return new Notes(id, summary, query, schema, gives);
        }

        Notes gives(int status, String schema) {
            var more = new HashMap<>(gives);
            more.put(status, schema);
            return new Notes(id, summary, query, takes, more);
        }
    }

    @FunctionalInterface
    interface Endpoint {
        Answer answer(Asked asked);
    }

    /// The parts in braces, when the path is of this pattern.
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var parts = new HashMap<String, String>();
        for (int at = 0; at < segments.size(); at++) {
            var want = segments.get(at);
            if (want.startsWith("{")) {
                parts.put(want.substring(1, want.length() - 1), path.get(at));
            } else if (!want.equals(path.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /// The same at another address.
    Route at(String other) {
        return new Route(method, other, guard, endpoint, Notes.none());
    }
}
