package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import java.util.ArrayList;
import java.util.List;

/// A wire's way, measured, so that something can run along it at one speed.
///
/// @param points at least one
/// @param lengths of the way up to each point
record Track(List<Point> points, List<Double> lengths) {
    /// So many points stand for a rounded corner.
    private static final int BEND = 6;

    Track {
        points = List.copyOf(points);
        lengths = List.copyOf(lengths);
    }

    /// @param route of a wire that is drawn
    static Track of(Route route) {
        var points = route.turnsBack() ? rounded(route.line()) : route.line();
        var lengths = new ArrayList<Double>();
        double length = 0;
        for (int i = 0; i < points.size(); i++) {
            length += i == 0 ? 0 : Route.length(points.get(i - 1), points.get(i));
            lengths.add(length);
        }
        return new Track(points, lengths);
    }

    /// The corners as they are drawn, not as they are measured for the mouse.
    private static List<Point> rounded(List<Point> corners) {
        var points = new ArrayList<Point>();
        points.add(corners.getFirst());
        for (int i = 1; i < corners.size() - 1; i++) {
            var bend = Route.bend(corners.get(i - 1), corners.get(i), corners.get(i + 1));
            for (int step = 0; step <= BEND; step++) {
                double t = (double) step / BEND;
                double u = 1 - t;
                points.add(new Point(
                        u * u * bend.enter().x()
                                + 2 * u * t * bend.corner().x()
                                + t * t * bend.leave().x(),
                        u * u * bend.enter().y()
                                + 2 * u * t * bend.corner().y()
                                + t * t * bend.leave().y()));
            }
        }
        points.add(corners.getLast());
        return points;
    }

    /// @param part of the whole way, from 0 to 1
    Point at(double part) {
        double wanted = part * lengths.getLast();
        for (int i = 1; i < points.size(); i++) {
            if (lengths.get(i) >= wanted) {
                var from = points.get(i - 1);
                var to = points.get(i);
                double step = lengths.get(i) - lengths.get(i - 1);
                double share = step == 0 ? 0 : (wanted - lengths.get(i - 1)) / step;
                return from.plus((to.x() - from.x()) * share, (to.y() - from.y()) * share);
            }
        }
        return points.getLast();
    }
}
