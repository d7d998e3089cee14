package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.SequencedMap;

/// Finds places for the nodes of a connected flow that branches or merges. Pure, but the first call may take a second,
/// so it is made off the FX thread.
@FunctionalInterface
public interface Arranger {
    /// @return a place for every node; only the distances between them count
    SequencedMap<NodeId, Point> places(Flow flow);

    /// Rows of columns, which need nothing to be loaded.
    static Arranger ofRows() {
        return flow -> Tidy.places(flow, Tidy.USUAL_WIDTH);
    }
}
