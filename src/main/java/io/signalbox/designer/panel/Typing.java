package io.signalbox.designer.panel;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Makes one undo step of a burst of typing: the same gesture until focus leaves or nothing is typed for a second.
final class Typing implements AutoCloseable {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
    private final Subscription watching;
    private final String name = "typing-" + Integer.toHexString(System.identityHashCode(this));
    private long burst;

    Typing(Node field) {
        pause.setOnFinished(_ -> burst++);
        watching = field.focusWithinProperty().subscribe(_ -> burst++);
    }

    /// The gesture of what is typed now.
    String gesture() {
        pause.playFromStart();
        return name + "-" + burst;
    }

    @Override
    public void close() {
        watching.unsubscribe();
        pause.stop();
    }
}
