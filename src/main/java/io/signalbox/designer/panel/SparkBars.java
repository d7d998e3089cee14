package io.signalbox.designer.panel;

import io.signalbox.engine.FlowActivity;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A column a day: what ended well below, what failed above it, the busiest day at full height.
final class SparkBars extends HBox {
    private static final double HEIGHT = 24;
    private static final double LEAST = 3;

    SparkBars(List<FlowActivity.Day> days) {
        getStyleClass().add("spark");
        setAlignment(Pos.BOTTOM_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        int most =
                days.stream().mapToInt(day -> day.well() + day.failed()).max().orElse(0);
        days.forEach(day -> getChildren().add(column(day, most)));
    }

    private static Region column(FlowActivity.Day day, int most) {
        var column = new VBox();
        column.getStyleClass().add("spark-day");
        column.setAlignment(Pos.BOTTOM_CENTER);
        if (day.failed() > 0) {
            column.getChildren().add(bar("spark-failed", day.failed(), most));
        }
        if (day.well() > 0) {
            column.getChildren().add(bar("spark-well", day.well(), most));
        }
        if (column.getChildren().isEmpty()) {
            column.getChildren().add(bar("spark-none", 0, 1));
        }
        return column;
    }

    private static Region bar(String style, int count, int most) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        double height = Math.max(LEAST, HEIGHT * count / most);
        bar.setMinHeight(height);
        bar.setPrefHeight(height);
        bar.setMaxHeight(height);
        return bar;
    }
}
