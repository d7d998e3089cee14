package io.signalbox.designer.panel;

import io.signalbox.designer.TextWidth;
import io.signalbox.designer.WholeTip;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/// Columns of the short tables, whose order and sorting are given: each draws its row as a node.
final class Columns {
    /// Of a title at 100 %, in pixels.
    private static final double CAPTION = 12;
    /// Beside a title at 100 %, in pixels.
    private static final double AROUND = 32;

    private Columns() {}

    /// The columns share the width; where not even their titles have room beside one another, the table scrolls.
    static void fit(TableView<?> table) {
        table.widthProperty().subscribe(_ -> share(table));
        // It lies over all columns, of which only some may be in view.
        table.placeholderProperty().subscribe(words -> {
            if (words instanceof Label label) {
                label.setAlignment(Pos.CENTER);
                label.maxWidthProperty().bind(table.widthProperty().subtract(AROUND));
                StackPane.setAlignment(label, Pos.CENTER_LEFT);
            }
        });
    }

    private static void share(TableView<?> table) {
        double least = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        if (least > table.getWidth()) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        } else {
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        }
    }

    /// No title is ever cut, and what is cut below it can be read in a tip.
    ///
    /// @param width preferred, in pixels at 100 %; the last column of a table takes what is left
    static <T> TableColumn<T, T> of(String title, double width, Function<T, ? extends Node> drawn) {
        return of(title, 0, width, drawn);
    }

    /// As [#of(String, double, Function)], for words that say too little when they are cut.
    ///
    /// @param least the width that these need, in pixels at 100 %
    static <T> TableColumn<T, T> of(String title, double least, double width, Function<T, ? extends Node> drawn) {
        var column = new TableColumn<T, T>(title);
        var head = new Label(title);
        head.getStyleClass().add("column-title");
        column.setGraphic(head);
        // The style sheet gives the title a size that follows the text's, and with it the column.
        head.fontProperty().subscribe(font -> {
            double scale = font.getSize() / CAPTION;
            double narrowest = Math.max(least * scale, TextWidth.of(title, font) + AROUND * scale);
            column.setMinWidth(narrowest);
            column.setPrefWidth(Math.max(narrowest, width * scale));
        });
        column.minWidthProperty().subscribe(_ -> {
            if (column.getTableView() != null) {
                share(column.getTableView());
            }
        });
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                var node = empty || row == null ? null : drawn.apply(row);
                if (node instanceof Label label) {
                    WholeTip.on(label);
                }
                setGraphic(node);
            }
        });
        return column;
    }
}
