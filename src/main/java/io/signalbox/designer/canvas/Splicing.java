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
import java.util.Optional;

/// Puts a node into a wire. Where there is room it stands in the gap; else it takes the place of the wire's end, and
/// what follows moves one column on.
final class Splicing {
    /// What a wire needs beside the new node.
    private static final double ROOM = 56;

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
        var rest = sight.without(node);
        var places = new LinkedHashMap<>(makeRoom(rest, wire).places());
        places.put(node, placeOf(rest, wire));
        edits.add(new Edit.Move(places));
        return edits;
    }

    private static Point placeOf(Sight sight, Wire wire) {
        var gap = gap(sight, wire);
        if (gap.isPresent()) {
            return gap.get();
        }
        return sight.area(wire.to()).map(area -> new Point(area.x(), area.y())).orElse(new Point(0, 0));
    }

    /// Where a node fits between the two ends with room for its wires, covering none.
    private static Optional<Point> gap(Sight sight, Wire wire) {
        var from = sight.area(wire.from());
        var to = sight.area(wire.to());
        if (from.isEmpty() || to.isEmpty() || to.get().x() - from.get().right() < Area.NODE_WIDTH + 2 * ROOM) {
            return Optional.empty();
        }
        double middle = (from.get().right() + to.get().x() - Area.NODE_WIDTH) / 2;
        var spot = new Point(middle, (from.get().y() + to.get().y()) / 2).snapped(CanvasView.GRID);
        var box = new Area(spot.x(), spot.y(), Area.NODE_WIDTH, Area.HIGH);
        return sight.areas().values().stream().anyMatch(box::touches) ? Optional.empty() : Optional.of(spot);
    }

    private static Edit.Move makeRoom(Sight sight, Wire wire) {
        var places = new LinkedHashMap<NodeId, Point>();
        if (gap(sight, wire).isPresent()) {
            return new Edit.Move(places);
        }
        var moving = new ArrayList<>(List.of(wire.to()));
        moving.addAll(sight.flow().reachableFrom(wire.to()));
        for (var id : moving) {
            sight.area(id).ifPresent(area -> places.put(id, new Point(area.x() + Tidy.COLUMN, area.y())));
        }
        return new Edit.Move(places);
    }
}
