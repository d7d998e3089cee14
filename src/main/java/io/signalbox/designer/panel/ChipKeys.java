package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard in a field of text and chips: arrows walk over chips, Backspace chooses a chip before it deletes it,
/// Enter opens it, Alt+Down shows every value.
final class ChipKeys {
    private final ChipField field;
    private final BraceCompletion completion;

    ChipKeys(ChipField field, BraceCompletion completion) {
        this.field = field;
        this.completion = completion;
    }

    void segment(TextField segment, KeyEvent event) {
        if (completion.takes(event)) {
            event.consume();
            return;
        }
        var cells = field.cells();
        int at = cells.indexOf(segment);
        boolean atStart =
                segment.getCaretPosition() == 0 && segment.getSelectedText().isEmpty();
        boolean atEnd = segment.getCaretPosition() == segment.getLength();
        if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            field.browse();
            event.consume();
        } else if (at > 0 && atStart && (event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.LEFT)) {
            // The first Backspace chooses the chip, so that no value is lost by one stroke too many.
            Keyboard.giveTo(cells.get(at - 1));
            event.consume();
        } else if (at < cells.size() - 1
                && atEnd
                && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.RIGHT)) {
            Keyboard.giveTo(cells.get(at + 1));
            event.consume();
        }
    }

    /// A click chooses a chip, a double click opens it, as Enter does.
    void watch(PathChip chip) {
        chip.setOnMousePressed(event -> {
            Keyboard.giveTo(chip);
            event.consume();
        });
        chip.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                field.refine(chip);
            }
            event.consume();
        });
        chip.setOnKeyPressed(event -> chip(chip, event));
    }

    private void chip(PathChip chip, KeyEvent event) {
        var cells = field.cells();
        int at = cells.indexOf(chip);
        switch (event.getCode()) {
            case BACK_SPACE, DELETE -> {
                field.delete(chip);
                event.consume();
            }
            case LEFT -> {
                var before = (TextField) cells.get(at - 1);
                Keyboard.giveTo(before);
                before.end();
                event.consume();
            }
            case RIGHT -> {
                var behind = (TextField) cells.get(at + 1);
                Keyboard.giveTo(behind);
                behind.home();
                event.consume();
            }
            case ENTER, SPACE -> {
                field.refine(chip);
                event.consume();
            }
            default -> {}
        }
    }
}
