package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
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
    private final EventHandler<MouseEvent> onExited = this::exited;
    private final EventHandler<MouseEvent> onClicked = this::clicked;
    private final EventHandler<ScrollEvent> onScroll = this::scrolled;
    private final EventHandler<ZoomEvent> onZoom = this::pinched;
    private final Drawing drawing;
    private final Gaze gaze;
    private final EdgeScroll edge;
    private boolean down;
    private boolean space;
    private long gestures;
    /// What is done again when the view moves under what is held.
    private Runnable again = () -> {};

    CanvasMouse(CanvasView canvas, Drawing drawing) {
        this.canvas = canvas;
        this.drawing = drawing;
        gaze = drawing.gaze();
        edge = new EdgeScroll(canvas, gaze, () -> again.run());
        canvas.addEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        canvas.addEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        canvas.addEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, onExited);
        canvas.addEventFilter(MouseEvent.MOUSE_CLICKED, onClicked);
        canvas.addEventFilter(ScrollEvent.SCROLL, onScroll);
        canvas.addEventFilter(ZoomEvent.ZOOM, onZoom);
    }

    @Override
    public void close() {
        edge.close();
        canvas.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPressed);
        canvas.removeEventFilter(MouseEvent.MOUSE_DRAGGED, onDragged);
        canvas.removeEventFilter(MouseEvent.MOUSE_RELEASED, onReleased);
        canvas.removeEventFilter(MouseEvent.MOUSE_MOVED, onMoved);
        canvas.removeEventHandler(MouseEvent.MOUSE_EXITED, onExited);
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
        again = () -> canvas.handle(new CanvasInput.Carry(
                item, gaze.eye().toCanvas(local.getX(), local.getY()), inside, "place-" + gestures));
        again.run();
        if (inside) {
            edge.feel(local.getX(), local.getY());
        } else {
            edge.close();
        }
    }

    void drop(double sceneX, double sceneY) {
        var local = canvas.sceneToLocal(sceneX, sceneY);
        edge.close();
        gestures++;
        canvas.handle(new CanvasInput.Release(gaze.eye().toCanvas(local.getX(), local.getY())));
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
        gaze.look(gaze.eye());
        canvas.handle(new CanvasInput.Press(
                at(event),
                screen(event),
                middle || space,
                event.isShiftDown() || event.isShortcutDown(),
                event.isAltDown(),
                "drag-" + gestures));
        if (canvas.gesture() instanceof Gesture.Pressed(Gesture.Grip.Body(var node), var _, var _)) {
            canvas.scenery().focus(node);
        } else {
            Keyboard.giveTo(canvas);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (!down) {
            return;
        }
        var local = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        var screen = screen(event);
        boolean free = event.isAltDown() || !canvas.choices().snaps();
        boolean straight = event.isShiftDown();
        again = () -> canvas.handle(
                new CanvasInput.Drag(gaze.eye().toCanvas(local.getX(), local.getY()), screen, free, straight));
        again.run();
        if (canvas.gesture() instanceof Gesture.Panning) {
            edge.close();
        } else {
            edge.feel(local.getX(), local.getY());
        }
        event.consume();
    }

    private void released(MouseEvent event) {
        if (down) {
            down = false;
            edge.close();
            canvas.handle(new CanvasInput.Release(at(event)));
            event.consume();
        }
    }

    private void moved(MouseEvent event) {
        var local = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        drawing.hoverWire(local.getX(), local.getY());
    }

    private void exited(MouseEvent event) {
        canvas.scenery().hoverWire(Optional.empty());
        if (canvas.gesture() instanceof Gesture.Idle) {
            drawing.show(canvas.gesture());
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || event.getClickCount() != 2 || isOnButton(event)) {
            return;
        }
        var point = at(event);
        var sight = canvas.sight();
        var node = sight.nodeAt(point);
        var wire = sight.wireAt(point);
        if (node.isPresent()) {
            canvas.edit(node.get());
        } else if (wire.isPresent()) {
            canvas.ask(new Asked.EditWire(wire.get()));
        } else if (sight.titleAt(point).isPresent()) {
            canvas.editing().nameGroupAt(point);
        } else {
            canvas.handle(new CanvasInput.Ask(new Slot.At(point)));
        }
    }

    private void scrolled(ScrollEvent event) {
        var eye = gaze.eye();
        if (event.isShortcutDown() || (zooms(event) && !event.isShiftDown())) {
            gaze.look(eye.zoomed(Math.pow(1.0025, event.getDeltaY()), event.getX(), event.getY()));
        } else if (event.isShiftDown() && event.getDeltaX() == 0) {
            gaze.move(event.getDeltaY(), 0);
        } else {
            gaze.move(event.getDeltaX(), event.getDeltaY());
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
        gaze.look(gaze.eye().zoomed(event.getZoomFactor(), event.getX(), event.getY()));
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
        return gaze.eye().toCanvas(local.getX(), local.getY());
    }

    private Point screen(MouseEvent event) {
        return new Point(event.getSceneX(), event.getSceneY());
    }
}
