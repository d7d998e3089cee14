package io.signalbox.designer.panel;

import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would change on a server, one sentence a change.
final class FlowDifference {
    /// @param tone `success` for what is added, `danger` for what goes, `warning` for what changes, blank for a remark
    record Line(String tone, String icon, String text) {}

    private final Bench bench;

    FlowDifference(Bench bench) {
        this.bench = bench;
    }

    /// @param theirs empty when the server does not have the flow yet
    List<Line> between(Optional<Flow> theirs, Flow ours) {
        if (theirs.isEmpty()) {
            return List.of(
                    new Line("success", "plus", bench.text("difference.new", ours.name())),
                    new Line(
                            "",
                            "info",
                            bench.counted("difference.steps", ours.nodes().size())));
        }
        var before = theirs.get();
        var changes = FlowChanges.between(before, ours);
        var lines = new ArrayList<Line>();
        changes.added()
                .forEach(id -> lines.add(new Line("success", "plus", bench.text("difference.added", title(ours, id)))));
        changes.removed()
                .forEach(id ->
                        lines.add(new Line("danger", "minus", bench.text("difference.removed", title(before, id)))));
        changes.changed()
                .forEach(id ->
                        lines.add(new Line("warning", "pencil", bench.text("difference.changed", title(ours, id)))));
        changes.wiresAdded().forEach(wire -> lines.add(wire(ours, before, wire, true)));
        changes.wiresRemoved().stream()
                .filter(wire -> ours.wires().stream().noneMatch(other -> other.joins(wire.from(), wire.to())))
                .forEach(wire -> lines.add(wire(before, ours, wire, false)));
        if (changes.settingsChanged()) {
            lines.add(new Line("warning", "pencil", bench.text("difference.settings")));
        }
        if (changes.isEmpty()) {
            lines.add(new Line("", "info", bench.text("difference.none")));
        }
        long moved = changes.moved().stream()
                .filter(id -> !changes.changed().contains(id))
                .count();
        if (moved > 0) {
            lines.add(new Line("", "info", bench.counted("difference.moved", moved)));
        }
        return lines;
    }

    /// A wire whose condition changed is in both lists: it is said once, as changed.
    private Line wire(Flow flow, Flow other, Wire wire, boolean added) {
        var from = title(flow, wire.from());
        var to = title(flow, wire.to());
        if (other.wires().stream().anyMatch(each -> each.joins(wire.from(), wire.to()))) {
            return new Line("warning", "pencil", bench.text("difference.wire-changed", from, to));
        }
        return added
                ? new Line("success", "plus", bench.text("difference.wire-added", from, to))
                : new Line("danger", "minus", bench.text("difference.wire-removed", from, to));
    }

    private String title(Flow flow, NodeId id) {
        return flow.node(id).map(bench::title).orElse(id.value());
    }
}
