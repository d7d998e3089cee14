package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The way a wire takes: one curve onwards, or round the boxes to the left with rounded corners.
///
/// @param path commands of an SVG path
/// @param line points along the way, near enough together to measure a distance
/// @param middle where its label stands
public record Route(String path, List<Point> line, Point middle, Point tip) {
    /// Half of a port and its ring, kept free on both ends.
    private static final double PORT = 7;
    private static final double HEAD = 8;
    private static final double CORNER = 16;
    /// How far a way that turns back runs on before its first corner.
    private static final double RUN = 16;
    private static final double CLEAR = 64;
    /// So far from its end a wire is held by that end.
    private static final double END = 36;

    public Route {
        line = List.copyOf(line);
    }

    /// The smallest area that holds the whole way; empty for no way at all.
    Optional<Area> bounds() {
        return line.stream().map(point -> Area.between(point, point)).reduce(Area::with);
    }

    static Route none() {
        return new Route("", List.of(), new Point(0, 0), new Point(0, 0));
    }

    /// @param boxes those that touch an area
    static Route between(Area from, Area to, Function<Area, List<Area>> boxes) {
        var start = from.exit().plus(PORT, 0);
        var end = to.entry().plus(-PORT + 1, 0);
        return end.x() - start.x() >= 24 ? onwards(start, end) : back(start, end, from, to, boxes);
    }

    /// A loose end, while a wire is drawn.
    static Route towards(Area from, Point end) {
        return onwards(from.exit().plus(PORT, 0), end);
    }

    /// A loose beginning, while a wire is drawn backwards.
    static Route arriving(Point start, Area to) {
        return onwards(start, to.entry().plus(-PORT + 1, 0));
    }

