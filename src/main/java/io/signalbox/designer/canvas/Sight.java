package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a gesture may look at: the flow, where its boxes stand, what is chosen, how near the eye is.
///
/// @param areas of every note and node, also of those the file gives no place
/// @param zoom 1 at 100 %; what is measured on the screen is divided by it
public record Sight(Flow flow, SequencedMap<NodeId, Area> areas, SequencedSet<NodeId> selection, double zoom) {
    /// How far from a port's middle the mouse still takes it: half of its 24 pixels.
    private static final double PORT_REACH = 12;
    /// How far a dragged wire's end jumps to a port.
    private static final double LINK_REACH = 24;
    /// Half of the 14 pixels of a wire that can be hit.
    private static final double WIRE_REACH = 7;

    public Sight {
        areas = Areas.of(areas);
        selection = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(selection));
    }

    public static Sight of(Flow flow, SequencedSet<NodeId> selection, double zoom) {
        return new Sight(flow, areasOf(flow), selection, zoom);
    }

    static SequencedMap<NodeId, Area> areasOf(Flow flow) {
        return areasOf(flow, NoteView::area);
    }

    /// @param notes measures them
    static SequencedMap<NodeId, Area> areasOf(Flow flow, Function<Note, Area> notes) {
        var areas = new LinkedHashMap<NodeId, Area>();
        // Below the nodes, as they are drawn: a node on a note is the one that is taken.
        flow.layout().notes().values().forEach(note -> areas.put(note.id(), notes.apply(note)));
        SequencedMap<NodeId, Point> tidy = new LinkedHashMap<>();
        for (var node : flow.nodes().values()) {
            var place = flow.layout().of(node.id());
            if (place.isEmpty() && tidy.isEmpty()) {
                tidy = Tidy.places(flow, Tidy.USUAL_WIDTH);
            }
            var spot = place.orElse(tidy.getOrDefault(node.id(), new Point(0, 0)));
            areas.put(node.id(), Area.of(node, spot));
        }
        return areas;
    }

    /// The same without the box of a node, as while it is held in the hand.
    Sight without(NodeId node) {
        var fewer = new LinkedHashMap<>(areas);
        fewer.remove(node);
        return new Sight(flow, fewer, selection, zoom);
    }

    Optional<Area> area(NodeId node) {
        return Optional.ofNullable(areas.get(node));
    }

    /// Those that come this near to a place, the uppermost first.
    private List<NodeId> near(Point point, double reach) {
        return Areas.of(areas)
                .touching(new Area(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
                .reversed();
    }

    /// The uppermost node here, or else the uppermost note.
    Optional<NodeId> nodeAt(Point point) {
        return near(point, 0).stream().findFirst();
    }

    /// The group whose title is here; of several the smallest.
    Optional<Frame> titleAt(Point point) {
        return Frame.of(flow, areas).stream()
                .filter(frame -> frame.title().contains(point))
                .min(Comparator.comparingDouble(frame -> frame.area().width()));
    }

    /// True for a node with a port on its left.
    static boolean arrives(Node node) {
        return !(node instanceof Node.Trigger);
    }

    /// True for a node with a port on its right.
    static boolean leaves(Node node) {
        return !(node instanceof Node.Configuration);
    }

    /// The node whose way out is here.
    Optional<NodeId> exitAt(Point point) {
        return portAt(point, Sight::leaves, Area::exit);
    }

    /// The node whose way in is here; not where the head of a wire lies before it.
    Optional<NodeId> entryAt(Point point) {
        return portAt(point, Sight::arrives, Area::entry)
                .filter(node -> area(node)
                        .filter(area -> point.x() >= area.x() - PORT_REACH / 2)
                        .isPresent());
    }

    private Optional<NodeId> portAt(Point point, Predicate<Node> has, Function<Area, Point> port) {
        double reach = PORT_REACH / Math.min(1, zoom);
        return near(point, reach).stream()
                .filter(node -> flow.node(node).filter(has).isPresent())
                .filter(node -> area(node)
                        .filter(area -> distance(port.apply(area), point) <= reach)
                        .isPresent())
                .findFirst();
    }

    /// The end of a wire that can be taken off here.
    Optional<Loose> endAt(Point point) {
        return wireAt(point).flatMap(wire -> {
            var route = route(wire);
            return route.headAt(point)
                    ? Optional.of(Loose.of(wire, true))
                    : route.tailAt(point) ? Optional.of(Loose.of(wire, false)) : Optional.empty();
        });
    }

    /// The wires that a straight cut would part.
    List<Wire> crossing(Point from, Point to) {
        return Areas.of(areas).wiresNear(flow, Area.between(from, to)).stream()
                .filter(wire -> route(wire).crosses(from, to))
                .toList();
    }

    Optional<Wire> wireAt(Point point) {
        double reach = WIRE_REACH / zoom;
        var here = new Area(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach);
        return Areas.of(areas).wiresNear(flow, here).stream()
                .filter(wire -> route(wire).passes(point, reach))
                .findFirst();
    }

    Route route(Wire wire) {
        var from = areas.get(wire.from());
        var to = areas.get(wire.to());
        return from == null || to == null ? Route.none() : route(from, to);
    }

    Route route(Area from, Area to) {
        return Route.between(from, to, this::in);
    }

    private List<Area> in(Area where) {
        return Areas.of(areas).touching(where).stream()
                .flatMap(node -> area(node).stream())
                .toList();
    }

    /// Where a loose end would be tied if let go here: to the node under the mouse, else to the nearest port within
    /// reach, and only where a wire may be.
    Optional<NodeId> linkTarget(Loose loose, Point point) {
        var under = nodeAt(point).filter(node -> loose.refusal(flow, node).isEmpty());
        if (under.isPresent()) {
            return under;
        }
        double reach = LINK_REACH / zoom;
        return near(point, reach).stream()
                .filter(node -> distanceToPort(loose, node, point) <= reach)
                .filter(node -> loose.refusal(flow, node).isEmpty())
                .min(Comparator.comparingDouble(node -> distanceToPort(loose, node, point)));
    }

    /// The text key of why a loose end cannot be tied here; empty where there is no node, or where it can.
    Optional<String> refusalAt(Loose loose, Point point) {
        return nodeAt(point)
                .filter(node -> !node.equals(loose.fixed()) && flow.nodes().containsKey(node))
                .flatMap(node -> loose.refusal(flow, node));
    }

    /// Where a loose end may be tied beside the node that it was taken off, nearest first.
    List<NodeId> legalTargets(Loose loose) {
        var start = area(loose.fixed())
                .map(loose.forwards() ? Area::exit : Area::entry)
                .orElse(new Point(0, 0));
        return areas.keySet().stream()
                .filter(node -> !loose.wasAt(node) && loose.refusal(flow, node).isEmpty())
                .sorted(Comparator.comparingDouble(node -> distanceToPort(loose, node, start)))
                .toList();
    }

    SequencedSet<NodeId> touching(Area marquee) {
        return new LinkedHashSet<>(Areas.of(areas).touching(marquee));
    }

    /// The smallest area that holds every node, note and frame.
    Optional<Area> bounds() {
        var all = areas.values().stream();
        var frames = Frame.of(flow, areas).stream().map(Frame::area);
        return Stream.concat(all, frames).reduce(Area::with);
    }

    /// The same with every wire, some of which turn back around the boxes: asks for all routes, so not for every frame.
    Optional<Area> boundsWithWires() {
        var wires = flow.wires().stream().map(this::route).flatMap(route -> route.bounds().stream());
        return Stream.concat(bounds().stream(), wires).reduce(Area::with);
    }

    /// The smallest area that holds what is chosen.
    Optional<Area> chosenBounds() {
        return selection.stream().flatMap(node -> area(node).stream()).reduce(Area::with);
    }

    private double distanceToPort(Loose loose, NodeId node, Point point) {
        return area(node).map(area -> distance(loose.port(area), point)).orElse(Double.MAX_VALUE);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
