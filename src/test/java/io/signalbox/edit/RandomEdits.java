package io.signalbox.edit;

import io.signalbox.flow.Clip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Layout;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Path;
import io.signalbox.flow.Point;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Edits by chance, the same for the same seed, aimed at a flow with a dozen boxes: some fit, some no longer do.
final class RandomEdits {
    private static final List<NodeId> IDS =
            List.of("trigger", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k").stream()
                    .map(NodeId::new)
                    .toList();

    private static final int MANY = 16;

    private final RandomFlows flows;

    RandomEdits(long seed) {
        flows = new RandomFlows(seed);
    }

    boolean oneIn(int n) {
        return flows.dice().oneIn(n);
    }

    /// A new case of [Edit] gets a line here; [EditPropertyTest] fails until it has one.
    Edit next(Flow flow) {
        var dice = flows.dice();
        var id = dice.of(IDS);
        var other = dice.of(IDS);
        return switch (dice.below(46)) {
            case 0, 1, 2 -> new Edit.AddNode(flows.node(id, IDS), flows.point(), dice.list(2, _ -> dice.of(IDS)));
            case 3, 4, 5 -> new Edit.Connect(id, other);
            case 6 -> new Edit.Remove(Set.of(id), dice.oneIn(2));
            case 7 -> new Edit.Remove(Set.copyOf(dice.list(3, _ -> dice.of(IDS))), true);
            case 8 -> new Edit.Splice(flows.node(id, IDS), flows.point(), wire(flow, id, other));
            case 9 -> {
                var places = new LinkedHashMap<NodeId, Point>();
                places.put(id, flows.point());
                places.put(other, flows.point());
                yield new Edit.Move(places);
            }
            case 10 -> new Edit.Disconnect(id, other);
            case 11 -> new Edit.ChangeWire(wire(flow, id, other).withWhen(flows.condition(List.of(Path.TRIGGER), 2)));
            case 12 ->
                flow.node(id)
                        .<Edit>map(node -> new Edit.ChangeNode(node.withName(dice.text()), "edit.name"))
                        .orElse(new Edit.ChangeSamples(flows.flow().samples()));
            case 13 -> new Edit.Reconnect(wire(flow, id, other), id, other);
            case 14 -> {
                var wire = wire(flow, id, other);
                yield new Edit.Reconnect(wire, wire.from(), other);
            }
            case 15 -> {
                var theirs = flows.flow();
                yield new Edit.DescribeFlow(theirs.description(), theirs.language(), theirs.zone());
            }
            // Rarely, else little would be left of what came before.
            case 16 -> dice.oneIn(20) ? new Edit.Replace(theirs()) : new Edit.Connect(id, other);
            case 17 -> new Edit.ChangeTables(flows.flow().tables());
            case 18 -> new Edit.Detach(Set.copyOf(List.of(id, other)));
            case 19, 20 -> new Edit.Copy(copying(flow, id, other));
            case 21, 22, 23 -> new Edit.Draw(sketch(flow, id, other));
            case 24, 25 -> new Edit.Repair(new Fix(change(flow, id), "", List.of()));
            case 26 -> new Edit.ChangeSamples(flows.flow().samples());
            case 27 -> new Edit.RenameFlow(dice.text());
            case 28, 29, 30 -> new Edit.Remove(Set.of(id), true);
            case 31, 32, 33 -> new Edit.Splice(flows.node(id, IDS), flows.point(), wire(flow, id, other));
            case 34 -> new Edit.FileFlow(Filing.of("Plant " + id.value(), List.of(other.value())));
            case 35 ->
                new Edit.ChangeMember("maxAgeHours", dice.oneIn(3) ? Value.nothing() : Value.of(1 + dice.below(99)));
            // Wires between neighbours, so that chains come about whose gaps can be closed.
            default -> new Edit.Connect(id, IDS.get((IDS.indexOf(id) + 1) % IDS.size()));
        };
    }

    /// Without wires, since by chance they run in circles; without what only other programs draw, since that gives way
    /// to notes of the same name.
    private Flow theirs() {
        var flow = flows.flow().withWires(List.of());
        var layout = flow.layout();
        return flow.withLayout(new Layout(layout.places(), layout.notes(), layout.groups(), Value.Fields.empty()));
    }

    private Copying copying(Flow flow, NodeId id, NodeId other) {
        // Copies upon copies would fill the flow.
        boolean room = flow.nodes().size() < MANY;
        return switch (flows.dice().below(room ? 3 : 1)) {
            case 0 -> new Copying.Cut(Set.of(id));
            case 1 -> new Copying.Paste(Clip.of(flow, Set.copyOf(List.of(id, other))));
            default -> new Copying.Duplicate(Set.copyOf(List.of(id, other)), 32, 32, oneIn(2));
        };
    }

    private Sketch sketch(Flow flow, NodeId id, NodeId other) {
        var dice = flows.dice();
        var layout = flow.layout();
        var note = layout.notes().isEmpty() || oneIn(4)
                ? other
                : dice.of(List.copyOf(layout.notes().keySet()));
        var group = layout.groups().isEmpty() || oneIn(4)
                ? other
                : dice.of(List.copyOf(layout.groups().keySet()));
        return switch (dice.below(6)) {
            case 0 -> new Sketch.AddNote(Note.of(oneIn(4) ? id : flow.freeId("note"), dice.text(), flows.point()));
            case 1 -> new Sketch.WriteNote(note, dice.text());
            case 2 ->
                new Sketch.AddGroup(
                        Group.of(flow.freeId("group"), dice.text(), new LinkedHashSet<>(List.of(id, other, note))));
            case 3 -> new Sketch.NameGroup(group, dice.text());
            case 4 -> new Sketch.Ungroup(group);
            default -> {
                var places = new LinkedHashMap<NodeId, Point>();
                places.put(id, flows.point());
                places.put(note, flows.point());
                yield new Sketch.Tidy(places);
            }
        };
    }

    private Fix.Change change(Flow flow, NodeId id) {
        return switch (flows.dice().below(flow.wires().isEmpty() ? 2 : 3)) {
            case 0 -> new Fix.Change.PutNode(flows.node(id, IDS));
            case 1 -> new Fix.Change.DropNode(id);
            // As problems are set right: the wire itself stays, what is on it changes.
            default -> {
                var wire = flows.dice().of(flow.wires());
                yield new Fix.Change.Rewire(List.of(wire), List.of(wire.withWhen(Condition.always())));
            }
        };
    }

    private Wire wire(Flow flow, NodeId from, NodeId to) {
        return flow.wires().isEmpty() || oneIn(4)
                ? Wire.of(from, to)
                : flows.dice().of(flow.wires());
    }
}
