package io.signalbox.edit;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.Optional;

/// Which nodes may be wired. The canvas asks while a wire is dragged, so that a refusal is seen before the drop.
public final class WireRules {
    private WireRules() {}

    /// The text key of why this wire may not be; empty when it may.
    public static Optional<String> refusal(Flow flow, NodeId from, NodeId to) {
        var start = flow.node(from);
        var end = flow.node(to);
        if (start.isEmpty() || end.isEmpty() || from.equals(to)) {
            return Optional.of("wiring.self");
        }
        if (flow.wiresFrom(from).stream().anyMatch(wire -> wire.joins(from, to))) {
            return Optional.of("wiring.twice");
        }
        if (end.get() instanceof Node.Trigger) {
            return Optional.of("wiring.into-trigger");
        }
        if (end.get() instanceof Node.Configuration) {
            if (!(start.get() instanceof Node.Connection)) {
                return Optional.of("wiring.configuration");
            }
            if (!flow.wiresTo(to).isEmpty()) {
                return Optional.of("wiring.configuration-taken");
            }
        }
        return flow.wouldLoop(from, to) ? Optional.of("wiring.circle") : Optional.empty();
    }
}
