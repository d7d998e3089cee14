package io.signalbox.designer.studio;

import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.Decorations.Count;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.designer.canvas.Decorations.RunState;
import io.signalbox.designer.panel.PreviewModel;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.flow.NodeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A preview or a run drawn on the canvas: how far each node came and how often each wire was followed.
final class RunView {
    private RunView() {}

    static Decorations of(PreviewModel model) {
        var problems = Decorations.of(model.problems());
        if (model.result().isEmpty()) {
            return problems;
        }
        var asleep = model.past()
                .filter(run -> run.summary().state() == io.signalbox.engine.RunState.WAITING)
                .isPresent();
        var undelivered = model.past().stream()
                .flatMap(run -> run.steps().stream())
                .filter(step -> step.undelivered())
                .map(step -> step.step().node())
                .toList();
        var drawn = with(problems, model.result().get(), asleep ? RunState.WAITING : RunState.RUNNING, undelivered);
        return model.past().isPresent()
                ? drawn
                : drawn.withSample(model.flow().nodes().keySet().stream()
                        .filter(model::isPinned)
                        .toList());
    }

    /// @param waiting how a node is shown whose call is still to be made
    static Decorations with(Decorations problems, Preview.Result result, RunState waiting) {
        return with(problems, result, waiting, List.of());
    }

    /// @param undelivered nodes whose message was accepted, and then did not arrive
    private static Decorations with(
            Decorations problems, Preview.Result result, RunState waiting, List<NodeId> undelivered) {
        Map<NodeId, RunState> states = new HashMap<>();
        for (var visit : result.trace()) {
            states.merge(visit.step().node(), state(visit, waiting), RunView::graver);
        }
        undelivered.forEach(node -> states.put(node, RunState.FAILED));
        Map<Link, Count> counts = new HashMap<>();
        passed(result).forEach((link, count) -> counts.put(link, new Count(Integer.toString(count), count > 0)));
        return problems.withRun(states, counts);
    }

    /// How many items went over each wire that was looked at.
    static Map<Link, Integer> passed(Preview.Result result) {
        var passed = new HashMap<Link, Integer>();
        for (var wire : result.wires()) {
            passed.merge(Link.of(wire.wire()), wire.followed() ? 1 : 0, Integer::sum);
        }
        return passed;
    }

    private static RunState state(NodeTrace visit, RunState waiting) {
        return switch (visit.state()) {
            case DONE -> RunState.DONE;
            case WAITING -> waiting;
            case FAILED -> RunState.FAILED;
            case STOPPED, SUPPRESSED, SKIPPED, OFF -> RunState.SKIPPED;
        };
    }

    /// A node that failed for one item failed; one that still works for another is at work.
    private static RunState graver(RunState one, RunState other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(RunState state) {
        return switch (state) {
            case NONE -> 0;
            case SKIPPED -> 1;
            case DONE -> 2;
            case WAITING -> 3;
            case RUNNING -> 4;
            case FAILED -> 5;
        };
    }
}
