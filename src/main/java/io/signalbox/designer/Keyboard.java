package io.signalbox.designer;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Skinnable;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Who gets the keyboard. What lies in a control, as in a scroll pane, stands in the window only once that control has
/// its skin, and asks for the keyboard in vain before: whether the next pulse comes first is a matter of luck.
/// Everything in the window that moves the keyboard does it here. FX thread only.
public final class Keyboard {
    private Keyboard() {}

    /// Gives it the keyboard, now or as soon as it stands in a window.
    public static void giveTo(Node node) {
        if (node.getScene() == null) {
            onceStanding(node, () -> focus(node));
        } else {
            focus(node);
        }
    }

    /// Lets Tab lead on from an area for text as from a field: written into the text, it would hold the keyboard there.
    public static void leadOn(Node area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /// True while this, or something in it, has the keyboard, also behind another window. Not `isFocusWithin`: the cell
    /// that a combo box shows while closed says that it is focused, whoever has the keyboard.
    public static boolean isIn(Node part) {
        var scene = part.getScene();
        return scene != null
                && Stream.<Node>iterate(scene.getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(part::equals);
    }

    /// Gives it back to who had it before; to nobody when that has left the window.
    public static void giveBack(@Nullable Node before) {
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    /// A control answers keys by its skin, and the first one may come before the next pulse would make it.
    private static void focus(Node node) {
        if (node instanceof Skinnable control && control.getSkin() == null) {
            node.applyCss();
        }
        node.requestFocus();
    }

    /// Lets somebody look in a part for who is to have the keyboard: soon, once it stands in a window, with everything
    /// in it, also what lies in a scroll pane that has never been drawn.
    public static void within(Parent part, Runnable give) {
        Runnable furnished = () -> {
            part.applyCss();
            part.layout();
            give.run();
        };
        if (part.getScene() == null) {
            onceStanding(part, furnished);
        } else {
            Platform.runLater(furnished);
        }
    }

    private static void onceStanding(Node node, Runnable then) {
        var waiting = new AtomicReference<>(Subscription.EMPTY);
        waiting.set(node.sceneProperty().subscribe((_, _) -> {
            waiting.get().unsubscribe();
            // Its place in the window is still being prepared while this is told.
            Platform.runLater(then);
        }));
    }
}
