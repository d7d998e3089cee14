package io.signalbox.edit;

import io.signalbox.flow.Clip;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Layout;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;

/// Brings a part of a flow into a flow again, or takes it out. Pure and total, like every [Edit].
public sealed interface Copying {

    /// Adds a clip where it stands, under ids that the flow does not have yet.
    record Paste(Clip clip) implements Copying {}

    /// Adds a copy of nodes, notes and groups, moved by so many pixels.
    ///
    /// @param incoming true when the copies keep the wires that lead to the originals
    record Duplicate(Set<NodeId> chosen, double dx, double dy, boolean incoming) implements Copying {
        public Duplicate {
            chosen = Set.copyOf(chosen);
        }
    }

    /// Takes nodes and notes out, as deleting them does.
    record Cut(Set<NodeId> chosen) implements Copying {
        public Cut {
            chosen = Set.copyOf(chosen);
        }
    }

    /// The text key of its name in the undo list.
    default String key() {
        return switch (this) {
            case Paste _ -> "edit.paste";
            case Duplicate _ -> "edit.duplicate";
            case Cut _ -> "edit.cut";
        };
    }

    default Flow applyTo(Flow flow) {
        return switch (this) {
            case Paste(var clip) -> add(flow, clip.freshFor(flow));
            case Duplicate duplicate -> duplicate(flow, duplicate);
            case Cut(var chosen) -> new Edit.Remove(chosen, true).applyTo(flow);
        };
    }

    private static Flow duplicate(Flow flow, Duplicate duplicate) {
        var clip = Clip.of(flow, duplicate.chosen());
        var renaming = clip.freshIds(flow);
        var with = add(flow, clip.renamed(renaming).moved(duplicate.dx(), duplicate.dy()));
        if (!duplicate.incoming()) {
            return with;
        }
        for (var wire : flow.wires()) {
            boolean incoming =
                    clip.nodes().containsKey(wire.to()) && !clip.nodes().containsKey(wire.from());
            var to = renaming.id(wire.to());
            if (incoming && WireRules.refusal(with, wire.from(), to).isEmpty()) {
                var wires = new ArrayList<>(with.wires());
                wires.add(new Wire(wire.from(), to, wire.when(), wire.otherwise(), wire.onError(), wire.extra()));
                with = with.withWires(wires);
            }
        }
        return with;
    }

    private static Flow add(Flow flow, Clip fresh) {
        if (fresh.isEmpty()) {
            return flow;
        }
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.putAll(fresh.nodes());
        var wires = new ArrayList<>(flow.wires());
        wires.addAll(fresh.wires());
        var layout = flow.layout();
        var places = new LinkedHashMap<>(layout.places());
        places.putAll(fresh.layout().places());
        var notes = new LinkedHashMap<>(layout.notes());
        notes.putAll(fresh.layout().notes());
        var groups = new LinkedHashMap<>(layout.groups());
        groups.putAll(fresh.layout().groups());
        return flow.withNodes(nodes).withWires(wires).withLayout(new Layout(places, notes, groups, layout.extra()));
    }
}
