package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.flow.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The dots of a run: one an item along each wire that it went over, five at most, since more could not be told apart;
/// the pill has the count. A wire's first dot sets out when one has come to where the wire begins.
///
/// @param begins by wire, when its first dot sets out, in milliseconds from the start
/// @param items by wire, how many dots there are, 1 to 5
record Traffic(Map<Link, Long> begins, Map<Link, Integer> items) {
    private static final int MOST = 5;
    /// A dot is under way for so many milliseconds, however long its wire is.
    private static final long WAY = 600;
    /// Between two dots of a wire.
    private static final long GAP = 160;
    /// So late the last wire begins at the latest: nobody watches a long flow for minutes.
    private static final long LATEST = 4_000;

    Traffic {
        begins = Map.copyOf(begins);
        items = Map.copyOf(items);
    }

    /// @param passed how many items went over each wire; those without any may be left out
    static Traffic of(Map<Link, Integer> passed) {
        var items = new HashMap<Link, Integer>();
        passed.forEach((link, count) -> {
            if (count > 0) {
                items.put(link, Math.min(MOST, count));
            }
        });
        var stages = stages(items.keySet().stream().toList());
        long last = stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        long step = last == 0 ? 0 : Math.min(WAY, LATEST / last);
        var begins = new HashMap<Link, Long>();
        items.keySet().forEach(link -> begins.put(link, step * stages.getOrDefault(link.from(), 0)));
        return new Traffic(begins, items);
    }

    /// How many wires lead one after another to each node. In order and not by calling itself: a flow may be a chain of
    /// thousands.
    private static Map<NodeId, Integer> stages(List<Link> links) {
        var open = new HashMap<NodeId, Integer>();
        var out = new HashMap<NodeId, List<Link>>();
        for (var link : links) {
            open.merge(link.to(), 1, Integer::sum);
            out.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
        }
        var ready = new ArrayDeque<NodeId>();
        out.keySet().stream().filter(node -> !open.containsKey(node)).forEach(ready::add);
        var stages = new HashMap<NodeId, Integer>();
        while (!ready.isEmpty()) {
            var node = ready.remove();
            int next = stages.getOrDefault(node, 0) + 1;
            for (var link : out.getOrDefault(node, List.of())) {
                stages.merge(link.to(), next, Math::max);
                if (open.merge(link.to(), -1, Integer::sum) == 0) {
                    ready.add(link.to());
                }
            }
        }
        return stages;
    }

    /// How far each dot is that is on this wire now, as shares of its way from 0 to 1.
    List<Double> on(Link link, long millis) {
        var begin = begins.get(link);
        if (begin == null) {
            return List.of();
        }
        var dots = new ArrayList<Double>();
        for (int item = 0; item < items.getOrDefault(link, 0); item++) {
            long since = millis - begin - item * GAP;
            if (since >= 0 && since < WAY) {
                dots.add((double) since / WAY);
            }
        }
        return dots;
    }

    /// True when every dot has arrived.
    boolean isOver(long millis) {
        return begins.entrySet().stream()
                .allMatch(entry ->
                        millis >= entry.getValue() + (items.getOrDefault(entry.getKey(), 1) - 1) * GAP + WAY);
    }
}
