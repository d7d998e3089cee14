package io.signalbox.designer.canvas;

import io.signalbox.designer.Icon;
import io.signalbox.designer.IconButton;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Nearer, farther, how near, and all of it.
final class ZoomPill extends HBox implements AutoCloseable {
    private final Label level = new Label();
    private final Words words;
    private final Subscription watching;
    private double zoom = 1;

    ZoomPill(Words words, Shortcuts shortcuts, Runnable out, Runnable in, Runnable fit) {
        this.words = words;
        getStyleClass().add("zoom-pill");
        level.getStyleClass().add("zoom-level");
        level.setId("zoom-level");
        getChildren()
                .addAll(
                        button(shortcuts, "minus", "canvas.zoom.out", out),
                        level,
                        button(shortcuts, "plus", "canvas.zoom.in", in),
                        button(shortcuts, "fit", "canvas.fit", fit));
        watching = words.textsProperty().subscribe(() -> show(zoom));
    }

    void show(double changed) {
        zoom = changed;
        level.setText(words.text("canvas.zoom.level", Math.round(zoom * 100)));
    }

    private Button button(Shortcuts shortcuts, String icon, String key, Runnable action) {
        var button = new IconButton(words, Icon.of(icon, "icon-14"), key, shortcuts.bound(key, words));
        // The keyboard has the keys themselves; the canvas is one stop of the Tab key.
        button.setFocusTraversable(false);
        button.getStyleClass().add("round");
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
