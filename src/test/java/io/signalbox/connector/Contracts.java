package io.signalbox.connector;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The vectors in the test resources.
public final class Contracts {
    private Contracts() {}

    /// @param name below `contracts`
    public static Value json(String name) {
        try {
            return Json.parse(bytes(name));
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(name, problem);
        }
    }

    public static byte[] bytes(String name) {
        try (var stream = Contracts.class.getResourceAsStream("/contracts/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name);
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
