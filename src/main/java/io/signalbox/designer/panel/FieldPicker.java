package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;

/// Picks a field by name: type, name, and its value in the sample on the right.
final class FieldPicker extends SearchableComboBox<FieldChoice> {
    private final PathWords words;
    private boolean showing;
    private Path current = Path.parse("trigger");

    FieldPicker(Bench bench, Consumer<FieldChoice> chosen) {
        words = new PathWords(bench);
        getStyleClass().add("field-picker");
        setAccessibleText(bench.text("condition.field"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(FieldChoice choice) {
                return choice == null ? "" : choice.text();
            }

            @Override
            public FieldChoice fromString(String text) {
                return getItems().stream()
                        .filter(choice -> choice.text().equals(text))
                        .findFirst()
                        .orElse(getValue());
            }
        });
        setCellFactory(_ -> new ChoiceCell(true));
        setButtonCell(new ChoiceCell(false));
        valueProperty().addListener((_, _, choice) -> {
            if (!showing && choice != null && !choice.path().equals(current)) {
                chosen.accept(choice);
            }
        });
    }

    void show(List<FieldChoice> choices, Path path, Value sample) {
        showing = true;
        current = path;
        var all = new ArrayList<>(choices);
        if (all.stream().noneMatch(choice -> choice.path().equals(path))) {
            // Not in the sample: still what the flow says, so it stays to be seen and kept.
            all.addFirst(FieldChoice.choice(path, sample, words));
        }
        if (!getItems().equals(all)) {
            getItems().setAll(all);
        }
        all.stream().filter(choice -> choice.path().equals(path)).findFirst().ifPresent(this::setValue);
        showing = false;
    }

    private static final class ChoiceCell extends ListCell<FieldChoice> {
        private final boolean withSample;

        ChoiceCell(boolean withSample) {
            this.withSample = withSample;
        }

        @Override
        protected void updateItem(FieldChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(null);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            var icon = Icon.of(PathWords.typeIcon(choice.sample()), "icon-16", "tone-muted");
            var name = Wording.body(withSample ? choice.text() : choice.label());
            var line = new HBox(8, icon, name);
            line.setAlignment(Pos.CENTER_LEFT);
            if (withSample) {
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                var sample = Wording.caption(choice.sample().asText());
                sample.setMaxWidth(160);
                name.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().addAll(gap, sample);
            }
            setGraphic(line);
            setAccessibleText(choice.text());
        }
    }
}
