package io.signalbox.designer.panel;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/// Columns of the short tables, whose order and sorting are given: each draws its row as a node.
final class Columns {
    private Columns() {}

    /// @param width preferred, in pixels; the last column of a table takes what is left
    static <T> TableColumn<T, T> of(String title, double width, Function<T, ? extends Node> drawn) {
        var column = new TableColumn<T, T>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(T row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : drawn.apply(row));
            }
        });
        return column;
    }
}
