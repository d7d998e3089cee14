package io.signalbox.designer.canvas;

import io.signalbox.designer.Icon;
import io.signalbox.designer.IconButton;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.flow.Wire;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;

/// What can be done with a wire, at its middle while the mouse is on it or while it is chosen. Lies on the view, so
/// that it can be hit however far the eye is.
final class WireTools extends HBox {
    /// The mouse may leave the wire by so much on its way here.
    private static final double SLACK = 12;

    private static final double BELOW = 14;

    private Optional<Wire> wire = Optional.empty();

    WireTools(Words words, Shortcuts shortcuts, Consumer<Wire> onAdd, Consumer<Wire> onDelete) {
        getStyleClass().add("wire-tools");
        setId("wire-tools");
        setManaged(false);
        setVisible(false);
        var add = new IconButton(
                words, Icon.of("plus", "icon-14"), "canvas.wire.add", shortcuts.bound("canvas.add", words));
        var delete = new IconButton(
                words, Icon.of("bin", "icon-14"), "canvas.wire.delete", shortcuts.bound("canvas.delete", words));
        add.setOnAction(_ -> wire.ifPresent(onAdd));
        delete.setOnAction(_ -> wire.ifPresent(onDelete));
        for (var button : new IconButton[] {add, delete}) {
            button.getStyleClass().add("round");
            // The keyboard has the wire itself: A and Delete.
            button.setFocusTraversable(false);
        }
        getChildren().addAll(add, delete);
    }

    /// @param shown none hides the tools
    void show(Optional<Wire> shown, Sight sight, Eye eye) {
        wire = shown.filter(some -> sight.flow().wiresFrom(some.from()).contains(some));
        setVisible(wire.isPresent());
        wire.ifPresent(some -> {
            var middle = eye.toScreen(sight.route(some).middle());
            applyCss();
            autosize();
            // At once: before its layout a button lies anywhere, and would take the press that is meant for the wire's
            // pill.
            layout();
            relocate(Math.rint(middle.x() - getWidth() / 2), Math.rint(middle.y() + BELOW));
        });
    }

    /// The wire whose tools are at hand here.
    Optional<Wire> at(double x, double y) {
        var bounds = getBoundsInParent();
        boolean near = isVisible()
                && x >= bounds.getMinX() - SLACK
                && x <= bounds.getMaxX() + SLACK
                && y >= bounds.getMinY() - SLACK
                && y <= bounds.getMaxY() + SLACK;
        return near ? wire : Optional.empty();
    }
}
