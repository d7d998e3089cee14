package io.signalbox.designer.canvas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// The colours of the light theme by token, read from its sheet, so that a picture is coloured as the window is.
final class LightColours {
    private static final String SHEET = "/io/signalbox/designer/theme/light.css";

    private final Map<String, String> tokens;

    private LightColours(Map<String, String> tokens) {
        this.tokens = tokens;
    }

    static LightColours read() {
        try (var stream = LightColours.class.getResourceAsStream(SHEET)) {
            if (stream == null) {
                throw new IllegalStateException(SHEET + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines();
            return new LightColours(lines.map(String::strip)
                    .filter(line -> line.startsWith("-") && line.endsWith(";"))
                    .map(line -> line.substring(0, line.length() - 1).split(":", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0].strip(), pair -> pair[1].strip())));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + SHEET, failure);
        }
    }

    /// @param token such as `-sb-wire`
    String of(String token) {
        var colour = tokens.get(token);
        if (colour == null) {
            throw new IllegalArgumentException("no colour is called " + token);
        }
        return colour;
    }
}
