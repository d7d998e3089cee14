package io.signalbox.designer;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// A line drawing on 24 × 24 that takes its size and its colour from the style sheet: `icon-14`, `icon-20` …
/// Says nothing to a screen reader; the control around it does.
public final class Icon extends Region {
    private static final double DRAWN = 24;
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
        return drawn(Drawings.path(name), styles).styled("icon-of-" + name);
    }

    /// @param drawing path data on 24 × 24, such as a connector's
    public static Icon drawn(String drawing, String... styles) {
        return new Icon(drawing).styled(styles);
    }

    public void draw(String drawing) {
        path.setContent(drawing);
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
}
