package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Locality;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a visit to a node sees: the event, and what ran before it.
///
/// @param visits so far
/// @param items for which the node is visited
/// @param chain the iterating sources that these are items of
record VisitScope(
        Planner planner,
        NodeId trigger,
        Event event,
        Map<StepId, Pass.Visit> visits,
        List<Integer> items,
        List<NodeId> chain)
        implements Scope {
    @Override
    public Value at(Path path) {
        var root = path.root();
        boolean isEvent = root.equals(Path.TRIGGER) || root.equals(trigger);
        return isEvent ? event.at(path) : path.from(output(root));
    }

    private Value output(NodeId id) {
        int depth = planner.chain(id).size();
        var visit = visits.get(new StepId(id, Pass.first(items, depth)));
        if (visit == null) {
            return Value.nothing();
        }
        boolean oneItem =
                depth < chain.size() && depth < items.size() && chain.get(depth).equals(id);
        return oneItem ? visit.items().get(items.get(depth)) : visit.output();
    }

    @Override
    public Locality locality() {
        return planner.flow().locality();
    }

    @Override
    public Instant now() {
        return event.receivedAt();
    }
}
