package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.SegmentOps;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.model.StyledDocument;
import org.reactfx.collection.LiveList;

/// A text area with JSON coloured in it: only the lines in view, as they come into view.
final class JsonArea extends CodeArea {
    /// Of a long text a screen reader gets the begin, or it would never end.
    private static final int SPOKEN = 2_000;

    /// The colouring a line has got, by its text: a line that scrolls back into view needs none.
    private final Map<Integer, String> coloured = new HashMap<>();
    private final String name;
    private boolean colouring;
    /// True while every line has the colours it came with.
    private boolean ready;
    private boolean putting;
    private boolean marked;

    /// @param name what screen readers call it
    JsonArea(String name) {
        this.name = name;
        getStyleClass().add("json-area");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setWrapText(false);
        // RichTextFX's own numbers ask, each of them, which line is the first in view, and so lay all out again.
        setParagraphGraphicFactory(this::number);
        speak();
        LiveList<?> visible = (LiveList<?>) getVisibleParagraphs();
        visible.addModificationObserver(_ -> colour());
        plainTextChanges().subscribe(_ -> {
            ready &= putting;
            speak();
        });
        // The keyboard must be able to leave: indenting is no part of JSON.
        Keyboard.leadOn(this);
        addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("\t")) {
                event.consume();
            }
        });
    }

    /// As wide as the last one, so that all lines begin below each other.
    private Node number(int line) {
        int digits = Math.max(2, Integer.toString(getParagraphs().size()).length());
        var number = new Label(("%" + digits + "d").formatted(line + 1));
        number.setAlignment(Pos.TOP_RIGHT);
        number.setMaxHeight(Double.MAX_VALUE);
        number.getStyleClass().add("lineno");
        return number;
    }

    private void speak() {
        var text = getText(0, Math.min(getLength(), SPOKEN));
        setAccessibleText(name + ": " + text);
    }

    private void colour() {
        if (colouring || ready) {
            return;
        }
        colouring = true;
        try {
            int first = getParagraphs().isEmpty() ? 0 : firstVisibleParToAllParIndex();
            int last = Math.min(
                    getParagraphs().size(), first + getVisibleParagraphs().size());
            for (int at = first; at < last; at++) {
                var line = getParagraph(at).getText();
                if (!line.equals(coloured.get(at)) && !line.isEmpty()) {
                    coloured.put(at, line);
                    setStyleSpans(at, 0, spans(line));
                }
            }
        } finally {
            colouring = false;
        }
    }

    private static StyleSpans<Collection<String>> spans(String line) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        for (var part : JsonTokens.of(line)) {
            spans.add(part.style().isEmpty() ? List.of() : List.of(part.style()), part.length());
        }
        return spans.create();
    }

    /// A text with all its colours. Any thread: a long text is coloured where nobody waits for it.
    static StyledDocument<Collection<String>, String, Collection<String>> document(String text) {
        var made = new ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>>(
                SegmentOps.styledTextOps(), List.of());
        text.lines().forEach(line -> {
            if (line.isEmpty()) {
                made.addParagraph("", List.<String>of());
            } else {
                made.addParagraph(line, spans(line));
            }
        });
        if (text.isEmpty() || text.endsWith("\n")) {
            made.addParagraph("", List.<String>of());
        }
        return made.build();
    }

    /// Shows another text from its begin, with the colours it comes with; it cannot be undone to the one before.
    void put(StyledDocument<Collection<String>, String, Collection<String>> text) {
        coloured.clear();
        ready = true;
        putting = true;
        replace(text);
        putting = false;
        begin();
    }

    private void begin() {
        getUndoManager().forgetHistory();
        moveTo(0);
        requestFollowCaret();
    }

    /// Underlines where reading ended.
    ///
    /// @param line from 1
    /// @param column from 1
    void mark(int line, int column) {
        clearMark();
        int at = Math.clamp(line - 1L, 0, getParagraphs().size() - 1);
        int length = getParagraph(at).length();
        marked = true;
        setParagraphStyle(at, List.of("json-fault-line"));
        if (length > 0) {
            int from = Math.clamp(column - 1L, 0, length - 1);
            var styles = new ArrayList<>(getStyleOfChar(at, from));
            styles.add("json-fault");
            setStyle(at, from, length, styles);
            coloured.remove(at);
        }
    }

    void clearMark() {
        if (!marked) {
            return;
        }
        marked = false;
        for (int at = 0; at < getParagraphs().size(); at++) {
            if (!getParagraph(at).getParagraphStyle().isEmpty()) {
                setParagraphStyle(at, List.of());
                coloured.remove(at);
                var line = getParagraph(at).getText();
                if (!line.isEmpty()) {
                    setStyleSpans(at, 0, spans(line));
                }
            }
        }
    }
}
