package io.signalbox.designer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The line drawings on 24 × 24, by name: `icons.properties`.
public final class Drawings {
    private static final Map<String, String> PATHS = read();

    private Drawings() {}

    /// The path data under a name.
    public static String path(String name) {
        var drawing = PATHS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        return drawing;
    }

    /// The name of the drawing that stands for a kind of trigger.
    public static String nameOfTrigger(String type) {
        return switch (type) {
            case "webhook" -> "hook";
            case "schedule" -> "clock";
            case "poll" -> "refresh";
            case "manual" -> "play";
            default -> "bolt";
        };
    }

    private static Map<String, String> read() {
        var drawings = new Properties();
        try (var stream = Drawings.class.getResourceAsStream("icons.properties")) {
            if (stream == null) {
                throw new IllegalStateException("icons.properties is missing beside " + Drawings.class.getName());
            }
            drawings.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading icons.properties", failure);
        }
        return drawings.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, drawings::getProperty));
    }
}
