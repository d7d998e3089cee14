package io.signalbox.designer.panel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the whole window on which dialogs stand, one at a time, with what lies below dimmed. Takes no space
/// and no clicks while nothing is shown. Put it last into the window's root.
public final class Overlay extends StackPane {
    private final Deque<Region> waiting = new ArrayDeque<>();
    private @Nullable Node focusedBefore;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        setManaged(true);
        setPickOnBounds(true);
        PanelSheet.dress(this);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepKeyboard);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
                dismiss();
                event.consume();
            }
        });
    }

    /// What lies below is out of reach for the keyboard as it is for the mouse.
    private void keepKeyboard(@Nullable Node focused) {
        if (isVisible() && focused != null && !isIn(focused) && !getChildren().isEmpty()) {
            getChildren().getFirst().requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    private boolean isIn(Node focused) {
        return Stream.iterate(focused, Objects::nonNull, Node::getParent).anyMatch(this::equals);
    }

    /// Shows a dialog above what is shown already, which comes back when this one is dismissed.
    public void show(Region dialog) {
        if (getChildren().isEmpty()) {
            focusedBefore = getScene() == null ? null : getScene().getFocusOwner();
        } else {
            waiting.push((Region) getChildren().getFirst());
        }
        getChildren().setAll(dialog);
        setVisible(true);
        focusFirst(dialog);
    }

    /// Takes away what is shown; focus goes back to where it was.
    public void dismiss() {
        if (!waiting.isEmpty()) {
            getChildren().setAll(waiting.pop());
            return;
        }
        getChildren().clear();
        setVisible(false);
        if (focusedBefore != null) {
            focusedBefore.requestFocus();
            focusedBefore = null;
        }
    }

    private static void focusFirst(Region dialog) {
        // Not before the skins exist: a control without one takes no focus.
        javafx.application.Platform.runLater(() -> dialog.lookupAll(".text-field").stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .ifPresent(Node::requestFocus));
    }
}
