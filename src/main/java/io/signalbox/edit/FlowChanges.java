package io.signalbox.edit;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.OrderedMap;
import io.signalbox.flow.Wire;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;

/// What differs between two versions of a flow. Unchanged nodes are the same instance, so equality is quick.
///
/// @param moved stands elsewhere, which is no change to what the flow does
public record FlowChanges(
        SequencedSet<NodeId> added,
        SequencedSet<NodeId> removed,
        SequencedSet<NodeId> changed,
        SequencedSet<NodeId> moved,
        List<Wire> wiresAdded,
        List<Wire> wiresRemoved,
        boolean settingsChanged) {

    public static FlowChanges between(Flow before, Flow after) {
        var added = new LinkedHashSet<NodeId>();
        var removed = new LinkedHashSet<NodeId>();
        var changed = new LinkedHashSet<NodeId>();
        for (var id : OrderedMap.differing(after.nodes(), before.nodes())) {
            if (!before.nodes().containsKey(id)) {
                added.add(id);
            } else if (after.nodes().containsKey(id)) {
                changed.add(id);
            } else {
                removed.add(id);
            }
        }
        var moved = new LinkedHashSet<>(
                OrderedMap.differing(after.layout().places(), before.layout().places()));
        moved.removeIf(id -> !before.nodes().containsKey(id) || !after.nodes().containsKey(id));
        var wiresAdded = notIn(before.wires(), after.wires());
        var wiresRemoved = notIn(after.wires(), before.wires());
        boolean settings = !before.name().equals(after.name())
                || !before.description().equals(after.description())
                || before.language() != after.language()
                || !before.zone().equals(after.zone())
                || !Objects.equals(before.tables(), after.tables())
                || !before.samples().equals(after.samples())
                || !before.extra().equals(after.extra());
        return new FlowChanges(added, removed, changed, moved, wiresAdded, wiresRemoved, settings);
    }

    /// A drag asks this for every pixel while the wires stay what they are.
    static List<Wire> notIn(List<Wire> known, List<Wire> wires) {
        if (wires.equals(known)) {
            return List.of();
        }
        var seen = new HashSet<>(known);
        return wires.stream().filter(wire -> !seen.contains(wire)).toList();
    }

    /// True when no node came, went or changed, so that boxes stand elsewhere at most.
    public boolean keepsBoxes() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /// True when the flow would do the same: only boxes were moved, or nothing at all.
    public boolean isEmpty() {
        return added.isEmpty()
                && removed.isEmpty()
                && changed.isEmpty()
                && wiresAdded.isEmpty()
                && wiresRemoved.isEmpty()
                && !settingsChanged;
    }

    /// How many things changed, for "3 changes not live".
    public int count() {
        return added.size()
                + removed.size()
                + changed.size()
                + wiresAdded.size()
                + wiresRemoved.size()
                + (settingsChanged ? 1 : 0);
    }
}
