package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;

/// Looks for a place where a new node covers no other.
final class FreeSpot {
    private static final double STEP = 136;

    private FreeSpot() {}

    /// The wished place, or the first free one below it.
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
