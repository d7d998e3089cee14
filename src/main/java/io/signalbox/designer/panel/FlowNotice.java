package io.signalbox.designer.panel;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// A line above the list that says what was done and offers the way back, for ten seconds.
final class FlowNotice extends HBox implements Closes {
    private static final Duration SHOWN_FOR = Duration.seconds(10);

    private final PauseTransition forget = new PauseTransition(SHOWN_FOR);

    FlowNotice() {
        super(8);
        setId("flow-notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        forget.setOnFinished(_ -> quiet());
        quiet();
    }

    void say(Node... parts) {
        stay(parts);
        forget.playFromStart();
    }

    /// Until something else is said: a person needs longer than ten seconds to read why a file is not a flow.
    void stay(Node... parts) {
        forget.stop();
        getChildren().setAll(parts);
        for (var part : parts) {
            if (part instanceof Button button) {
                button.setMinWidth(USE_PREF_SIZE);
            }
        }
        setVisible(true);
        setManaged(true);
    }

    void quiet() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    @Override
    public void close() {
        forget.stop();
    }
}
