package io.signalbox.designer.studio;

import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.Decorations.Count;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.designer.canvas.Decorations.RunState;
import io.signalbox.designer.panel.PreviewModel;
import io.signalbox.engine.NodeTrace;
import io.signalbox.flow.NodeId;
import java.util.HashMap;
import java.util.Map;

/// A preview drawn on the canvas: how far each node came and how often each wire was followed.
final class RunView {
    private RunView() {}

    static Decorations of(PreviewModel model) {
        var problems = Decorations.of(model.problems());
        if (model.result().isEmpty()) {
            return problems;
        }
        Map<NodeId, RunState> states = new HashMap<>();
        for (var visit : model.result().get().trace()) {
            states.merge(visit.step().node(), state(visit), RunView::graver);
        }
        Map<Link, Integer> followed = new HashMap<>();
        for (var wire : model.result().get().wires()) {
            followed.merge(Link.of(wire.wire()), wire.followed() ? 1 : 0, Integer::sum);
        }
        Map<Link, Count> counts = new HashMap<>();
        followed.forEach((link, count) -> counts.put(link, new Count(Integer.toString(count), count > 0)));
        return problems.withRun(states, counts);
    }

    private static RunState state(NodeTrace visit) {
        return switch (visit.state()) {
            case DONE -> RunState.DONE;
            case WAITING -> RunState.RUNNING;
            case FAILED -> RunState.FAILED;
            case STOPPED, SUPPRESSED, SKIPPED, OFF -> RunState.SKIPPED;
        };
    }

    /// A node that failed for one item failed.
    private static RunState graver(RunState one, RunState other) {
        if (one == RunState.FAILED || other == RunState.FAILED) {
            return RunState.FAILED;
        }
        return one == RunState.DONE || other == RunState.DONE ? RunState.DONE : one;
    }
}
