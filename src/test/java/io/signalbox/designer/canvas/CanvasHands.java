package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Works one canvas with a mouse that knows which keys are down, as the headless robot's does not. FX thread only;
/// places are pixels of the canvas at 100 %.
final class CanvasHands {
    private final CanvasView canvas;
    private Set<KeyCode> keys = Set.of();

    CanvasHands(CanvasView canvas) {
        this.canvas = canvas;
    }

    /// These keys are down from now on.
    CanvasHands holding(KeyCode... down) {
        keys = Set.of(down);
        return this;
    }

    CanvasHands move(double x, double y) {
        return fire(MouseEvent.MOUSE_MOVED, x, y);
    }

    CanvasHands press(double x, double y) {
        return fire(MouseEvent.MOUSE_PRESSED, x, y);
    }

    CanvasHands drag(double x, double y) {
        return fire(MouseEvent.MOUSE_DRAGGED, x, y);
    }

    CanvasHands release(double x, double y) {
        return fire(MouseEvent.MOUSE_RELEASED, x, y);
    }

    /// Where a place of the canvas is on the screen.
    Point2D on(double x, double y) {
        var local = canvas.eye().toScreen(new Point(x, y));
        return canvas.localToScreen(local.x(), local.y());
    }

    private CanvasHands fire(EventType<MouseEvent> type, double x, double y) {
        var local = canvas.eye().toScreen(new Point(x, y));
        var scene = canvas.localToScene(local.x(), local.y());
        canvas.fireEvent(new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                0,
                0,
                MouseButton.PRIMARY,
                1,
                keys.contains(KeyCode.SHIFT),
                keys.contains(KeyCode.CONTROL),
                keys.contains(KeyCode.ALT),
                false,
                type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED,
                false,
                false,
                false,
                false,
                true,
                null));
        return this;
    }
}
