package io.signalbox.designer.canvas;

import io.signalbox.edit.Edit;
import io.signalbox.edit.WireRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.Optional;

/// The end of a wire that is in the hand.
///
/// @param fixed the node at the other end
/// @param forwards true when the wire leads to the hand, false when it leads from there
/// @param old the wire as it was before its end was taken off; empty for a new one
public record Loose(NodeId fixed, boolean forwards, Optional<Wire> old) {
    static Loose from(NodeId node) {
        return new Loose(node, true, Optional.empty());
    }

    static Loose to(NodeId node) {
        return new Loose(node, false, Optional.empty());
    }

    /// The wire's head or its beginning is taken off its node.
    static Loose of(Wire wire, boolean head) {
        return new Loose(head ? wire.from() : wire.to(), head, Optional.of(wire));
    }

    /// The text key of why the wire may not be tied to this node; empty when it may.
    Optional<String> refusal(Flow flow, NodeId node) {
        var open = old.map(wire -> new Edit.Disconnect(wire.from(), wire.to()).applyTo(flow))
                .orElse(flow);
        return forwards ? WireRules.refusal(open, fixed, node) : WireRules.refusal(open, node, fixed);
    }

    /// True for the wire whose end this is.
    boolean isEndOf(Wire wire) {
        return old.filter(wire::equals).isPresent();
    }

    /// True for the node that the end was taken off.
    boolean wasAt(NodeId node) {
        return old.map(forwards ? Wire::to : Wire::from).filter(node::equals).isPresent();
    }

    /// The wire whose end this is, tied to another node.
    Optional<Wire> moved(NodeId node) {
        return old.map(wire -> new Wire(
                forwards ? fixed : node,
                forwards ? node : fixed,
                wire.when(),
                wire.otherwise(),
                wire.onError(),
                wire.extra()));
    }

    Edit joined(NodeId node) {
        var from = forwards ? fixed : node;
        var to = forwards ? node : fixed;
        return old.<Edit>map(wire -> new Edit.Reconnect(wire, from, to)).orElseGet(() -> new Edit.Connect(from, to));
    }

    /// Where the loose end jumps to at a node.
    Point port(Area area) {
        return forwards ? area.entry() : area.exit();
    }

    /// Where a new node stands so that its port comes under the mouse.
    Point place(Node node, Point at) {
        double x = forwards ? at.x() : at.x() - Area.NODE_WIDTH;
        return new Point(x, at.y() - Area.heightOf(node) / 2).snapped(CanvasView.GRID);
    }

    /// The way to another node.
    Route route(Sight sight, Area start, Area end) {
        return forwards ? sight.route(start, end) : sight.route(end, start);
    }

    /// The way to the mouse.
    Route route(Area start, Point mouse) {
        return forwards ? Route.towards(start, mouse) : Route.arriving(mouse, start);
    }
}
