package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/// Moves the view while something is held near its edge, and tells whoever holds it.
final class EdgeScroll extends AnimationTimer implements AutoCloseable {
    /// So near to the edge, in pixels of the screen.
    private static final double REACH = 32;
    /// At the very edge, in pixels a second.
    private static final double FASTEST = 900;
    /// Passing through the edge moves nothing.
    private static final long PATIENCE_NANOS = 200_000_000;

    private static final double NANOS = 1e9;

    private final Region view;
    private final Gaze gaze;
    private final Runnable onMoved;
    private Point held = new Point(0, 0);
    private boolean running;
    private long since;
    private long last;

    /// @param onMoved run after the view has moved under the mouse
    EdgeScroll(Region view, Gaze gaze, Runnable onMoved) {
        this.view = view;
        this.gaze = gaze;
        this.onMoved = onMoved;
    }

    /// Something is held here.
    void feel(double x, double y) {
        held = new Point(x, y);
        boolean wanted = pull(x, view.getWidth()) != 0 || pull(y, view.getHeight()) != 0;
        if (wanted && !running) {
            running = true;
            since = 0;
            start();
        } else if (!wanted) {
            close();
        }
    }

    @Override
    public void handle(long now) {
        if (since == 0) {
            since = now;
        } else if (now - since > PATIENCE_NANOS) {
            double by = FASTEST * Math.min(now - last, PATIENCE_NANOS) / NANOS;
            gaze.move(pull(held.x(), view.getWidth()) * by, pull(held.y(), view.getHeight()) * by);
            onMoved.run();
        }
        last = now;
    }

    /// From 1 at the beginning of the view and beyond, over 0 inside, to -1 at its end.
    static double pull(double at, double size) {
        if (at < REACH) {
            return Math.min(1, (REACH - at) / REACH);
        }
        return at > size - REACH ? -Math.min(1, (at - size + REACH) / REACH) : 0;
    }

    @Override
    public void close() {
        running = false;
        stop();
    }
}
