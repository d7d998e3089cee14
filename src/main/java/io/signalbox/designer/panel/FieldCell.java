package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line of the list of fields: type, name, and the value in the sample on the right; or the object they belong to.
final class FieldCell extends ListCell<FieldCell.Line> {
    /// A longer name gives way to the value beside it.
    private static final int LONG = 28;

    sealed interface Line {
        record Heading(String object) implements Line {}

        record Entry(FieldChoice choice) implements Line {}
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        getStyleClass().remove("field-heading");
        if (empty || line == null) {
            return;
        }
        switch (line) {
            case Line.Heading(var object) -> {
                getStyleClass().add("field-heading");
                setGraphic(Wording.caption(object));
                setAccessibleText(object);
            }
            case Line.Entry(var choice) -> {
                setGraphic(line(choice));
                setAccessibleText(choice.text() + ", " + choice.sample().asText());
            }
        }
    }

    private HBox line(FieldChoice choice) {
        var name = Wording.body(choice.label());
        WholeTip.on(name).setMinWidth(choice.label().length() > LONG ? 0 : Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var sample = Wording.caption(choice.sample().asText().replace('\n', ' '));
        sample.setMinWidth(0);
        sample.getStyleClass().add("field-sample");
        var line =
                new HBox(8, Icon.of(PathWords.typeIcon(choice.sample()), "icon-16", "tone-muted"), name, gap, sample);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }
}
