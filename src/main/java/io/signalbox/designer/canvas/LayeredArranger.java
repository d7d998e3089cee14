package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Places nodes in layers from left to right with as few crossing wires as can be found, by Eclipse ELK.
public final class LayeredArranger implements Arranger {
    /// Between two columns, as where rows are made.
    private static final double GAP = Tidy.COLUMN - Area.NODE_WIDTH;
    private static final double STACK_GAP = 40;
    private static final double WIRE_GAP = 24;

    @Override
    public SequencedMap<NodeId, Point> places(Flow flow) {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, GAP);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, WIRE_GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, STACK_GAP);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, WIRE_GAP);
        // Branches stay in the order of the file, which is the order in which they are followed.
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
        var boxes = new LinkedHashMap<NodeId, ElkNode>();
        for (var node : flow.nodes().values()) {
            var box = ElkGraphUtil.createNode(graph);
            box.setWidth(Area.NODE_WIDTH);
            box.setHeight(Area.heightOf(node));
            boxes.put(node.id(), box);
        }
        for (var wire : flow.wires()) {
            connect(boxes, wire);
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        var places = new LinkedHashMap<NodeId, Point>();
        boxes.forEach((id, box) -> places.put(id, new Point(box.getX(), box.getY())));
        return places;
    }

    private static void connect(Map<NodeId, ElkNode> boxes, Wire wire) {
        var from = boxes.get(wire.from());
        var to = boxes.get(wire.to());
        if (from != null && to != null) {
            ElkGraphUtil.createSimpleEdge(from, to);
        }
    }
}
