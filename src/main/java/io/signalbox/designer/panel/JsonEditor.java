package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.JsonRepair;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.model.StyledDocument;

/// JSON to be written: read while it is typed, off the FX thread; what cannot be read is underlined and told with line
/// and position.
final class JsonEditor extends VBox implements Closes {
    private final Bench bench;
    private final JsonArea area;
    private final Label told = Wording.wrapped(Wording.caption(""));
    private final RepairOffer repairs;
    private final ReadOnlyObjectWrapper<Optional<Value>> value = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long asked;
    private boolean putting;
    private boolean edited;

    private sealed interface Read {
        record Good(Value value) implements Read {}

        /// @param mended what it may have been meant as
        record Bad(JsonProblem problem, Optional<JsonRepair.Whole> mended) implements Read {}
    }

    /// @param name what screen readers call it
    JsonEditor(Bench bench, String name) {
        this.bench = bench;
        getStyleClass().add("json-editor");
        area = new JsonArea(name);
        area.setId("json-editor");
        told.setId("json-told");
        var scroll = new VirtualizedScrollPane<>(area);
        // The pane leaves no room for a border of its own.
        var frame = new StackPane(scroll);
        frame.getStyleClass().add("json-frame");
        frame.setPrefHeight(320);
        setVgrow(frame, Priority.ALWAYS);
        // As if it had been typed: what the person pasted can be had back by undo.
        repairs = new RepairOffer(bench, area::replaceText);
        getChildren().addAll(frame, told, repairs);
        area.plainTextChanges().subscribe(_ -> changed());
    }

    JsonArea area() {
        return area;
    }

    String text() {
        return area.getText();
    }

    /// What a person made of the text that was shown; empty when it is as it was.
    Optional<String> edited() {
        return edited ? Optional.of(text()) : Optional.empty();
    }

    /// Shows a text, which is made and coloured off the FX thread; a long one takes a moment.
    void show(Supplier<String> text) {
        long turn = ++asked;
        edited = false;
        area.setDisable(true);
        bench.background()
                .run(
                        () -> Shown.of(text.get()),
                        shown -> {
                            if (turn == asked) {
                                putting = true;
                                area.put(shown.coloured());
                                putting = false;
                                area.setDisable(false);
                                tell(shown.read());
                            }
                        },
                        failure -> {
                            throw new IllegalStateException("showing a text to be edited", failure);
                        });
    }

    private record Shown(StyledDocument<Collection<String>, String, Collection<String>> coloured, Read read) {
        static Shown of(String text) {
            return new Shown(JsonArea.document(text), read0(text));
        }
    }

    private void changed() {
        if (!putting) {
            edited = true;
            read(area.getText());
        }
    }

    /// What the text says; empty while it cannot be read.
    ReadOnlyObjectProperty<Optional<Value>> valueProperty() {
        return value.getReadOnlyProperty();
    }

    private void read(String text) {
        long turn = ++asked;
        bench.background()
                .run(
                        () -> read0(text),
                        read -> {
                            if (turn == asked) {
                                tell(read);
                            }
                        },
                        failure -> {
                            throw new IllegalStateException("reading what was typed", failure);
                        });
    }

    private static Read read0(String text) {
        try {
            return new Read.Good(Json.parse(text));
        } catch (JsonProblem problem) {
            return new Read.Bad(
                    problem,
                    JsonRepair.of(text) instanceof JsonRepair.Whole whole ? Optional.of(whole) : Optional.empty());
        }
    }

    private void tell(Read read) {
        area.clearMark();
        told.getStyleClass().removeAll("tone-success", "tone-danger");
        told.getStyleClass().add("verdict");
        switch (read) {
            case Read.Good(var good) -> {
                value.set(Optional.of(good));
                repairs.offer(Optional.empty());
                say(bench.text("json.good"), "tone-success", "check");
            }
            case Read.Bad(var problem, var mended) -> {
                value.set(Optional.empty());
                repairs.offer(mended);
                area.mark(problem.line(), problem.column());
                var words = Texts.of(Json.class, bench.words().language());
                say(
                        words.text("where.line", problem.line(), problem.column())
                                + ": "
                                + words.text(problem.key(), problem.detail()),
                        "tone-danger",
                        "cross");
            }
        }
    }

    private void say(String words, String tone, String icon) {
        told.getStyleClass().add(tone);
        told.setGraphic(Icon.of(icon, "icon-14"));
        told.setText(words);
        area.setAccessibleHelp(words);
    }

    @Override
    public void close() {
        asked++;
        area.dispose();
    }
}
