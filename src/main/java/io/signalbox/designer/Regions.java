package io.signalbox.designer;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/// Leads the focus from one region of the window to the next.
record Regions(List<Node> all) {
    Regions {
        all = List.copyOf(all);
    }

    /// @param by 1 onwards, -1 back; regions without anything to focus are passed over
    void go(int by) {
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            if (holdsFocus(all.get(i))) {
                at = i;
            }
        }
        for (int step = 1; step <= all.size(); step++) {
            var target = first(all.get(Math.floorMod(at + by * step, all.size())));
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private static boolean holdsFocus(Node region) {
        return region.isFocusWithin();
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
