package io.signalbox.designer;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/// Fills the slots around a place of a window one frame apart, in the order in which they were given. A panel takes its
/// time to make, and its controls get their looks in the frame that first shows them: all panels at once would keep the
/// window from answering for longer than a person forgives. Where no frame comes, as in a window that is not shown,
/// slots are filled at once. FX thread only.
final class InTurn {
    private final Node place;
    private final SequencedMap<Pane, Supplier<? extends Node>> waiting = new LinkedHashMap<>();

    InTurn(Node place) {
        this.place = place;
    }

    /// @param content asked for when it is its turn
    void fill(Pane slot, Supplier<? extends Node> content) {
        empty(slot);
        if (isShown(place.getScene())) {
            waiting.put(slot, content);
            if (waiting.size() == 1) {
                afterFrame(place.getScene());
            }
        } else {
            slot.getChildren().setAll(content.get());
        }
    }

    void empty(Pane slot) {
        waiting.remove(slot);
        slot.getChildren().clear();
    }

    /// True also of a slot whose turn is still to come: its room is kept.
    boolean isFilled(Pane slot) {
        return waiting.containsKey(slot) || !slot.getChildren().isEmpty();
    }

    private void afterFrame(Scene scene) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(() -> next(scene));
            }
        });
        Platform.requestNextPulse();
    }

    private void next(Scene scene) {
        var first = waiting.pollFirstEntry();
        if (first != null) {
            first.getKey().getChildren().setAll(first.getValue().get());
            if (!waiting.isEmpty()) {
                afterFrame(scene);
            }
        }
    }

    private static boolean isShown(Scene scene) {
        return scene != null && scene.getWindow() != null && scene.getWindow().isShowing();
    }
}
