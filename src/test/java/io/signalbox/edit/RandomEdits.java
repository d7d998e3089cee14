package io.signalbox.edit;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Point;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Edits by chance, the same for the same seed, aimed at a flow with a dozen boxes: some fit, some no longer do.
final class RandomEdits {
    private static final List<NodeId> IDS =
            List.of("trigger", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k").stream()
                    .map(NodeId::new)
                    .toList();

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
        return switch (dice.below(18)) {
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
            // Rarely, else little would be left of what came before; without wires, since by chance they run in
            // circles.
            case 16 ->
                dice.oneIn(20) ? new Edit.Replace(flows.flow().withWires(List.of())) : new Edit.Connect(id, other);
            default -> new Edit.RenameFlow(dice.text());
        };
    }

    private Wire wire(Flow flow, NodeId from, NodeId to) {
        return flow.wires().isEmpty() || oneIn(4)
                ? Wire.of(from, to)
                : flows.dice().of(flow.wires());
    }
}
