package io.signalbox.designer.canvas;

import io.signalbox.flow.Point;

/// Where the person looks: a point of the canvas lies on the screen at `zoom` times itself plus `x`, `y`.
public record Eye(double x, double y, double zoom) {
    static final double NEAREST = 2;
    static final double FARTHEST = 0.1;
    static final double READABLE = 0.75;
    /// Free space around what is fitted, in pixels of the screen.
    private static final double MARGIN = 24;
    private static final double PILL = 32;

    static Eye straight() {
        return new Eye(0, 0, 1);
    }

    Point toCanvas(double screenX, double screenY) {
        return new Point((screenX - x) / zoom, (screenY - y) / zoom);
    }

    Point toScreen(Point point) {
        return new Point(point.x() * zoom + x, point.y() * zoom + y);
    }

    Eye moved(double dx, double dy) {
        return new Eye(x + dx, y + dy, zoom);
    }

    /// A part of the way to another eye, all of it at 1.
    Eye towards(Eye other, double part) {
        return part >= 1
                ? other
                : new Eye(x + (other.x - x) * part, y + (other.y - y) * part, zoom + (other.zoom - zoom) * part);
    }

    /// Nearer or farther, with what lies under the mouse staying there.
    Eye zoomed(double factor, double screenX, double screenY) {
        double changed = Math.clamp(zoom * factor, FARTHEST, NEAREST);
        double by = changed / zoom;
        return new Eye(screenX - (screenX - x) * by, screenY - (screenY - y) * by, changed);
    }

    /// Shows the whole area in the middle of the view, never larger than life.
    static Eye fitting(Area area, double width, double height) {
        double free = height - 2 * MARGIN;
        if (area.height() > free || area.width() > width - 2 * MARGIN) {
            // A crowded view keeps its lower edge free for the zoom pill.
            free -= PILL;
        }
        double zoom = Math.clamp(Math.min((width - 2 * MARGIN) / area.width(), free / area.height()), FARTHEST, 1);
        return new Eye(
                Math.rint(width / 2 - area.centre().x() * zoom),
                Math.rint(MARGIN + free / 2 - area.centre().y() * zoom),
                zoom);
    }

    /// The first look at a flow: as [#fitting], but what is written stays readable. What does not fit then is begun at
    /// its upper left.
    static Eye opening(Area area, double width, double height) {
        var whole = fitting(area, width, height);
        if (whole.zoom() >= READABLE) {
            return whole;
        }
        double x = area.width() * READABLE > width - 2 * MARGIN
                ? MARGIN - area.x() * READABLE
                : width / 2 - area.centre().x() * READABLE;
        double y = area.height() * READABLE > height - 2 * MARGIN
                ? MARGIN - area.y() * READABLE
                : height / 2 - area.centre().y() * READABLE;
        return new Eye(Math.rint(x), Math.rint(y), READABLE);
    }

    /// The same nearness with this point of the canvas in the middle.
    Eye centred(Point point, double width, double height) {
        return new Eye(width / 2 - point.x() * zoom, height / 2 - point.y() * zoom, zoom);
    }

    /// As little movement as brings the area into view.
    Eye revealing(Area area, double width, double height) {
        var topLeft = toScreen(new Point(area.x(), area.y()));
        var bottomRight = toScreen(new Point(area.right(), area.bottom()));
        return moved(shift(topLeft.x(), bottomRight.x(), width), shift(topLeft.y(), bottomRight.y(), height));
    }

    private static double shift(double from, double to, double size) {
        if (from < MARGIN || to - from > size - 2 * MARGIN) {
            return MARGIN - from;
        }
        return to > size - MARGIN ? size - MARGIN - to : 0;
    }

    /// What of the canvas is in view.
    Area seen(double width, double height) {
        return new Area(-x / zoom, -y / zoom, width / zoom, height / zoom);
    }
}
