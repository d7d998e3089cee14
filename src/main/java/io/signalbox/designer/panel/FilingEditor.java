package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.flow.Filing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The folder and the tags of a flow, changed in its row. Enter or leaving keeps what is typed, Escape does not.
final class FilingEditor extends HBox {
    private final TextField folder;
    private final TextField tags;
    private final Consumer<Optional<Filing>> done;
    private boolean over;

    /// @param done told once: the filing, or nothing where the person went back
    FilingEditor(Filing filing, String folderName, String tagsName, Consumer<Optional<Filing>> done) {
        super(8);
        this.done = done;
        setAlignment(Pos.CENTER_LEFT);
        folder = field("flow-file-folder", filing.folder(), folderName);
        tags = field("flow-file-tags", String.join(", ", filing.tags()), tagsName);
        getChildren().addAll(folder, tags);
        focusWithinProperty().subscribe((before, now) -> {
            if (before && !now) {
                finish(true);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                finish(false);
                event.consume();
            }
        });
        Keyboard.giveTo(folder);
    }

    private TextField field(String id, String text, String name) {
        var field = new TextField(text);
        field.setId(id);
        field.setPromptText(name);
        field.setAccessibleText(name);
        field.setOnAction(_ -> finish(true));
        setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private void finish(boolean keep) {
        if (!over) {
            over = true;
            done.accept(
                    keep
                            ? Optional.of(Filing.of(
                                    folder.getText(), List.of(tags.getText().split("[,;]", -1))))
                            : Optional.empty());
        }
    }
}
