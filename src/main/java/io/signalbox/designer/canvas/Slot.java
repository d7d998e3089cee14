package io.signalbox.designer.canvas;

import io.signalbox.edit.Edit;
import io.signalbox.edit.WireRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.List;

/// Where a new node goes and how it is wired there: what the search for a node is opened for.
public sealed interface Slot {
    /// On its own, with its middle here or as near as there is room.
    record At(Point middle) implements Slot {}

    /// Wired from a node, beside it.
    record After(NodeId from) implements Slot {}

    /// At the loose end of a wire, which is here.
    record End(Loose loose, Point at) implements Slot {}

    /// Into a wire.
    record Into(Wire wire) implements Slot {}

    /// True when this node, which is not in the flow yet, may stand here.
    default boolean takes(Flow flow, Node node) {
        var with = flow.withNode(node);
        return switch (this) {
            case At _ -> true;
            case After(var from) -> WireRules.refusal(with, from, node.id()).isEmpty();
            case End(var loose, var _) -> loose.refusal(with, node.id()).isEmpty();
            case Into(var wire) -> Splicing.fits(with, node.id(), wire);
        };
    }

    /// Puts the node here; to be performed as one step.
    default List<Edit> edits(Sight sight, Node node) {
        return switch (this) {
            case At(var middle) ->
                List.of(new Edit.AddNode(node, FreeSpot.near(sight, NewNodes.placeUnder(middle)), List.of()));
            case After(var from) ->
                List.of(new Edit.AddNode(node, FreeSpot.near(sight, beside(sight, from)), List.of(from)));
            case End(var loose, var at) ->
                List.of(new Edit.AddNode(node, loose.place(node, at), List.of()), loose.joined(node.id()));
            case Into(var wire) -> Splicing.added(sight, node, wire);
        };
    }

    /// Where on the canvas the question is asked.
    default Point anchor(Sight sight) {
        return switch (this) {
            case At(var middle) -> middle;
            case After(var from) ->
                sight.area(from)
                        .map(area -> area.exit().plus(16, -Area.LOW / 2))
                        .orElse(new Point(0, 0));
            case End(var _, var at) -> at;
            case Into(var wire) -> sight.route(wire).middle().plus(0, 24);
        };
    }

    private static Point beside(Sight sight, NodeId from) {
        return sight.area(from)
                .map(area -> new Point(area.x() + Tidy.COLUMN, area.y()).snapped(CanvasView.GRID))
                .orElse(new Point(0, 0));
    }
}
