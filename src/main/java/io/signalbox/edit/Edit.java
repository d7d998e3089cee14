package io.signalbox.edit;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One change to a flow. Applying it is pure and total: what no longer fits leaves the flow as it was.
public sealed interface Edit {

    /// Adds a node at a place, wired from `after` where that is not empty.
    record AddNode(Node node, Point place, List<NodeId> after) implements Edit {
        public AddNode {
            after = List.copyOf(after);
        }
    }

    /// Puts a node into a wire: the wire then leads through it.
    record Splice(Node node, Point place, Wire into) implements Edit {}

    /// Removes nodes with their wires, and notes. A node with one way in and one way out is bridged when `heal` is set.
    record Remove(Set<NodeId> nodes, boolean heal) implements Edit {
        public Remove {
            nodes = Set.copyOf(nodes);
        }
    }

    record Move(SequencedMap<NodeId, Point> places) implements Edit {
        public Move {
            places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
        }
    }

    record Connect(NodeId from, NodeId to) implements Edit {}

    record Disconnect(NodeId from, NodeId to) implements Edit {}

    /// Takes nodes out of their wires; those among them stay.
    record Detach(Set<NodeId> nodes) implements Edit {
        public Detach {
            nodes = Set.copyOf(nodes);
        }
    }
    /// Takes an end of a wire to another node. Its condition and its place among the wires stay.
    record Reconnect(Wire wire, NodeId from, NodeId to) implements Edit {}

    /// Replaces the wire between the same two nodes: its condition, or otherwise, or on error.
    record ChangeWire(Wire wire) implements Edit {}

    /// Replaces a node by one with the same id. `what` is the text key of what was changed, for the undo list.
    record ChangeNode(Node node, String what) implements Edit {}

    /// A flow always has a name: a blank one changes nothing.
    record RenameFlow(String name) implements Edit {}

    /// What is said about the flow as a whole, and in which language and at which clock it speaks.
    record DescribeFlow(String description, Language language, ZoneId zone) implements Edit {}

    /// Puts the flow into another folder, or gives it other tags.
    record FileFlow(Filing filing) implements Edit {}

    /// A member of the flow beside those that every flow has.
    ///
    /// @param value missing: it is taken out
    record ChangeMember(String member, Value value) implements Edit {}

    record ChangeSamples(List<Sample> samples) implements Edit {
        public ChangeSamples {
            samples = List.copyOf(samples);
        }
    }

    /// The tables that turn codes into words, by name.
    record ChangeTables(SequencedMap<String, LookupTable> tables) implements Edit {
        public ChangeTables {
            tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
        }
    }

    /// Copies, pastes or cuts a part of the flow.
    record Copy(Copying change) implements Edit {}

    /// Changes notes, groups or the order of the drawing.
    record Draw(Sketch change) implements Edit {}

    /// Sets a problem right.
    record Repair(Fix fix) implements Edit {}

    /// Replaces the whole flow, as an import or "take theirs" does.
    record Replace(Flow flow) implements Edit {}

    /// The text key of its name in the undo list.
    default String key() {
        return switch (this) {
            case AddNode _, Splice _ -> "edit.add";
            case Remove _ -> "edit.remove";
            case Move _ -> "edit.move";
            case Connect _ -> "edit.connect";
            case Disconnect _ -> "edit.disconnect";
            case Detach _ -> "edit.detach";
            case Reconnect _ -> "edit.reconnect";
            case ChangeWire _ -> "edit.wire";
            case ChangeNode change -> change.what();
            case RenameFlow _ -> "edit.rename-flow";
            case DescribeFlow _ -> "edit.describe-flow";
            case FileFlow _ -> "edit.file-flow";
            case ChangeMember _ -> "edit.describe-flow";
            case ChangeSamples _ -> "edit.samples";
            case ChangeTables _ -> "edit.tables";
            case Copy(var change) -> change.key();
            case Draw(var change) -> change.key();
            case Repair _ -> "edit.repair";
            case Replace _ -> "edit.replace";
        };
    }

    default Flow applyTo(Flow flow) {
        var changed = changed(flow, this);
        return isTooLarge(flow, changed) ? flow : changed;
    }

    /// True when it would add more nodes than a flow may have, and therefore changes nothing.
    default boolean overfills(Flow flow) {
        return (this instanceof AddNode || this instanceof Splice || this instanceof Copy)
                && isTooLarge(flow, changed(flow, this));
    }

    private static boolean isTooLarge(Flow flow, Flow changed) {
        return changed.nodes().size() > Math.max(Flow.MOST_NODES, flow.nodes().size());
    }

