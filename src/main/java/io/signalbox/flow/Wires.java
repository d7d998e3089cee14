package io.signalbox.flow;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/// The wires of a flow in their order, immutable, and found by either end without looking at all of them.
final class Wires extends AbstractList<Wire> implements RandomAccess {
    private final List<Wire> all;
    private final Map<NodeId, List<Wire>> byStart = new HashMap<>();
    private final Map<NodeId, List<Wire>> byEnd = new HashMap<>();

    private Wires(List<Wire> wires) {
        all = List.copyOf(wires);
        for (var wire : all) {
            byStart.computeIfAbsent(wire.from(), _ -> new ArrayList<>()).add(wire);
            byEnd.computeIfAbsent(wire.to(), _ -> new ArrayList<>()).add(wire);
        }
        byStart.replaceAll((_, some) -> List.copyOf(some));
        byEnd.replaceAll((_, some) -> List.copyOf(some));
    }

    /// The list itself where it is one of these already.
    static Wires copyOf(List<Wire> wires) {
        return wires instanceof Wires already ? already : new Wires(wires);
    }

    List<Wire> from(NodeId node) {
        return byStart.getOrDefault(node, List.of());
    }

    List<Wire> to(NodeId node) {
        return byEnd.getOrDefault(node, List.of());
    }

    @Override
    public Wire get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
