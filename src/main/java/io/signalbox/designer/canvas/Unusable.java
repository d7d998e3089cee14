package io.signalbox.designer.canvas;

import io.signalbox.designer.Speech;
import io.signalbox.flow.Flow;
import java.util.Optional;

/// Why something cannot be added to a flow now, wherever it is put. The palette says it before it is tried, the canvas
/// while it is dragged and when it is let go.
final class Unusable {
    private Unusable() {}

    /// One sentence; empty for what can be added.
    static Optional<String> reason(PaletteItem item, Flow flow, Speech words) {
        if (item.isNote()) {
            return Optional.empty();
        }
        if (item.isCondition()) {
            return flow.wires().isEmpty() ? Optional.of(words.text(WireCondition.refusal(flow))) : Optional.empty();
        }
        return flow.nodes().size() < Flow.MOST_NODES ? Optional.empty() : Optional.of(Brim.reason(words));
    }
}
