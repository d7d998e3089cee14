package io.signalbox.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the boxes stand. Drawing only: no part of what a flow is when it is sent to a server.
///
/// @param extra notes, groups and whatever else the file holds there; under a node's id what its place says besides
public record Layout(SequencedMap<NodeId, Point> places, Value.Fields extra) {
    public Layout {
        places = OrderedMap.copyOf(places);
    }

    public static Layout empty() {
        return new Layout(new LinkedHashMap<>(), Value.Fields.empty());
    }

    public Optional<Point> of(NodeId node) {
        return Optional.ofNullable(places.get(node));
    }

    public Layout with(NodeId node, Point place) {
        return new Layout(OrderedMap.copyOf(places).with(Map.of(node, place)), extra);
    }

    public Layout without(NodeId node) {
        return new Layout(OrderedMap.copyOf(places).without(node), extra);
    }
}
