package io.signalbox.designer.home;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Parts side by side, equally wide and in each row equally high; as many beside one another as have room.
final class Columned extends Region {
    private final double least;
    private final double gap;
    private final List<Node> parts = new ArrayList<>();
    /// Tells how large the text is.
    private final Label yardstick = new Label();

    /// @param least width of a part, in widths of an m
    /// @param gap in pixels
    Columned(double least, double gap, Node... parts) {
        this.least = least;
        this.gap = gap;
        yardstick.setManaged(false);
        yardstick.setVisible(false);
        yardstick.fontProperty().subscribe(this::requestLayout);
        getChildren().add(yardstick);
        List.of(parts).forEach(this::add);
    }

    void add(Node part) {
        parts.add(part);
        getChildren().add(part);
    }

    Node first() {
        return parts.getFirst();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        double each = least * yardstick.getFont().getSize() + gap;
        return Math.clamp((long) ((width + gap) / each), 1, Math.max(1, parts.size()));
    }

    private double part(double width) {
        int columns = columns(width);
        return Math.floor((width - gap * (columns - 1)) / columns);
    }

    private double height(int from, double width) {
        return parts.subList(from, Math.min(parts.size(), from + columns(width))).stream()
                .mapToDouble(part -> part.prefHeight(part(width)))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return parts.size() * (least * yardstick.getFont().getSize() + gap) - gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double known = width < 0 ? prefWidth(-1) : width;
        double sum = 0;
        for (int from = 0; from < parts.size(); from += columns(known)) {
            sum += (from == 0 ? 0 : gap) + height(from, known);
        }
        return Math.ceil(sum);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        int columns = columns(width);
        double y = 0;
        for (int from = 0; from < parts.size(); from += columns) {
            double height = height(from, width);
            for (int at = from; at < Math.min(parts.size(), from + columns); at++) {
                double x = (at - from) * (part(width) + gap);
                layoutInArea(parts.get(at), x, y, part(width), height, 0, HPos.LEFT, VPos.CENTER);
            }
            y += height + gap;
        }
    }
}
