package io.signalbox.flow;

/// A place on the canvas in pixels at 100 %: the upper left corner of a box.
public record Point(double x, double y) {
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("point %s, %s".formatted(x, y));
        }
        // A file knows one zero only.
        x += 0.0;
        y += 0.0;
    }

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /// The nearest corner of a grid of `step` pixels.
    public Point snapped(double step) {
        return new Point(Math.round(x / step) * step, Math.round(y / step) * step);
    }
}
