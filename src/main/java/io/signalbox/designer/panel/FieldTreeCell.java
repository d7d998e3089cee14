package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Value;
import javafx.geometry.Pos;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Name on the left, value on the right; what is empty stands grey.
final class FieldTreeCell extends TreeCell<FieldLine> {
    /// More of a text is not to be read in a line.
    private static final int LONGEST = 200;

    /// Characters from which a text is told by its size alone.
    private static final int HUGE = 256 * 1024;

    private final Bench bench;

    FieldTreeCell(Bench bench) {
        this.bench = bench;
    }

    @Override
    protected void updateItem(FieldLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case FieldLine.Entry entry -> draw(entry);
            case FieldLine.More more -> draw(more);
        }
    }

    private void draw(FieldLine.More more) {
        int next = Math.min(FieldLine.PAGE, more.all() - more.from());
        var label = Wording.caption(bench.text("tree.more", next, more.all()));
        setGraphic(label);
        setAccessibleText(label.getText());
    }

    private void draw(FieldLine.Entry entry) {
        boolean missing = entry.value().isMissing();
        var name = Wording.body(entry.name());
        name.setMinWidth(Region.USE_PREF_SIZE);
        if (missing) {
            name.getStyleClass().add("muted");
        }
        var text = text(entry.value());
        var value = Wording.caption(text);
        if (missing) {
            value.getStyleClass().add("field-tree-missing");
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, Icon.of(PathWords.typeIcon(entry.value()), "icon-14", "tone-muted"), name, gap, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        // Without a bound the cell grows as wide as the longest value and pushes it out of sight.
        line.prefWidthProperty().bind(widthProperty().subtract(56));
        line.setMinWidth(0);
        setGraphic(line);
        setAccessibleText(text.isEmpty() ? entry.name() : entry.name() + ", " + text);
    }

    private String text(Value value) {
        return switch (value) {
            case Value.Fields _ -> "";
            case Value.Items(var items) -> bench.counted("tree.items", items.size());
            case Value.Nothing _ -> bench.text("type.nothing");
            case Value.Text(var text) -> brief(text);
            case Value.Decimal _, Value.Truth _ -> value.asText();
        };
    }

    private String brief(String text) {
        if (text.isEmpty()) {
            return bench.text("type.nothing");
        }
        if (text.length() > HUGE) {
            return bench.text("tree.huge", text.length() / 1024);
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
