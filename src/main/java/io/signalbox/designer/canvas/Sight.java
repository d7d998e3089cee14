package io.signalbox.designer.canvas;

import io.signalbox.edit.WireRules;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
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

/// What a gesture may look at: the flow, where its boxes stand, what is chosen, how near the eye is.
///
/// @param areas of every node, also of those the file gives no place
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
        var areas = new LinkedHashMap<NodeId, Area>();
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

    Optional<Area> area(NodeId node) {
        return Optional.ofNullable(areas.get(node));
    }

    /// Those that come this near to a place, the uppermost first.
    private List<NodeId> near(Point point, double reach) {
        return Areas.of(areas)
                .touching(new Area(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach))
                .reversed();
    }

    /// The uppermost node here.
    Optional<NodeId> nodeAt(Point point) {
        return near(point, 0).stream().findFirst();
    }

    /// The node whose way out is here.
    Optional<NodeId> exitAt(Point point) {
        double reach = PORT_REACH / Math.min(1, zoom);
        return near(point, reach).stream()
                .filter(node -> area(node)
                        .filter(area -> distance(area.exit(), point) <= reach)
                        .isPresent())
                .findFirst();
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

    /// Where a wire drawn from `from` would end if let go here: the node under the mouse, else the nearest way in
    /// within reach, and only where a wire may be.
    Optional<NodeId> linkTarget(NodeId from, Point point) {
        var under = nodeAt(point);
        if (under.isPresent()) {
            return under.filter(node -> isLegal(from, node));
        }
        return near(point, LINK_REACH / zoom).stream()
                .filter(node -> distanceToEntry(node, point) <= LINK_REACH / zoom)
                .filter(node -> isLegal(from, node))
                .min(Comparator.comparingDouble(node -> distanceToEntry(node, point)));
    }

    /// The text key of why a wire from `from` cannot end here; empty where there is no node, or where it can.
    Optional<String> refusalAt(NodeId from, Point point) {
        return nodeAt(point).filter(node -> !node.equals(from)).flatMap(node -> WireRules.refusal(flow, from, node));
    }

    boolean isLegal(NodeId from, NodeId to) {
        return WireRules.refusal(flow, from, to).isEmpty();
    }

    /// Where a wire from here may lead, nearest first.
    List<NodeId> legalTargets(NodeId from) {
        var start = area(from).map(Area::exit).orElse(new Point(0, 0));
        return areas.keySet().stream()
                .filter(node -> isLegal(from, node))
                .sorted(Comparator.comparingDouble(node -> distanceToEntry(node, start)))
                .toList();
    }

    SequencedSet<NodeId> touching(Area marquee) {
        return new LinkedHashSet<>(Areas.of(areas).touching(marquee));
    }

    /// The smallest area that holds every node.
    Optional<Area> bounds() {
        return areas.values().stream().reduce(Area::with);
    }

    private double distanceToEntry(NodeId node, Point point) {
        return area(node).map(area -> distance(area.entry(), point)).orElse(Double.MAX_VALUE);
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
