package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// A field that lies over what it changes, in the canvas' own coordinates. Leaving it takes the text, Escape does not.
final class InPlace implements AutoCloseable {
    private final World world;
    private final Runnable focusBack;
    private Optional<TextInputControl> open = Optional.empty();
    private Consumer<Optional<String>> done = _ -> {};
    /// No key went down in the field yet.
    private boolean fresh;

    /// @param focusBack gives the focus back to the canvas
    InPlace(World world, Runnable focusBack) {
        this.world = world;
        this.focusBack = focusBack;
    }

    /// One line.
    ///
    /// @param finished told the text, or nothing after Escape
    void line(Area area, String text, String label, Consumer<Optional<String>> finished) {
        var field = new TextField(text);
        field.setId("in-place");
        field.getStyleClass().add("in-place");
        open(field, area, label, finished);
    }

    /// Several lines; it grows with its text.
    void lines(Area area, String text, String name, Consumer<Optional<String>> finished) {
        var field = new TextArea(text);
        field.setId("in-place");
        field.getStyleClass().addAll("in-place", "in-place-note");
        field.setWrapText(true);
        open(field, area, name, finished);
        field.textProperty()
                .subscribe(typed ->
                        field.getParent().resize(area.width(), NoteView.heightOf(typed + "\n ") + CanvasView.GRID));
    }

    @Override
    public void close() {
        finish(open.map(TextInputControl::getText));
    }

    private void open(TextInputControl field, Area area, String name, Consumer<Optional<String>> finished) {
        close();
        done = finished;
        open = Optional.of(field);
        field.setAccessibleText(name);
        var holder = new StackPane(field);
        holder.setManaged(false);
        holder.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        world.getChildren().add(holder);
        fresh = true;
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            // The letter that opened the field is not meant for it.
            if (fresh) {
                event.consume();
            }
        });
        // Around the field, which drops a key that was consumed on itself: what is typed here is no key of the canvas.
        holder.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.getCode().isFunctionKey()) {
                event.consume();
            }
        });
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused && isOpen(field)) {
                finish(Optional.of(field.getText()));
            }
        });
        Keyboard.giveTo(field);
        field.selectAll();
    }

    private boolean isOpen(Node field) {
        return open.filter(field::equals).isPresent();
    }

    private void key(KeyEvent event) {
        fresh = false;
        boolean line = open.filter(TextField.class::isInstance).isPresent();
        if (event.getCode() == KeyCode.ESCAPE) {
            finish(Optional.empty());
            focusBack.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (line || event.isShortcutDown())) {
            finish(open.map(TextInputControl::getText));
            focusBack.run();
            event.consume();
        }
    }

    private void finish(Optional<String> text) {
        var field = open;
        var told = done;
        open = Optional.empty();
        done = _ -> {};
        field.map(Node::getParent).ifPresent(world.getChildren()::remove);
        if (field.isPresent()) {
            told.accept(text);
        }
    }
}
