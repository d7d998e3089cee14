package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/// Turns mouse, wheel and trackpad into inputs of the gesture. Filters on the canvas itself with a state of their own:
/// a drag may be reported to whatever node lies under the mouse, and without its button.
final class CanvasMouse implements AutoCloseable {
    private final CanvasView canvas;
    private final EventHandler<MouseEvent> onPressed = this::pressed;
    private final EventHandler<MouseEvent> onDragged = this::dragged;
    private final EventHandler<MouseEvent> onReleased = this::released;
    private final EventHandler<MouseEvent> onMoved = this::moved;
    private final EventHandler<MouseEvent> onClicked = this::clicked;
    private final EventHandler<ScrollEvent> onScroll = this::scrolled;
    private final EventHandler<ZoomEvent> onZoom = this::pinched;
    private boolean down;
    private boolean space;
    private long gestures;

    CanvasMouse(CanvasView canvas) {
        this.canvas = canvas;
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        canvas.addEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.addEventFilter(MouseEvent.MOUSE_CLICKED, onClicked);
        canvas.addEventFilter(ScrollEvent.SCROLL, onScroll);
        canvas.addEventFilter(ZoomEvent.ZOOM, onZoom);
    }

    @Override
    public void close() {
        canvas.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        canvas.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        canvas.removeEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        canvas.removeEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.removeEventFilter(MouseEvent.MOUSE_CLICKED, onClicked);
        canvas.removeEventFilter(ScrollEvent.SCROLL, onScroll);
        canvas.removeEventFilter(ZoomEvent.ZOOM, onZoom);
    }

    /// Space turns the next drag into a move of the view.
    void hold(boolean spaceDown) {
        space = spaceDown;
    }

    void carry(PaletteItem item, double sceneX, double sceneY) {
        var local = canvas.sceneToLocal(sceneX, sceneY);
        boolean inside = canvas.contains(local);
        canvas.handle(new CanvasInput.Carry(
                item, canvas.eye().toCanvas(local.getX(), local.getY()), inside, "place-" + gestures));
    }

    void drop(double sceneX, double sceneY) {
        var local = canvas.sceneToLocal(sceneX, sceneY);
        gestures++;
        canvas.handle(new CanvasInput.Release(canvas.eye().toCanvas(local.getX(), local.getY())));
    }

    private void pressed(MouseEvent event) {
        boolean middle = event.getButton() == MouseButton.MIDDLE;
        canvas.editing().closeMenu();
        if (isOnButton(event) || (event.getButton() != MouseButton.PRIMARY && !middle)) {
            return;
        }
        down = true;
        gestures++;
        if (!(canvas.gesture() instanceof Gesture.Idle)) {
            canvas.escape();
        }
        canvas.handle(new CanvasInput.Press(
                at(event),
                screen(event),
                middle || space,
                event.isShiftDown() || event.isShortcutDown(),
                event.isAltDown(),
                "drag-" + gestures));
        if (canvas.gesture() instanceof Gesture.Pressed(Gesture.Grip.Body(var node), var _, var _, var _)) {
            canvas.scenery().focus(node);
        } else {
            canvas.requestFocus();
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (down) {
            canvas.handle(new CanvasInput.Drag(at(event), screen(event), event.isAltDown()));
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        if (down) {
            down = false;
            canvas.handle(new CanvasInput.Release(at(event)));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        boolean onNode = canvas.sight().nodeAt(at(event)).isPresent();
        canvas.scenery().hoverWire(onNode ? Optional.empty() : canvas.sight().wireAt(at(event)));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !isOnButton(event)) {
            canvas.sight()
                    .nodeAt(at(event))
                    .ifPresentOrElse(canvas::edit, () -> canvas.editing().nameGroupAt(at(event)));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() || (zooms(event) && !event.isShiftDown())) {
            canvas.look(canvas.eye().zoomed(Math.pow(1.0025, event.getDeltaY()), event.getX(), event.getY()));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            canvas.look(canvas.eye().moved(event.getDeltaY(), 0));
        } else {
            canvas.look(canvas.eye().moved(event.getDeltaX(), event.getDeltaY()));
        }
        event.consume();
    }

    /// A trackpad reports single pixels or both axes, a notched wheel whole notches of one.
    private boolean zooms(ScrollEvent event) {
        return switch (canvas.choices().wheel()) {
            case ZOOM -> true;
            case SCROLL -> false;
            case AUTOMATIC ->
                event.getDeltaX() == 0 && event.getMultiplierY() > 0 && event.getDeltaY() % event.getMultiplierY() == 0;
        };
    }

    private void pinched(ZoomEvent event) {
        canvas.look(canvas.eye().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
        event.consume();
    }

    /// Controls that lie on the canvas, such as the zoom pill, take their own clicks.
    private static boolean isOnButton(MouseEvent event) {
        for (@Nullable Node node = event.getTarget() instanceof Node target ? target : null;
                node != null;
                node = node.getParent()) {
            if (node instanceof ButtonBase || node instanceof TextInputControl || node instanceof Minimap) {
                return true;
            }
        }
        return false;
    }

    private Point at(MouseEvent event) {
        var local = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        return canvas.eye().toCanvas(local.getX(), local.getY());
    }

    private Point screen(MouseEvent event) {
        return new Point(event.getSceneX(), event.getSceneY());
    }
}
