package io.signalbox.designer.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Which flows were open in a window, so that one can go back and forth between two. FX thread only.
final class Visits {
    private final Deque<String> flows = new ArrayDeque<>();

    /// @param flow the id of the one that is open now
    void open(String flow) {
        flows.remove(flow);
        flows.push(flow);
    }

    /// @param open the id of the flow that is to be seen; empty while a page is
    /// @return the last other one; empty when there was none
    Optional<String> before(Optional<String> open) {
        return flows.stream()
                .filter(flow -> open.filter(flow::equals).isEmpty())
                .findFirst();
    }
}
