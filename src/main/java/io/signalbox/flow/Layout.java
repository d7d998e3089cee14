package io.signalbox.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the boxes stand. Drawing only: no part of what a flow is when it is sent to a server.
///
/// @param extra notes, groups and whatever else the file holds there; under a node's id what its place says besides
public record Layout(SequencedMap<NodeId, Point> places, Value.Fields extra) {
    public Layout {
        places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }

    public static Layout empty() {
        return new Layout(new LinkedHashMap<>(), Value.Fields.empty());
    }

    public Optional<Point> of(NodeId node) {
        return Optional.ofNullable(places.get(node));
    }

    public Layout with(NodeId node, Point place) {
        var copy = new LinkedHashMap<>(places);
        copy.put(node, place);
        return new Layout(copy, extra);
    }

    public Layout without(NodeId node) {
        var copy = new LinkedHashMap<>(places);
        copy.remove(node);
        return new Layout(copy, extra);
    }
}
