package io.signalbox.designer.panel;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/// Two controls in one line while the first can be read beside the second, else one below the other.
final class Beside extends Region {
    /// Of the first, in widths of an m: enough to tell what it is.
    private static final double LEAST = 9;

    private final double gap;
    private final Labeled first;
    private final Region second;

    /// @param first takes what the second leaves
    /// @param gap in pixels
    Beside(double gap, Labeled first, Region second) {
        this.gap = gap;
        this.first = first;
        this.second = second;
        getChildren().addAll(first, second);
    }

    private boolean fits(double width) {
        double wanted = Math.min(first.prefWidth(-1), LEAST * first.getFont().getSize());
        return wanted + gap + second.prefWidth(-1) <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(first.minWidth(-1), second.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + gap + second.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 || fits(width)
                ? Math.max(first.prefHeight(-1), second.prefHeight(-1))
                : first.prefHeight(-1) + gap + second.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (fits(width)) {
            double rest = width - gap - second.prefWidth(-1);
            layoutInArea(first, 0, 0, rest, getHeight(), 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(second, rest + gap, 0, width - gap - rest, getHeight(), 0, HPos.LEFT, VPos.CENTER);
        } else {
            double upper = first.prefHeight(-1);
            layoutInArea(first, 0, 0, width, upper, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(second, 0, upper + gap, width, second.prefHeight(-1), 0, HPos.LEFT, VPos.CENTER);
        }
    }
}
