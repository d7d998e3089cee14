package io.signalbox.designer;

import java.util.Locale;
import java.util.Optional;

/// Where the window stood on one screen, in the screen's pixels.
public record Placement(String screen, double x, double y, double width, double height, boolean maximized) {
    String text() {
        return String.format(Locale.ROOT, "%s %.0f %.0f %.0f %.0f %b", screen, x, y, width, height, maximized);
    }

    static Optional<Placement> of(String text) {
        var parts = text.split(" ", -1);
        if (parts.length != 6) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Placement(
                    parts[0],
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]),
                    Boolean.parseBoolean(parts[5])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
