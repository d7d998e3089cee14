package io.signalbox.designer.canvas;

import io.signalbox.edit.Edit;
import io.signalbox.edit.WireRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Puts a node into a wire. It takes the place of the wire's end, and what follows moves one column on.
final class Splicing {
    private Splicing() {}

    /// True when an unwired node of the flow may stand in this wire.
    static boolean fits(Flow flow, NodeId node, Wire wire) {
        if (!flow.wiresFrom(node).isEmpty() || !flow.wiresTo(node).isEmpty()) {
            return false;
        }
        var open = new Edit.Disconnect(wire.from(), wire.to()).applyTo(flow);
        return WireRules.refusal(open, wire.from(), node).isEmpty()
                && WireRules.refusal(open, node, wire.to()).isEmpty();
    }

    static List<Edit> added(Sight sight, Node node, Wire wire) {
        return List.of(new Edit.Splice(node, placeOf(sight, wire), wire), makeRoom(sight, wire));
    }

    /// For a node that is in the flow already, without wires.
    static List<Edit> existing(Sight sight, NodeId node, Wire wire) {
        var edits = new ArrayList<Edit>();
        edits.add(new Edit.Disconnect(wire.from(), wire.to()));
        edits.add(new Edit.Connect(wire.from(), node));
        // The condition stays in front: what was filtered before is filtered still.
        edits.add(new Edit.ChangeWire(
                new Wire(wire.from(), node, wire.when(), wire.otherwise(), wire.onError(), wire.extra())));
        edits.add(new Edit.Connect(node, wire.to()));
        var places = new LinkedHashMap<>(makeRoom(sight, wire).places());
        places.put(node, placeOf(sight, wire));
        edits.add(new Edit.Move(places));
        return edits;
    }

    private static Point placeOf(Sight sight, Wire wire) {
        return sight.area(wire.to()).map(area -> new Point(area.x(), area.y())).orElse(new Point(0, 0));
    }

    private static Edit.Move makeRoom(Sight sight, Wire wire) {
        var places = new LinkedHashMap<NodeId, Point>();
        var moving = new ArrayList<>(List.of(wire.to()));
        moving.addAll(sight.flow().reachableFrom(wire.to()));
        for (var id : moving) {
            sight.area(id).ifPresent(area -> places.put(id, new Point(area.x() + Tidy.COLUMN, area.y())));
        }
        return new Edit.Move(places);
    }
}
