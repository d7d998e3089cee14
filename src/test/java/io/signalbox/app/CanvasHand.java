package io.signalbox.app;

import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What a hand does on a canvas, one step a frame: pans, zooms, drags a node, looks at everything. FX thread only.
final class CanvasHand {
    /// From 50 % to 200 % in so many frames, and back.
    private static final int ZOOM_FRAMES = 46;

    private static final NodeId DRAGGED = LargeFlow.id(2);
    private static final double ZOOM_DELTA = Math.log(4) / ZOOM_FRAMES / Math.log(1.0025);

    private final CanvasView canvas;
    private double x;
    private double y;

    CanvasHand(CanvasView canvas) {
        this.canvas = canvas;
    }

    Map<String, FrameCost.Step> gestures() {
        var gestures = new LinkedHashMap<String, FrameCost.Step>();
        gestures.put("pan", this::pan);
        gestures.put("zoom", this::zoom);
        gestures.put("zoom far", this::zoomFar);
        gestures.put("drag", this::drag);
        return gestures;
    }

    /// The middle button goes round in a circle.
    private void pan(int frame) {
        var middle = middle();
        circle(frame, MouseButton.MIDDLE, middle.getX(), middle.getY(), 160);
    }

    /// At 100 %, as the last gesture left the view.
    private void drag(int frame) {
        if (frame == 0) {
            canvas.focusNode(DRAGGED);
            // In the middle, so that no gesture comes to the edge, where the view would move by itself.
            var place = canvas.lookup("#node-" + DRAGGED).localToScene(80, 12);
            var start = middle().subtract(120, 0);
            pan(start.getX() - place.getX(), start.getY() - place.getY());
            var at = canvas.lookup("#node-" + DRAGGED).localToScene(80, 12);
            circle(frame, MouseButton.PRIMARY, at.getX(), at.getY(), 120);
        } else {
            circle(frame, MouseButton.PRIMARY, 0, 0, 120);
        }
    }

    private double startX;
    private double startY;

    private void circle(int frame, MouseButton button, double fromX, double fromY, double radius) {
        if (frame == 0) {
            startX = fromX;
            startY = fromY;
        }
        x = startX + radius * (1 - Math.cos(frame / 12.0));
        y = startY + radius * Math.sin(frame / 12.0);
        mouse(frame == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, button);
    }

    boolean letGo() {
        mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY);
        canvas.act("canvas.zoom.reset");
        return true;
    }

    /// Between 50 % and 200 %, one step a frame.
    private void zoom(int frame) {
        int turn = (frame + ZOOM_FRAMES / 2) / ZOOM_FRAMES;
        zoomBy(turn % 2 == 0 ? ZOOM_DELTA : -ZOOM_DELTA);
    }

    /// Between 10 % and 40 %.
    private void zoomFar(int frame) {
        if (frame == 0) {
            canvas.fit();
            zoomBy(Math.log(0.1) / Math.log(1.0025));
            zoomBy(Math.log(0.1) / Math.log(1.0025));
        } else {
            zoomBy((frame - 1) / ZOOM_FRAMES % 2 == 0 ? ZOOM_DELTA : -ZOOM_DELTA);
        }
    }

    /// Looks at one part of the flow after the other.
    void wander(int frame) {
        if (frame == 0) {
            canvas.act("canvas.zoom.reset");
            canvas.fit();
            canvas.act("canvas.zoom.reset");
        }
        int row = frame / 30;
        boolean left = row % 2 == 0;
        pan(left ? -canvas.getWidth() / 2 : canvas.getWidth() / 2, frame % 30 == 29 ? -canvas.getHeight() / 2 : 0);
    }

    private void pan(double dx, double dy) {
        scroll(false, dx, dy);
    }

    private void zoomBy(double delta) {
        scroll(true, 0, delta);
    }

    private void scroll(boolean control, double dx, double dy) {
        var middle = middle();
        canvas.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                middle.getX(),
                middle.getY(),
                0,
                0,
                false,
                control,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private Point2D middle() {
        return canvas.localToScene(canvas.getWidth() / 2, canvas.getHeight() / 2);
    }

    private void mouse(EventType<MouseEvent> type, MouseButton button) {
        boolean down = type != MouseEvent.MOUSE_RELEASED;
        canvas.fireEvent(new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                button,
                1,
                false,
                false,
                false,
                false,
                down && button == MouseButton.PRIMARY,
                down && button == MouseButton.MIDDLE,
                false,
                false,
                false,
                true,
                null));
    }
}
