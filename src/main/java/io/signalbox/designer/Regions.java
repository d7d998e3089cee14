package io.signalbox.designer;

import java.util.List;
import javafx.scene.Node;

/// Leads the focus from one region of the window to the next.
record Regions(List<Node> all) {
    Regions {
        all = List.copyOf(all);
    }

    /// @param by 1 onwards, -1 back; regions without anything to focus are passed over
    void go(int by) {
        int at = 0;
        for (int i = 0; i < all.size(); i++) {
            if (Keyboard.isIn(all.get(i))) {
                at = i;
            }
        }
        for (int step = 1; step <= all.size(); step++) {
            var target = FirstField.in(all.get(Math.floorMod(at + by * step, all.size())));
            if (target.isPresent()) {
                Keyboard.giveTo(target.get());
                return;
            }
        }
    }
}
