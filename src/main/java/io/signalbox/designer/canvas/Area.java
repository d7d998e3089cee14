package io.signalbox.designer.canvas;

import io.signalbox.flow.Node;
import io.signalbox.flow.Point;

/// A rectangle of the canvas in pixels at 100 %.
public record Area(double x, double y, double width, double height) {
    /// Every node is this wide.
    public static final double NODE_WIDTH = 232;

    static final double LOW = 72;
    static final double HIGH = 96;

    /// Where a node stands. A node with something to say in a third line is higher.
    static Area of(Node node, Point place) {
        return new Area(place.x(), place.y(), NODE_WIDTH, heightOf(node));
    }

    static double heightOf(Node node) {
        return NodeWords.hasDetail(node) ? HIGH : LOW;
    }

    static Area between(Point a, Point b) {
        return new Area(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Point centre() {
        return new Point(x + width / 2, y + height / 2);
    }

    /// The middle of the left edge, where wires arrive.
    Point entry() {
        return new Point(x, y + height / 2);
    }

    /// The middle of the right edge, where wires leave.
    Point exit() {
        return new Point(right(), y + height / 2);
    }

    boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    boolean touches(Area other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /// From middle to middle.
    double distance(Area other) {
        var here = centre();
        var there = other.centre();
        return Math.hypot(here.x() - there.x(), here.y() - there.y());
    }

    Area grown(double by) {
        return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /// The smallest area that holds both.
    Area with(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }
}