    private static Route onwards(Point start, Point end) {
        double stop = end.x() - HEAD;
        double pull = Math.max(24, Math.abs(stop - start.x()) / 2);
        var path = "M%s %s C%s %s %s %s %s %s"
                .formatted(start.x(), start.y(), start.x() + pull, start.y(), stop - pull, end.y(), stop, end.y());
        var line = new ArrayList<Point>();
        for (int step = 0; step <= 24; step++) {
            double t = step / 24.0;
            double u = 1 - t;
            line.add(new Point(
                    u * u * u * start.x()
                            + 3 * u * u * t * (start.x() + pull)
                            + 3 * u * t * t * (stop - pull)
                            + t * t * t * stop,
                    u * u * u * start.y() + 3 * u * u * t * start.y() + 3 * u * t * t * end.y() + t * t * t * end.y()));
        }
        return new Route(path, line, new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2), end);
    }

    private static Route back(Point start, Point end, Area from, Area to, Function<Area, List<Area>> boxes) {
        double right = Math.max(start.x() + RUN + CORNER, to.right() > from.right() ? start.x() : 0);
        double left = Math.min(end.x() - HEAD - RUN - CORNER + 2, start.x() - 2 * CORNER);
        double row = rowGap(from, to, left, right, boxes);
        var corners = List.of(
                start,
                new Point(right, start.y()),
                new Point(right, row),
                new Point(left, row),
                new Point(left, end.y()),
                new Point(end.x() - HEAD, end.y()));
        return new Route(rounded(corners), corners, new Point((left + right) / 2, row), end);
    }

    /// The height at which nothing stands between the two boxes; below both where they stand side by side.
    private static double rowGap(Area from, Area to, double left, double right, Function<Area, List<Area>> boxes) {
        boolean down = to.y() >= from.bottom();
        boolean up = from.y() >= to.bottom();
        if (!down && !up) {
            return Math.max(from.bottom(), to.bottom()) + 2 * CORNER;
        }
        double top = down ? from.bottom() : to.bottom();
        double bottom = down ? to.y() : from.y();
        var between = new Area(left, top, right - left, bottom - top);
        var blocked = boxes.apply(between).stream()
                .filter(area -> !area.equals(from) && !area.equals(to))
                .sorted(Comparator.comparingDouble(Area::y))
                .toList();
        double free = top;
        double bestFrom = top;
        double bestTo = top;
        for (var area : blocked) {
            if (area.y() - free > bestTo - bestFrom) {
                bestFrom = free;
                bestTo = area.y();
            }
            free = Math.max(free, area.bottom());
        }
        if (bottom - free > bestTo - bestFrom) {
            bestFrom = free;
            bestTo = bottom;
        }
        return (bestFrom + bestTo) / 2;
    }

    private static String rounded(List<Point> corners) {
        var path = new StringBuilder(
                "M%s %s".formatted(corners.getFirst().x(), corners.getFirst().y()));
        for (int i = 1; i < corners.size() - 1; i++) {
            var before = corners.get(i - 1);
            var corner = corners.get(i);
            var after = corners.get(i + 1);
            var bend = bend(before, corner, after);
            path.append(" L%s %s Q%s %s %s %s"
                    .formatted(
                            bend.enter().x(),
                            bend.enter().y(),
                            corner.x(),
                            corner.y(),
                            bend.leave().x(),
                            bend.leave().y()));
        }
        return path.append(" L%s %s"
                        .formatted(corners.getLast().x(), corners.getLast().y()))
                .toString();
    }

    /// A rounded corner: a quadratic curve from where it begins to where it ends.
    record Bend(Point enter, Point corner, Point leave) {}

    static Bend bend(Point before, Point corner, Point after) {
        double radius = Math.min(CORNER, Math.min(length(before, corner), length(corner, after)) / 2);
        return new Bend(towards(corner, before, radius), corner, towards(corner, after, radius));
    }

    private static Point towards(Point from, Point to, double by) {
        double length = length(from, to);
        return length == 0 ? from : from.plus((to.x() - from.x()) / length * by, (to.y() - from.y()) / length * by);
    }

    static double length(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    /// True when it runs round the boxes to the left.
    boolean turnsBack() {
        return line.size() == 6;
    }

    /// True when it rises or falls so far that its end lies clear of the node it comes from.
    boolean slants() {
        return !turnsBack()
                && !line.isEmpty()
                && Math.abs(tip.y() - line.getFirst().y()) >= CLEAR;
    }

    boolean isFlat() {
        return !turnsBack() && !slants();
    }

    /// True when the way comes at least this near.
    boolean passes(Point point, double reach) {
        for (int i = 1; i < line.size(); i++) {
            if (distance(point, line.get(i - 1), line.get(i)) <= reach) {
                return true;
            }
        }
        return false;
    }

    /// True when a straight cut from `a` to `b` parts it.
    boolean crosses(Point a, Point b) {
        for (int i = 1; i < line.size(); i++) {
            if (cross(a, b, line.get(i - 1), line.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean cross(Point a, Point b, Point c, Point d) {
        return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) < 0;
    }

    /// Positive on one side of the line through `a` and `b`, negative on the other.
    private static double side(Point a, Point b, Point point) {
        return (b.x() - a.x()) * (point.y() - a.y()) - (b.y() - a.y()) * (point.x() - a.x());
    }

    /// True near the tip, where the head can be taken off; at most a third of the way.
    boolean headAt(Point point) {
        return !line.isEmpty() && length(point, tip) <= endReach();
    }

    /// True near the beginning, where that end can be taken off; at most a third of the way.
    boolean tailAt(Point point) {
        return !line.isEmpty() && length(point, line.getFirst()) <= endReach();
    }

    private double endReach() {
        double whole = 0;
        for (int i = 1; i < line.size(); i++) {
            whole += length(line.get(i - 1), line.get(i));
        }
        return Math.min(END, whole / 3);
    }

    private static double distance(Point point, Point a, Point b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : Math.clamp(((point.x() - a.x()) * dx + (point.y() - a.y()) * dy) / square, 0, 1);
        return length(point, a.plus(t * dx, t * dy));
    }

    /// The area it crosses, label included.
    Area area() {
        return line.stream()
                .map(point -> new Area(point.x(), point.y(), 0, 0))
                .reduce(Area::with)
                .orElse(new Area(0, 0, 0, 0))
                .grown(CORNER);
    }
}
