package io.signalbox.json;

import io.signalbox.flow.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The flow files and the schema that are shipped.
final class Shipped {
    private Shipped() {}

    static List<Path> flows() {
        try (Stream<Path> files = Files.list(Path.of("flows"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String schema() {
        return schema("flow");
    }

    /// @param of `flow` or `clip`
    static String schema(String of) {
        try (var stream = FlowJson.class.getResourceAsStream("/assets/schema/signalbox-" + of + "-1.schema.json")) {
            if (stream == null) {
                throw new IllegalStateException("the schema is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param text a flow file with apostrophes for quotes
    static Flow flow(String text) {
        try {
            return FlowJson.read(text.replace('\'', '"'));
        } catch (UnreadableFlow unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }
}
