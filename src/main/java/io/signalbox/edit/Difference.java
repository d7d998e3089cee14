package io.signalbox.edit;

import io.signalbox.edit.Deed.Subject;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.OrderedMap;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Between two versions of a flow: what somebody who made the one out of the other would say it was done to.
record Difference(Flow before, Flow after) {

    /// What came or went says more than what made room for it, and what changed more than where it stands.
    Subject subject() {
        var nodes = OrderedMap.differing(after.nodes(), before.nodes());
        var notes = OrderedMap.differing(after.layout().notes(), before.layout().notes());
        var touched = new LinkedHashSet<>(nodes);
        touched.addAll(notes);
        var came = new LinkedHashSet<>(touched);
        came.removeIf(id -> isThing(before, id) && isThing(after, id));
        if (!came.isEmpty()) {
            return things(came);
        }
        var changed = new LinkedHashSet<>(touched);
        changed.removeIf(id -> notes.contains(id) && stoodElsewhere(id));
        if (!changed.isEmpty()) {
            return things(changed);
        }
        var moved = new LinkedHashSet<>(
                OrderedMap.differing(after.layout().places(), before.layout().places()));
        moved.addAll(notes);
        return moved.isEmpty() ? lines() : things(moved);
    }

    private boolean stoodElsewhere(NodeId id) {
        return !before.layout().of(id).equals(after.layout().of(id));
    }

    private static boolean isThing(Flow flow, NodeId id) {
        return flow.node(id).isPresent() || flow.layout().notes().containsKey(id);
    }

    private Subject things(Set<NodeId> ids) {
        long nodes = ids.stream().filter(id -> latest(id).node(id).isPresent()).count();
        if (ids.size() > 1) {
            return nodes == ids.size()
                    ? new Subject.Nodes(ids.size())
                    : nodes == 0 ? new Subject.Notes(ids.size()) : new Subject.Things(ids.size());
        }
        var id = ids.iterator().next();
        return latest(id)
                .node(id)
                .<Subject>map(Subject.OneNode::new)
                .or(() ->
                        Optional.ofNullable(latest(id).layout().notes().get(id)).map(Subject.OneNote::new))
                .orElseGet(Subject.Whole::new);
    }

    /// The flow to ask for it: as it was before, else as it came.
    private Flow latest(NodeId id) {
        return isThing(before, id) ? before : after;
    }

    /// Wires and frames.
    private Subject lines() {
        var drawn = FlowChanges.notIn(before.wires(), after.wires());
        var wires = drawn.isEmpty() ? FlowChanges.notIn(after.wires(), before.wires()) : drawn;
        if (wires.size() > 1) {
            return new Subject.Wires(wires.size());
        }
        return wires.stream().findFirst().map(this::wire).orElseGet(this::frames);
    }

    private Subject wire(Wire wire) {
        return before.node(wire.from())
                .<Subject>flatMap(from -> before.node(wire.to()).map(to -> new Subject.OneWire(from, to)))
                .orElseGet(Subject.Whole::new);
    }

    /// Who puts a frame around things, or takes it away, did so to the things.
    private Subject frames() {
        var earlier = before.layout().groups();
        var later = after.layout().groups();
        var members = new LinkedHashSet<NodeId>();
        framedOnlyIn(later, earlier, members);
        framedOnlyIn(earlier, later, members);
        if (!members.isEmpty()) {
            return things(members);
        }
        return OrderedMap.differing(later, earlier).stream()
                .findFirst()
                .map(earlier::get)
                .<Subject>map(Subject.OneGroup::new)
                .orElseGet(Subject.Whole::new);
    }

    private static void framedOnlyIn(Map<NodeId, Group> some, Map<NodeId, Group> others, Set<NodeId> members) {
        some.values().stream()
                .filter(group -> !others.containsKey(group.id()))
                .forEach(group -> members.addAll(group.members()));
    }
}
