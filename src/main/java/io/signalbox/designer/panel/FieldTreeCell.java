package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Value;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Name on the left, value on the right.
final class FieldTreeCell extends TreeCell<FieldTree.Entry> {
    @Override
    protected void updateItem(FieldTree.Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var name = new Label(entry.name());
        name.getStyleClass().add("body");
        name.setMinWidth(Region.USE_PREF_SIZE);
        boolean branch = entry.value() instanceof Value.Fields;
        var text = branch ? "" : entry.value().asText();
        var value = Wording.caption(text);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, Icon.of(PathWords.typeIcon(entry.value()), "icon-14", "tone-muted"), name, gap, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        // Without a bound the cell grows as wide as the longest value and pushes it out of sight.
        line.prefWidthProperty().bind(widthProperty().subtract(56));
        line.setMinWidth(0);
        setGraphic(line);
        setText(null);
        setAccessibleText(text.isEmpty() ? entry.name() : entry.name() + ", " + text);
    }
}
