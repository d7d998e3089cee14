package io.signalbox.flow;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Some of the nodes, by their place in the order. A set of its own for each node of a long chain would fill the
/// memory.
final class SomeNodes extends AbstractSet<NodeId> {
    private final List<NodeId> order;
    private final Map<NodeId, Integer> places;
    private final BitSet chosen;

    SomeNodes(List<NodeId> order, Map<NodeId, Integer> places, BitSet chosen) {
        this.order = order;
        this.places = places;
        this.chosen = chosen;
    }

    @Override
    public boolean contains(@Nullable Object node) {
        return node instanceof NodeId id && chosen.get(places.getOrDefault(id, order.size()));
    }

    @Override
    public Iterator<NodeId> iterator() {
        return chosen.stream().mapToObj(order::get).iterator();
    }

    @Override
    public int size() {
        return chosen.cardinality();
    }
}
