package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A labelled row of a form: label, editor, and below it the result or the hint.
final class SettingRow extends VBox implements AutoCloseable {
    private final String hint;
    private final HBox below = new HBox();
    private final Runnable refresh;
    private final Supplier<Optional<Label>> result;
    private final Runnable closed;
    private final Node editor;
    private Runnable also = () -> {};

    /// @param refresh shows what is stored now
    /// @param result what the value gives for the sample; empty: the hint stands there
    SettingRow(
            String label,
            boolean required,
            String hint,
            Node editor,
            Runnable refresh,
            Supplier<Optional<Label>> result,
            Runnable closed) {
        this.hint = hint;
        this.refresh = refresh;
        this.result = result;
        this.closed = closed;
        this.editor = editor;
        getStyleClass().add("setting-row");
        var name = Wording.strong(label);
        name.setLabelFor(editor);
        var head = new HBox(4, name);
        if (required) {
            var star = new Label("*");
            star.getStyleClass().addAll("verdict", "tone-danger");
            head.getChildren().add(star);
        }
        editor.setAccessibleHelp(hint);
        getChildren().addAll(head, editor, below);
        show();
    }

    /// Puts something under the row that is refreshed with it.
    void addBelow(Node more, Runnable refreshed) {
        getChildren().add(more);
        var before = also;
        also = () -> {
            before.run();
            refreshed.run();
        };
        show();
    }

    /// Puts the keyboard into the editor.
    void enter() {
        Keyboard.giveTo(editor);
    }

    void show() {
        refresh.run();
        also.run();
        var told = result.get();
        below.getChildren().setAll(told.stream().toList());
        if (told.isEmpty() && !hint.isEmpty()) {
            below.getChildren().setAll(Wording.wrapped(Wording.caption(hint)));
        }
        boolean any = !below.getChildren().isEmpty();
        below.setVisible(any);
        below.setManaged(any);
    }

    @Override
    public void close() {
        closed.run();
    }
}
