package io.signalbox.app;

import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/// The place of a control, drawn while the control has the keyboard and while it has not. FX thread only.
///
/// @param area in the scene, of both pictures
record FocusRing(Rectangle2D area, Image with, Image without) {
    private static final double SEEN = 3;
    private static final int WIDE = 2;
    /// How far outside a control its ring may lie, and how far inside, in pixels.
    private static final int OUTSIDE = 6;

    private static final int INSIDE = 20;
    /// Of five places on each side; corners are round, and a caret or a letter may stand in the way.
    private static final int ENOUGH = 3;

    /// What is framed together with the field in it.
    private static final Set<String> FRAMES = Set.of("chip-field", "tag-field", "json-frame");

    /// Draws what has the keyboard, then lets nothing have it and draws the same place again.
    static FocusRing around(Node focused, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var framed = framed(focused);
        var bounds = framed.localToScene(framed.getLayoutBounds());
        var left = Math.max(0, Math.floor(bounds.getMinX()) - OUTSIDE);
        var top = Math.max(0, Math.floor(bounds.getMinY()) - OUTSIDE);
        var area = new Rectangle2D(
                left,
                top,
                Math.max(1, Math.min(scene.getWidth(), Math.ceil(bounds.getMaxX()) + OUTSIDE) - left),
                Math.max(1, Math.min(scene.getHeight(), Math.ceil(bounds.getMaxY()) + OUTSIDE) - top));
        var with = picture(scene, area);
        layer(focused).requestFocus();
        return new FocusRing(area, with, picture(scene, area));
    }

    /// The window's frame, or the layer of its dialogs, which keeps the keyboard to itself.
    private static Node layer(Node node) {
        var parent = node.getParent();
        return parent == null || parent.getParent() == null ? node : layer(parent);
    }

    private static Node framed(Node focused) {
        return Stream.iterate(focused, Objects::nonNull, Node::getParent)
                .filter(node -> node.getStyleClass().stream().anyMatch(FRAMES::contains))
                .findFirst()
                .orElse(focused);
    }

    private static Image picture(Scene scene, Rectangle2D area) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var parameters = new SnapshotParameters();
        parameters.setViewport(area);
        return scene.getRoot().snapshot(parameters, null);
    }

    /// Around the control or around a part of it, such as the row of a list.
    boolean isSeen(Node focused) {
        return parts(framed(focused)).anyMatch(part -> isSeen(part.localToScene(part.getLayoutBounds())));
    }

    private static Stream<Node> parts(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(FocusRing::parts))
                : Stream.of(node);
    }

    private boolean isSeen(Bounds part) {
        int left = (int) Math.round(part.getMinX() - area.getMinX());
        int top = (int) Math.round(part.getMinY() - area.getMinY());
        int right = (int) Math.round(part.getMaxX() - area.getMinX());
        int bottom = (int) Math.round(part.getMaxY() - area.getMinY());
        return isSeen(left, top, right, top, 0, 1)
                && isSeen(left, bottom - 1, right, bottom - 1, 0, -1)
                && isSeen(left, top, left, bottom, 1, 0)
                && isSeen(right - 1, top, right - 1, bottom, -1, 0);
    }

    /// Along one side, looking inwards.
    private boolean isSeen(int fromX, int fromY, int toX, int toY, int inX, int inY) {
        return IntStream.rangeClosed(8, 12)
                        .filter(at ->
                                crosses(fromX + (toX - fromX) * at / 20, fromY + (toY - fromY) * at / 20, inX, inY))
                        .count()
                >= ENOUGH;
    }

    private boolean crosses(int x, int y, int inX, int inY) {
        int wide = 0;
        for (int step = -OUTSIDE; step <= INSIDE; step++) {
            wide = changes(x + step * inX, y + step * inY) ? wide + 1 : 0;
            if (wide >= WIDE && standsOut(x, y, inX, inY, step)) {
                return true;
            }
        }
        return false;
    }

    /// From what lies on either side of it.
    private boolean standsOut(int x, int y, int inX, int inY, int last) {
        var line = colour(with.getPixelReader(), x + last * inX, y + last * inY);
        return IntStream.rangeClosed(1, WIDE + 2)
                .flatMap(away -> IntStream.of(last - WIDE + 1 - away, last + away))
                .filter(step -> isInside(x + step * inX, y + step * inY))
                .mapToObj(step -> colour(with.getPixelReader(), x + step * inX, y + step * inY))
                .anyMatch(beside -> contrast(line, beside) >= SEEN);
    }

    private boolean changes(int x, int y) {
        return isInside(x, y)
                && contrast(colour(with.getPixelReader(), x, y), colour(without.getPixelReader(), x, y)) >= SEEN;
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < with.getWidth() && y < with.getHeight();
    }

    private static Color colour(PixelReader pixels, int x, int y) {
        return pixels.getColor(x, y);
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    /// As WCAG defines it.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
