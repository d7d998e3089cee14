package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Where the nodes of a tidy flow stand: what hangs together is one block, and the blocks stand one below the other.
/// A chain wraps where the view ends; what branches and merges is left to an [Arranger]; lone nodes come last, in rows.
final class Arrangement {
    private Arrangement() {}

    /// @param width of the view in pixels at 100 %
    static SequencedMap<NodeId, Point> places(Flow flow, double width, Arranger branching) {
        var places = new LinkedHashMap<NodeId, Point>();
        var lone = new LinkedHashSet<NodeId>();
        double top = Tidy.TOP;
        for (var block : blocks(flow)) {
            if (block.size() == 1) {
                lone.addAll(block);
                continue;
            }
            var part = part(flow, block);
            top = stack(places, part, Tidy.isChain(part) ? Tidy.places(part, width) : branching.places(part), top);
        }
        if (!lone.isEmpty()) {
            stack(places, flow, Tidy.grid(part(flow, lone), width), top);
        }
        return places;
    }

    /// The nodes in question with the wires among them.
    static Flow part(Flow flow, Set<NodeId> chosen) {
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.keySet().retainAll(chosen);
        return flow.withNodes(nodes)
                .withWires(flow.wires().stream()
                        .filter(wire -> chosen.contains(wire.from()) && chosen.contains(wire.to()))
                        .toList());
    }

    /// @return where the next block begins
    private static double stack(Map<NodeId, Point> places, Flow flow, SequencedMap<NodeId, Point> block, double top) {
        double left = block.values().stream().mapToDouble(Point::x).min().orElse(0);
        double upper = block.values().stream().mapToDouble(Point::y).min().orElse(0);
        double end = top;
        for (var entry : block.entrySet()) {
            var place = entry.getValue().plus(Tidy.LEFT - left, top - upper).snapped(CanvasView.GRID);
            places.put(entry.getKey(), place);
            end = Math.max(
                    end,
                    place.y() + flow.node(entry.getKey()).map(Area::heightOf).orElse(Area.LOW));
        }
        return end + Tidy.ROW_GAP;
    }

    /// The nodes that wires hold together, each block and all nodes in it in the flow's order.
    private static List<SequencedSet<NodeId>> blocks(Flow flow) {
        var blocks = new ArrayList<SequencedSet<NodeId>>();
        var seen = new LinkedHashSet<NodeId>();
        for (var start : flow.nodes().keySet()) {
            if (!seen.add(start)) {
                continue;
            }
            var held = new LinkedHashSet<>(List.of(start));
            var queue = new ArrayDeque<>(held);
            while (!queue.isEmpty()) {
                var id = queue.poll();
                flow.wires().stream()
                        .filter(wire -> wire.from().equals(id) || wire.to().equals(id))
                        .map(wire -> wire.from().equals(id) ? wire.to() : wire.from())
                        .filter(held::add)
                        .forEach(queue::add);
            }
            seen.addAll(held);
            var block = new LinkedHashSet<>(flow.nodes().keySet());
            block.retainAll(held);
            blocks.add(block);
        }
        return blocks;
    }
}