    private static Flow changed(Flow flow, Edit edit) {
        return switch (edit) {
            case AddNode add -> add(flow, add);
            case Splice splice -> splice(flow, splice);
            case Remove(var nodes, var heal) -> remove(flow, nodes, heal);
            case Move(var places) -> move(flow, places);
            case Connect(var from, var to) ->
                WireRules.refusal(flow, from, to).isPresent() ? flow : connect(flow, from, to);
            case Disconnect(var from, var to) -> {
                var wires = flow.wires().stream()
                        .filter(wire -> !wire.joins(from, to))
                        .toList();
                yield wires.size() == flow.wires().size() ? flow : flow.withWires(wires);
            }
            case Detach(var nodes) -> {
                var wires = flow.wires().stream()
                        .filter(wire -> nodes.contains(wire.from()) == nodes.contains(wire.to()))
                        .toList();
                yield wires.size() == flow.wires().size() ? flow : flow.withWires(wires);
            }
            case Reconnect reconnect -> reconnect(flow, reconnect);
            case ChangeWire(var changed) ->
                flow.withWires(flow.wires().stream()
                        .map(wire -> wire.joins(changed.from(), changed.to()) ? changed : wire)
                        .toList());
            case ChangeNode(var node, var _) ->
                flow.node(node.id()).map(old -> !old.equals(node)).orElse(false) ? flow.withNode(node) : flow;
            case RenameFlow(var name) -> name.isBlank() || flow.name().equals(name) ? flow : flow.withName(name);
            case ChangeMember(var member, var value) ->
                flow.withExtra(
                        value.isMissing()
                                ? flow.extra().without(member)
                                : flow.extra().with(member, value));
            case DescribeFlow(var description, var language, var zone) ->
                flow.withDescription(description, language, zone);
            case FileFlow(var filing) -> flow.filing().equals(filing) ? flow : flow.withFiling(filing);
            case ChangeSamples(var samples) -> flow.samples().equals(samples) ? flow : flow.withSamples(samples);
            case ChangeTables(var tables) -> flow.tables().equals(tables) ? flow : flow.withTables(tables);
            case Copy(var change) -> change.applyTo(flow);
            case Draw(var change) -> change.applyTo(flow);
            case Repair(var fix) -> fix.applyTo(flow);
            case Replace(var other) -> other;
        };
    }

    private static Flow add(Flow flow, AddNode add) {
        if (flow.has(add.node().id())) {
            return flow;
        }
        var added = flow.withNode(add.node())
                .withLayout(flow.layout().with(add.node().id(), add.place()));
        for (var from : add.after()) {
            added = new Connect(from, add.node().id()).applyTo(added);
        }
        return added;
    }

    private static Flow splice(Flow flow, Splice splice) {
        var into = splice.into();
        var id = splice.node().id();
        if (!flow.wires().contains(into) || flow.has(id)) {
            return flow;
        }
        var with = add(flow, new AddNode(splice.node(), splice.place(), List.of()));
        if (WireRules.refusal(with, into.from(), id).isPresent()
                || WireRules.refusal(new Disconnect(into.from(), into.to()).applyTo(with), id, into.to())
                        .isPresent()) {
            return flow;
        }
        var wires = new ArrayList<Wire>();
        for (var wire : with.wires()) {
            if (wire.equals(into)) {
                // The condition stays in front: what was filtered before is filtered still.
                wires.add(new Wire(wire.from(), id, wire.when(), wire.otherwise(), wire.onError(), wire.extra()));
                wires.add(Wire.of(id, wire.to()));
            } else {
                wires.add(wire);
            }
        }
        return with.withWires(wires);
    }

    private static Flow connect(Flow flow, NodeId from, NodeId to) {
        var wires = new ArrayList<>(flow.wires());
        wires.add(Wire.of(from, to));
        return flow.withWires(wires);
    }

    private static Flow reconnect(Flow flow, Reconnect edit) {
        var old = edit.wire();
        var open = new Disconnect(old.from(), old.to()).applyTo(flow);
        if (!flow.wires().contains(old)
                || WireRules.refusal(open, edit.from(), edit.to()).isPresent()) {
            return flow;
        }
        var joined = new Wire(edit.from(), edit.to(), old.when(), old.otherwise(), old.onError(), old.extra());
        return flow.withWires(flow.wires().stream()
                .map(wire -> wire.equals(old) ? joined : wire)
                .toList());
    }

    private static Flow remove(Flow flow, Set<NodeId> gone, boolean heal) {
        var changed = flow;
        // In the flow's order, not the set's: that one differs from start to start, and the order of wires with it.
        for (var id : flow.nodes().keySet()) {
            if (gone.contains(id)) {
                changed = removeOne(changed, id, heal);
            }
        }
        for (var id : flow.layout().notes().keySet()) {
            changed = gone.contains(id) ? changed.withLayout(changed.layout().without(id)) : changed;
        }
        return changed;
    }

    private static Flow removeOne(Flow flow, NodeId id, boolean heal) {
        if (!flow.nodes().containsKey(id)) {
            return flow;
        }
        var in = flow.wiresTo(id);
        var out = flow.wiresFrom(id);
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.remove(id);
        var wires = new ArrayList<>(flow.wires());
        wires.removeAll(in);
        wires.removeAll(out);
        Layout layout = flow.layout().without(id);
        var without = flow.withNodes(nodes).withWires(wires).withLayout(layout);
        // What followed only after a failure must not follow always.
        if (!heal || in.size() != 1 || out.size() != 1 || out.getFirst().onError()) {
            return without;
        }
        var from = in.getFirst();
        var to = out.getFirst().to();
        var when = both(from.when(), out.getFirst().when());
        if (WireRules.refusal(without, from.from(), to).isPresent()) {
            return without;
        }
        wires.add(new Wire(from.from(), to, when, from.otherwise(), from.onError(), from.extra()));
        return without.withWires(wires);
    }

    private static Condition both(Condition first, Condition second) {
        if (first.isAlways() || second.isAlways()) {
            return first.isAlways() ? second : first;
        }
        return new Condition.Group(Condition.Mode.ALL, List.of(first, second));
    }

    private static Flow move(Flow flow, SequencedMap<NodeId, Point> places) {
        var layout = flow.layout();
        for (var place : places.entrySet()) {
            if (flow.has(place.getKey())
                    && !layout.groups().containsKey(place.getKey())
                    && !layout.of(place.getKey()).equals(Optional.of(place.getValue()))) {
                layout = layout.with(place.getKey(), place.getValue());
            }
        }
        return layout.equals(flow.layout()) ? flow : flow.withLayout(layout);
    }
}
