package io.signalbox.connector;

import io.signalbox.access.Account;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Calls, replies and recorded files for the tests of connectors.
public final class Calls {
    private Calls() {}

    public static Account account(String type, String... keysAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            values.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return new Account("main", type, values, Set.of(), true);
    }

    /// An object of texts.
    public static Value.Fields texts(String... namesAndTexts) {
        var fields = Value.Fields.empty();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            fields = fields.with(namesAndTexts[at], Value.of(namesAndTexts[at + 1]));
        }
        return fields;
    }

    public static Reply reply(int status, String json) {
        return new Reply(status, Map.of(), json(json));
    }

    public static Value json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(text, problem);
        }
    }

    /// A file that lies beside `test`.
    public static Value recorded(Class<?> test, String name) {
        try (var stream = test.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name);
            }
            return Json.parse(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(name, failure);
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(name, problem);
        }
    }

    /// The body of a JSON request.
    public static Value body(Outgoing outgoing) {
        return outgoing.body() instanceof Outgoing.JsonBody(var value) ? value : Value.nothing();
    }

    /// The reason of anything but a delivery.
    public static String reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> "";
            case Outcome.Refused(var reason, var _) -> reason;
            case Outcome.TryLater(var reason, var _, var _) -> reason;
            case Outcome.SignInAgain(var reason, var _) -> reason;
        };
    }
}
