package io.signalbox.designer.panel;

import io.signalbox.edit.History;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What Auto-map has filled in, row by row, to be read over and taken back as one.
final class AutoMapResult extends VBox {
    private final Bench bench;
    private final History made;

    /// @param before the rows without what was found
    /// @param close takes the list away
    AutoMapResult(Bench bench, List<MapRow> before, List<MapRow> after, Runnable close) {
        this.bench = bench;
        made = bench.session().historyProperty().get();
        getStyleClass().add("auto-map-result");
        setId("map-auto-result");
        var filled = after.stream()
                .filter(row -> !row.from().isBlank() && !before.contains(row))
                .toList();
        var title = Wording.strong(
                filled.isEmpty() ? bench.text("map.auto.none") : bench.text("map.auto.done", filled.size()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var undo = Press.link(bench.text("map.auto.undo"), () -> {
            close.run();
            bench.session().undo();
        });
        undo.setId("map-auto-undo");
        undo.setVisible(!filled.isEmpty());
        undo.setManaged(!filled.isEmpty());
        var head = new HBox(8, title, gap, undo, Press.tiny(bench.text("map.auto.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        filled.forEach(row -> getChildren().add(Wording.caption(row.to() + " ← " + words(row.from()))));
        setAccessibleText(title.getText());
    }

    /// True while nothing has been changed since, so that undo takes back this and nothing else.
    boolean isLatest() {
        return bench.session().historyProperty().get().present().equals(made.present());
    }

    private String words(Expression from) {
        return from.paths().stream()
                .findFirst()
                .map(new PathWords(bench)::whole)
                .orElse("");
    }
}
