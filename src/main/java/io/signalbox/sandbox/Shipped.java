package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The data files beside these classes.
final class Shipped {
    private Shipped() {}

    static Value json(String name) {
        try (var stream = Shipped.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return Json.parse(stream.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + name, failure);
        } catch (JsonProblem problem) {
            throw new IllegalStateException("reading " + name, problem);
        }
    }
}
