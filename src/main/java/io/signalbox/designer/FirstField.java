package io.signalbox.designer;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Where the keyboard goes when a person enters a part of the window.
public final class FirstField {
    private FirstField() {}

    /// The first part that takes the keyboard, in the order they stand.
    public static Optional<Node> in(Node part) {
        if (part.isFocusTraversable() && !part.isDisabled() && part.isVisible()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent && part.isVisible()
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> in(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
