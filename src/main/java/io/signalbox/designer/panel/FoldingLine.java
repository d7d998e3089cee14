package io.signalbox.designer.panel;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What a line begins with, and at its right end what belongs to it; the end stands below where both do not fit beside
/// each other.
final class FoldingLine extends Pane {
    private final double gap;
    private final Region start;
    private final Region end;

    /// @param gap pixels between the two, beside each other as well as below
    FoldingLine(double gap, Region start, Region end) {
        super(start, end);
        this.gap = gap;
        this.start = start;
        this.end = end;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(start.minWidth(-1), end.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return start.prefWidth(-1) + gap + end.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return isBeside(width)
                ? Math.max(start.prefHeight(-1), end.prefHeight(-1))
                : start.prefHeight(width) + gap + end.prefHeight(last(width));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double last = last(width);
        if (isBeside(width)) {
            place(start, 0, 0, width - gap - last, getHeight());
            place(end, width - last, 0, last, getHeight());
        } else {
            double top = snapSizeY(start.prefHeight(width));
            place(start, 0, 0, width, top);
            place(end, 0, top + gap, last, end.prefHeight(last));
        }
    }

    private double last(double width) {
        return Math.min(width, snapSizeX(end.prefWidth(-1)));
    }

    private boolean isBeside(double width) {
        return width < 0 || prefWidth(-1) <= width;
    }

    /// In the middle of this height.
    private static void place(Region part, double x, double y, double width, double height) {
        double own = Math.min(height, part.prefHeight(width));
        part.resizeRelocate(x, Math.rint(y + (height - own) / 2), width, own);
    }
}
