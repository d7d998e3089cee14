package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/// Several values as tags. Enter or a comma ends one, Backspace in an empty field takes the last away.
final class TagField extends FlowPane {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final Pattern SEVERAL = Pattern.compile("[\\n\\r\\t;]+");

    private final Bench bench;
    private final Consumer<List<String>> changed;
    private final TextField entry = new TextField();
    private final List<String> texts = new ArrayList<>();

    TagField(Bench bench, Consumer<List<String>> changed) {
        super(4, 4);
        this.bench = bench;
        this.changed = changed;
        getStyleClass().add("tag-field");
        setPrefWrapLength(280);
        entry.getStyleClass().add("chip-field-text");
        entry.setPrefColumnCount(7);
        entry.setPromptText(bench.text("condition.tag.prompt"));
        entry.setAccessibleText(bench.text("condition.value"));
        entry.setOnAction(_ -> take());
        entry.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take();
            }
        });
        entry.textProperty().addListener((_, _, text) -> {
            if (text.endsWith(",") || text.endsWith(";")) {
                entry.setText(text.substring(0, text.length() - 1));
                take();
            }
        });
        entry.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.BACK_SPACE && entry.getText().isEmpty() && !texts.isEmpty()) {
                texts.removeLast();
                tell();
                event.consume();
            }
        });
        entry.addEventFilter(KeyEvent.KEY_PRESSED, this::paste);
        setOnMousePressed(_ -> Keyboard.giveTo(entry));
        draw();
    }

    /// Where the next tag is typed.
    TextField entry() {
        return entry;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    void show(List<String> values) {
        if (!texts.equals(values)) {
            texts.clear();
            values.stream().filter(value -> !value.isBlank()).forEach(texts::add);
            draw();
        }
    }

    @Override
    public void requestFocus() {
        Keyboard.giveTo(entry);
    }

    private void take() {
        var text = entry.getText().strip();
        if (!text.isEmpty()) {
            entry.clear();
            if (!texts.contains(text)) {
                texts.add(text);
                tell();
            }
        }
    }

    /// A column of a sheet becomes one tag a cell; a text field would run its lines together.
    private void paste(KeyEvent event) {
        var pasted = Clipboard.getSystemClipboard().getString();
        if (!PASTE.match(event)
                || pasted == null
                || !SEVERAL.matcher(pasted.strip()).find()) {
            return;
        }
        event.consume();
        take();
        SEVERAL.splitAsStream(pasted)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !texts.contains(text))
                .distinct()
                .toList()
                .forEach(texts::add);
        tell();
    }

    private void tell() {
        draw();
        changed.accept(texts());
    }

    private void draw() {
        // The entry stays where it is in the scene, else it would lose focus with every tag.
        getChildren().removeIf(child -> !child.equals(entry));
        if (getChildren().isEmpty()) {
            getChildren().add(entry);
        }
        for (int at = 0; at < texts.size(); at++) {
            var text = texts.get(at);
            var tag = Wording.pill(text, "", "");
            tag.setContentDisplay(ContentDisplay.RIGHT);
            var remove = Press.tiny(bench.text("condition.tag.remove", text), () -> {
                texts.remove(text);
                tell();
            });
            tag.setGraphic(remove);
            getChildren().add(at, tag);
        }
    }
}
