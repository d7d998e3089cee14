package io.signalbox.designer.panel;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.StyledDocument;
import org.fxmisc.richtext.util.UndoUtils;

/// JSON to be read and copied, with its parts in colours. A payload of any size opens at once: it is written out off
/// the FX thread, and no more of it is shown than a person would scroll through.
final class JsonView extends VBox implements Closes {
    /// Characters; of more the begin is shown.
    static final int LONGEST = 64 * 1024;

    /// Characters of one text; a longer one is cut.
    private static final int LONGEST_TEXT = 2_000;

    /// Pixels: of a line, of a scroll bar below, and of the whole.
    private static final double LINE = 17;
    private static final double BAR = 12;
    private static final double LOWEST = 56;
    private static final double HIGHEST = 280;

    private record Page(String text, int all, StyledDocument<Collection<String>, String, Collection<String>> coloured) {
        static Page of(String text, int all) {
            return new Page(text, all, JsonArea.document(text));
        }
    }

    private final Bench bench;
    private final JsonArea area;
    private final StackPane frame = new StackPane();
    private final Label note = Wording.wrapped(Wording.caption(""));
    private Value value = Value.nothing();
    private Function<Value, String> writing = this::pretty;
    private long asked;

    /// @param name what screen readers call it
    JsonView(Bench bench, String name) {
        this.bench = bench;
        getStyleClass().add("json-view");
        area = new JsonArea(name);
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        var scroll = new VirtualizedScrollPane<>(area);
        // The pane leaves no room for a border of its own.
        frame.getChildren().add(scroll);
        frame.getStyleClass().add("json-frame");
        setVgrow(frame, Priority.ALWAYS);
        note(0, 0);
        getChildren().addAll(frame, note);
    }

    JsonArea area() {
        return area;
    }

    /// Nothing is shown as nothing.
    void show(Value shown) {
        show(shown, this::pretty);
    }

    /// A text that is not all JSON, such as a request with its head.
    ///
    /// @param made how the value is written out; runs off the FX thread
    void show(Value shown, Function<Value, String> made) {
        if (shown.equals(value) && made.equals(writing) && area.getLength() > 0) {
            return;
        }
        value = shown;
        writing = made;
        long turn = ++asked;
        bench.background()
                .run(
                        () -> page(shown.isMissing() ? "" : made.apply(shown)),
                        page -> {
                            if (turn == asked) {
                                put(page);
                            }
                        },
                        failure -> {
                            throw new IllegalStateException("writing a payload out", failure);
                        });
    }

    private static Page page(String text) {
        if (text.length() <= LONGEST) {
            return Page.of(text, text.length());
        }
        int end = text.lastIndexOf('\n', LONGEST);
        return Page.of(text.substring(0, end < 0 ? LONGEST : end), text.length());
    }

    private void put(Page page) {
        area.put(page.coloured());
        frame.setPrefHeight(Math.clamp((page.text().lines().count() + 1) * LINE + BAR, LOWEST, HIGHEST));
        note(page.text().length(), page.all());
    }

    private void note(int shown, int all) {
        note.setText(shown < all ? bench.text("json.cut", shown / 1024, all / 1024) : "");
        note.setVisible(shown < all);
        note.setManaged(shown < all);
    }

    private Value brief(Value whole) {
        return switch (whole) {
            case Value.Text(var text)
            when text.length() > LONGEST_TEXT ->
                Value.of(text.substring(0, LONGEST_TEXT) + "… " + bench.text("json.cut-text", text.length()));
            case Value.Items(var items) ->
                new Value.Items(items.stream().map(this::brief).toList());
            case Value.Fields(var fields) -> {
                var members = new LinkedHashMap<String, Value>();
                fields.forEach((name, member) -> members.put(name, brief(member)));
                yield new Value.Fields(members);
            }
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Nothing _ -> whole;
        };
    }

    @Override
    public void close() {
        asked++;
        area.dispose();
    }

    private String pretty(Value shown) {
        return Json.pretty(brief(shown));
    }
}
