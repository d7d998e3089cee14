package io.signalbox.designer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// A line drawing on 24 × 24 that takes its size and its colour from the style sheet: `icon-14`, `icon-20` …
/// Says nothing to a screen reader; the control around it does.
public final class Icon extends Region {
    private static final double DRAWN = 24;
    private static final Map<String, String> PATHS = read();

    private final SVGPath path = new SVGPath();

    private Icon(String drawing) {
        path.setContent(drawing);
        path.getStyleClass().add("icon-path");
        path.setManaged(false);
        getStyleClass().add("icon");
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.NODE);
        getChildren().add(path);
    }

    /// @param name a key of `icons.properties`
    /// @param styles such as `icon-20`; 16 pixels without one
    public static Icon of(String name, String... styles) {
        var drawing = PATHS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        return drawn(drawing, styles).styled("icon-of-" + name);
    }

    /// @param drawing path data on 24 × 24, such as a connector's
    public static Icon drawn(String drawing, String... styles) {
        return new Icon(drawing).styled(styles);
    }

    /// The path data under a name.
    public static String drawing(String name) {
        var drawing = PATHS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        return drawing;
    }

    public void draw(String drawing) {
        path.setContent(drawing);
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

    private Icon styled(String... styles) {
        getStyleClass().addAll(styles);
        return this;
    }

    @Override
    protected void layoutChildren() {
        double scale = getWidth() / DRAWN;
        // Scaling turns about the middle of what is drawn, which is not the middle of the 24 x 24 field.
        var drawn = path.getLayoutBounds();
        path.setScaleX(scale);
        path.setScaleY(scale);
        path.setLayoutX((scale - 1) * (drawn.getMinX() + drawn.getWidth() / 2));
        path.setLayoutY((scale - 1) * (drawn.getMinY() + drawn.getHeight() / 2));
    }

    private static Map<String, String> read() {
        var drawings = new Properties();
        try (var stream = Icon.class.getResourceAsStream("icons.properties")) {
            if (stream == null) {
                throw new IllegalStateException("icons.properties is missing beside " + Icon.class.getName());
            }
            drawings.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("reading icons.properties", failure);
        }
        return drawings.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, drawings::getProperty));
    }
}
