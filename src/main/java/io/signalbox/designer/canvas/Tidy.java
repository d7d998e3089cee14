package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Places nodes in columns, each after what leads to it, and wraps the columns like words where the view ends.
final class Tidy {
    /// From one column to the next.
    static final double COLUMN = 344;
    /// What the canvas shows beside palette and inspector in a window of usual width.
    static final double USUAL_WIDTH = 744;

    static final double LEFT = 56;
    static final double TOP = 40;
    /// Between two rows.
    static final double ROW_GAP = 80;

    private static final double STACK_GAP = 40;

    private Tidy() {}

    /// @param width of the view in pixels at 100 %; at least one column is placed however narrow it is
    static SequencedMap<NodeId, Point> places(Flow flow, double width) {
        return wrapped(flow, columns(flow), width);
    }

    /// The nodes one after the other, whatever wires there are.
    static SequencedMap<NodeId, Point> grid(Flow flow, double width) {
        return wrapped(flow, flow.nodes().keySet().stream().map(List::of).toList(), width);
    }

    /// True when one node follows the other, at most with several at its end.
    static boolean isChain(Flow flow) {
        var columns = columns(flow);
        return columns.stream().limit(columns.size() - 1L).allMatch(column -> column.size() == 1)
                && flow.nodes().keySet().stream()
                        .allMatch(id -> flow.wiresTo(id).size() <= 1);
    }

    private static SequencedMap<NodeId, Point> wrapped(Flow flow, List<List<NodeId>> columns, double width) {
        int perRow = Math.max(1, (int) ((width - LEFT - Area.NODE_WIDTH) / COLUMN) + 1);
        var places = new LinkedHashMap<NodeId, Point>();
        double top = TOP;
        for (int first = 0; first < columns.size(); first += perRow) {
            var row = columns.subList(first, Math.min(columns.size(), first + perRow));
            double height = row.stream()
                    .mapToDouble(column -> heightOf(flow, column))
                    .max()
                    .orElse(0);
            for (int column = 0; column < row.size(); column++) {
                double y = top + (height - heightOf(flow, row.get(column))) / 2;
                for (var node : row.get(column)) {
                    places.put(node, new Point(LEFT + column * COLUMN, y).snapped(CanvasView.GRID));
                    y += nodeHeight(flow, node) + STACK_GAP;
                }
            }
            top += height + ROW_GAP;
        }
        return places;
    }

    /// The nodes by the longest way that leads to them; what stands in a circle comes last.
    private static List<List<NodeId>> columns(Flow flow) {
        var depth = new HashMap<NodeId, Integer>();
        for (var id : Problems.inOrder(flow)) {
            int deepest = flow.wiresTo(id).stream()
                    .mapToInt(wire -> depth.getOrDefault(wire.from(), -1))
                    .max()
                    .orElse(-1);
            depth.put(id, deepest + 1);
        }
        int last = depth.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        var columns = new ArrayList<List<NodeId>>();
        for (var id : flow.nodes().keySet()) {
            int column = depth.getOrDefault(id, last);
            while (columns.size() <= column) {
                columns.add(new ArrayList<>());
            }
            columns.get(column).add(id);
        }
        return columns;
    }

    private static double heightOf(Flow flow, List<NodeId> column) {
        return column.stream()
                        .mapToDouble(id -> nodeHeight(flow, id) + STACK_GAP)
                        .sum()
                - STACK_GAP;
    }

    private static double nodeHeight(Flow flow, NodeId id) {
        return flow.node(id).map(Area::heightOf).orElse(Area.LOW);
    }
}
