package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;

/// Looks for a place where a new node covers no other.
final class FreeSpot {
    private static final double STEP = 136;

    private FreeSpot() {}

    /// One column on, as far down as needed.
    static Point right(Sight sight, Area area) {
        return near(sight, new Point(area.x() + Tidy.COLUMN, area.y()).snapped(CanvasView.GRID));
    }

    static Point near(Sight sight, Point wish) {
        var spot = wish;
        while (isTaken(sight, spot)) {
            spot = spot.plus(0, STEP);
        }
        return spot;
    }

    private static boolean isTaken(Sight sight, Point spot) {
        var wanted = new Area(spot.x(), spot.y(), Area.NODE_WIDTH, Area.HIGH);
        return sight.areas().values().stream().anyMatch(area -> area.touches(wanted));
    }
}
