package io.signalbox.designer.canvas;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import javafx.scene.Node;

/// What a person asks for on the canvas that is not the canvas's to do.
public sealed interface Asked {
    /// Keep the replies of these nodes as the sample's own, or let them go.
    record Pin(SequencedSet<NodeId> nodes) implements Asked {
        public Pin {
            nodes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(nodes));
        }
    }

    /// Say when the chosen wire is followed.
    record EditWire(Wire wire) implements Asked {}

    /// Follow the sample to the chosen node and no farther.
    record PreviewHere() implements Asked {}

    /// See what is wrong with a node, where it can be put right.
    record SeeProblem(NodeId node) implements Asked {}

    /// See what passed over a wire.
    ///
    /// @param beside what it is shown next to
    record Payload(Wire wire, Node beside) implements Asked {}
}
