package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog with a text to read and to copy: a file that is no flow, the technical side of a failure.
public final class TextCard extends VBox {
    private final TextArea area = new TextArea();

    /// @param line chosen at the beginning, from 1; 0 for none
    public TextCard(Words words, String title, String text, int line, Runnable close) {
        getStyleClass().addAll("dialog-card", "text-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMaxSize(720, 480);
        var texts = Texts.of(TextCard.class, words.language());
        area.setText(text);
        area.setEditable(false);
        area.setId("text-card");
        area.setAccessibleText(title);
        area.getStyleClass().add("code-area");
        setVgrow(area, Priority.ALWAYS);
        var copy = Press.plain(texts.text("text-card.copy"), "copy", () -> copy(text));
        copy.setId("text-card-copy");
        var shut = Press.primary(texts.text("dialog.close"), "", close);
        shut.setId("text-card-close");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(Wording.section(title), area, new HBox(8, gap, copy, shut));
        Keyboard.within(this, () -> choose(line));
    }

    /// For sentences: in the letters of the page, whole, one below the other.
    public TextCard asProse() {
        area.setWrapText(true);
        area.getStyleClass().remove("code-area");
        return this;
    }

    private void choose(int line) {
        Keyboard.giveTo(area);
        var lines = area.getText().split("\n", -1);
        if (line < 1 || line > lines.length) {
            return;
        }
        int start = 0;
        for (int at = 0; at < line - 1; at++) {
            start += lines[at].length() + 1;
        }
        area.selectRange(start, start + lines[line - 1].length());
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
