package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The data files beside a stand-in's classes.
public final class Shipped {
    private Shipped() {}

    /// @param beside the class in whose folder the file lies
    public static Value json(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
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
