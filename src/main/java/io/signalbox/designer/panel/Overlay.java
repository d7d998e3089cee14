package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
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
    private BooleanSupplier held = () -> false;

    public Overlay() {
        getStyleClass().add("overlay");
        setAlignment(Pos.CENTER);
        setVisible(false);
        setManaged(true);
        setPickOnBounds(true);
        PanelSheet.dress(this);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::keepKeyboard);
        addEventFilter(KeyEvent.KEY_PRESSED, this::goRound);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
                if (!held.getAsBoolean()) {
                    dismiss();
                }
                event.consume();
            }
        });
    }

    /// While it says so, Escape does not take away what is shown.
    public void hold(BooleanSupplier wanted) {
        held = wanted;
    }

    /// What lies below is out of reach for the keyboard as it is for the mouse.
    private void keepKeyboard(@Nullable Node focused) {
        if (isVisible() && focused != null && !isIn(focused) && !getChildren().isEmpty()) {
            getChildren().getFirst().requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /// From the last stop to the first, and back.
    private void goRound(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB || getChildren().isEmpty()) {
            return;
        }
        var dialog = getChildren().getFirst();
        var stops = stops(dialog).toList();
        boolean back = event.isShiftDown();
        if (stops.isEmpty()
                || !(back ? stops.getFirst() : stops.getLast())
                        .equals(getScene().getFocusOwner())) {
            return;
        }
        // Told as a step on, so that where it leads is seen.
        var before = back && stops.size() > 1 ? stops.get(stops.size() - 2) : dialog;
        before.requestFocusTraversal(TraversalDirection.NEXT);
        event.consume();
    }

    private static Stream<Node> stops(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Stream.empty();
        }
        if (part.isFocusTraversable()) {
            return Stream.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Overlay::stops)
                : Stream.empty();
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
        Keyboard.giveBack(focusedBefore);
        focusedBefore = null;
    }

    private static void focusFirst(Region dialog) {
        Keyboard.within(
                dialog,
                () -> dialog.lookupAll(".text-field").stream()
                        .filter(Node::isFocusTraversable)
                        .findFirst()
                        .ifPresent(Keyboard::giveTo));
    }
}
