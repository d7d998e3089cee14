package io.signalbox.designer.settings;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One action in the list of keys. While it listens, the next keys that are pressed become its own.
final class KeyRow extends HBox {
    /// Boards of other countries have these elsewhere, or not at all.
    private static final Set<KeyCode> ELSEWHERE = Set.copyOf(EnumSet.of(
            KeyCode.SLASH,
            KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET,
            KeyCode.BACK_SLASH,
            KeyCode.QUOTE,
            KeyCode.BACK_QUOTE));

    private final KeyList list;
    private final String action;
    private final HBox keys = new HBox();
    private final Label said = new Label();
    private final Button change;
    private boolean listening;

    KeyRow(KeyList list, String action) {
        this.list = list;
        this.action = action;
        getStyleClass().add("key-row");
        var name = new Label(list.name(action));
        name.setWrapText(true);
        name.setMinSize(0, Region.USE_PREF_SIZE);
        setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        said.getStyleClass().addAll("caption", "muted");
        said.setWrapText(true);
        said.setMinSize(0, Region.USE_PREF_SIZE);
        keys.getStyleClass().add("key-chips");
        change = button("pencil", "keys.change", "key-change-" + action.replace('.', '-'));
        change.setOnAction(_ -> listen());
        change.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        change.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                quiet();
            }
        });
        getChildren().addAll(name, said, keys, change);
        if (list.isRebound(action)) {
            var back = button("undo", "keys.back", "key-back-" + action.replace('.', '-'));
            back.setOnAction(_ -> list.unbind(action));
            getChildren().add(back);
        }
        chips();
    }

    private Button button(String icon, String key, String id) {
        var button = new Button("", Icon.of(icon, "icon-14"));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(list.text(key, list.name(action)));
        button.setTooltip(new Tip(button.getAccessibleText()));
        return button;
    }

    private void chips() {
        var chips = new ArrayList<Label>();
        for (var chord : list.chords(action)) {
            var chip = new Label(chord);
            chip.getStyleClass().add("key-chip");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chips.add(chip);
        }
        keys.getChildren().setAll(chips);
    }

    private void listen() {
        listening = true;
        say(list.text("keys.press"));
        keys.getChildren().clear();
    }

    private void quiet() {
        if (listening) {
            listening = false;
            say("");
            chips();
        }
    }

    private void say(String sentence) {
        said.setText(sentence);
        change.setAccessibleText(sentence.isEmpty() ? list.text("keys.change", list.name(action)) : sentence);
    }

    private void pressed(KeyEvent event) {
        if (!listening) {
            return;
        }
        event.consume();
        var code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            quiet();
        } else if (!code.isModifierKey()) {
            take(event, code);
        }
    }

    private void take(KeyEvent event, KeyCode code) {
        if (ELSEWHERE.contains(code) || (event.isControlDown() && event.isAltDown())) {
            say(list.text("keys.elsewhere"));
            return;
        }
        var modifiers = new ArrayList<KeyCombination.Modifier>();
        if (event.isShortcutDown()) {
            modifiers.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isAltDown()) {
            modifiers.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            modifiers.add(KeyCombination.SHIFT_DOWN);
        }
        var chosen = new KeyCodeCombination(code, modifiers.toArray(KeyCombination.Modifier[]::new));
        boolean types = code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE;
        var refusal = list.refusal(
                action, chosen, types && List.of(KeyCombination.SHIFT_DOWN).containsAll(modifiers));
        if (refusal.isEmpty()) {
            listening = false;
            list.rebind(action, chosen);
        } else {
            say(refusal);
        }
    }
}
