package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.OrderedMap;
import io.signalbox.flow.Wire;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the boxes of a flow stand, in its order, and found by place. Immutable. What was looked up for boxes that have
/// not moved since is remembered, so that a drag costs the same in every flow. FX thread only.
final class Areas extends AbstractMap<NodeId, Area> implements SequencedMap<NodeId, Area> {
    /// What a wire can need besides its two ends when it turns back, and for its label.
    private static final double AROUND = 48;

    private final OrderedMap<NodeId, Area> all;
    private final Index index;

    private Areas(OrderedMap<NodeId, Area> all, Index index) {
        this.all = all;
        this.index = index;
    }

    /// The map itself where it is one of these already.
    static Areas of(Map<NodeId, Area> areas) {
        if (areas instanceof Areas already) {
            return already;
        }
        var all = OrderedMap.copyOf(areas);
        return new Areas(all, new Index(all.origin()));
    }

    /// With some boxes elsewhere.
    Areas with(Map<NodeId, Area> moved) {
        var changed = all.with(moved);
        return new Areas(changed, changed.sharesWith(all) ? index : new Index(changed.origin()));
    }

    /// The boxes that touch the area, lowest first.
    List<NodeId> touching(Area where) {
        var near = index.boxes().near(where);
        near.removeAll(all.unshared());
        near.addAll(all.unshared());
        return near.stream()
                .filter(id -> touches(id, where))
                .sorted(Comparator.comparingInt(this::order))
                .toList();
    }

    private boolean touches(NodeId id, Area where) {
        var area = get(id);
        return area != null && area.touches(where);
    }

    /// The place of a box among all, counted from 0; later ones lie over earlier ones.
    int order(NodeId id) {
        return index.order().getOrDefault(id, -1);
    }

    /// The wires that may cross the area, in the order of the flow.
    List<Wire> wiresNear(Flow flow, Area where) {
        var wires = index.wires(flow.wires());
        var near = wires.byPlace().near(where);
        for (var moved : all.unshared()) {
            near.addAll(flow.wiresFrom(moved));
            near.addAll(flow.wiresTo(moved));
        }
        return near.stream()
                .filter(wire -> span(wire).filter(where::touches).isPresent())
                .sorted(Comparator.comparingInt(wire -> wires.order().getOrDefault(wire, -1)))
                .toList();
    }

    /// Both ends and all that the way between them can need, without the cost of finding the way.
    private Optional<Area> span(Wire wire) {
        return span(this, wire);
    }

    private static Optional<Area> span(Map<NodeId, Area> areas, Wire wire) {
        var from = areas.get(wire.from());
        var to = areas.get(wire.to());
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(from.with(to).grown(AROUND));
    }

    @Override
    public @Nullable Area get(Object id) {
        return all.get(id);
    }

    @Override
    public boolean containsKey(Object id) {
        return all.containsKey(id);
    }

    @Override
    public Set<NodeId> keySet() {
        return all.keySet();
    }

    @Override
    public Set<Entry<NodeId, Area>> entrySet() {
        return all.entrySet();
    }

    @Override
    public SequencedMap<NodeId, Area> reversed() {
        return all.reversed();
    }

    /// What is known of the boxes that have not moved since the first look.
    private static final class Index {
        private final OrderedMap<NodeId, Area> origin;
        private final Map<NodeId, Integer> order = new HashMap<>();
        private final Grid<NodeId> boxes = new Grid<>();
        private boolean looked;
        private WireIndex wires = new WireIndex(List.of(), new Grid<>(), Map.of());

        Index(OrderedMap<NodeId, Area> origin) {
            this.origin = origin;
        }

        Grid<NodeId> boxes() {
            look();
            return boxes;
        }

        Map<NodeId, Integer> order() {
            look();
            return Collections.unmodifiableMap(order);
        }

        private void look() {
            if (!looked) {
                looked = true;
                origin.forEach((id, area) -> {
                    order.put(id, order.size());
                    boxes.put(id, area);
                });
            }
        }

        WireIndex wires(List<Wire> all) {
            if (!wires.isOf(all)) {
                var byPlace = new Grid<Wire>();
                var wireOrder = new HashMap<Wire, Integer>();
                for (var wire : all) {
                    wireOrder.put(wire, wireOrder.size());
                    span(origin, wire).ifPresent(area -> byPlace.put(wire, area));
                }
                wires = new WireIndex(all, byPlace, wireOrder);
            }
            return wires;
        }
    }

    private record WireIndex(List<Wire> all, Grid<Wire> byPlace, Map<Wire, Integer> order) {
        /// A flow in which only boxes moved has the very same list.
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(List<Wire> wires) {
            return all == wires;
        }
    }
}
