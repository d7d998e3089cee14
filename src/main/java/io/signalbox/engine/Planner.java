package io.signalbox.engine;

import io.signalbox.connector.Connectors;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The one interpreter of flows: `(flow, event, results so far) → (trace, next effects)`. Pure. Live run, preview and
/// rehearsal all call it; only the live worker performs effects. Safe for use by several threads.
///
/// Each call plans anew from the trigger, so a restarted run continues from its stored results and nothing else. All
/// effects that are ready come at once: a run needs as many calls as its longest chain of calls, not as it has items.
public final class Planner {
    private final Flow flow;
    private final Connectors connectors;
    private final List<NodeId> order;
    private final Map<NodeId, List<Wire>> in = new HashMap<>();
    private final Map<NodeId, List<Wire>> out = new HashMap<>();
    private final Map<NodeId, List<NodeId>> chains = new HashMap<>();
    private final Map<NodeId, List<NodeId>> chainsOut = new HashMap<>();

    public Planner(Flow flow, Connectors connectors) {
        this.flow = flow;
        this.connectors = connectors;
        this.order = Problems.inOrder(flow);
        for (var id : flow.nodes().keySet()) {
            in.put(id, flow.wiresTo(id));
            out.put(id, flow.wiresFrom(id));
        }
        for (var id : order) {
            chains.put(id, chainInto(id));
            chainsOut.put(id, chainFrom(id));
        }
    }

    public Flow flow() {
        return flow;
    }

    /// @param trigger the node that fired
    /// @param results of the effects performed so far
    public Plan next(NodeId trigger, Event event, Map<StepId, StepResult> results) {
        return told(trigger, event, results, Map.of());
    }

    /// The same, where the effects are at hand that the results are of.
    Plan told(NodeId trigger, Event event, Map<StepId, StepResult> results, Map<StepId, Effect> effects) {
        return new Pass(this, trigger, event, results, effects, Pass.Telling.ALL).plan();
    }

    /// The same for a run at work: its trace has states and reasons alone.
    Plan states(NodeId trigger, Event event, Map<StepId, StepResult> results) {
        return new Pass(this, trigger, event, results, Map.of(), Pass.Telling.STATES).plan();
    }

    /// True when a visit to this node is one call to a service that counts as a message.
    static boolean sends(Flow flow, Node node) {
        return switch (node) {
            case Node.Configuration _ -> true;
            case Node.Connection connection -> !leadsToConfiguration(flow, flow.wiresFrom(connection.id()));
            case Node.Trigger _, Node.Source _ -> false;
        };
    }

    private static boolean leadsToConfiguration(Flow flow, List<Wire> wires) {
        return wires.stream().anyMatch(wire -> flow.nodes().get(wire.to()) instanceof Node.Configuration);
    }

    Connectors connectors() {
        return connectors;
    }

    List<NodeId> order() {
        return order;
    }

    List<Wire> into(NodeId node) {
        return in.getOrDefault(node, List.of());
    }

    List<Wire> from(NodeId node) {
        return out.getOrDefault(node, List.of());
    }

    boolean leadsToConfiguration(NodeId node) {
        return leadsToConfiguration(flow, from(node));
    }

    /// The iterating sources whose items the node is visited for, outermost first.
    List<NodeId> chain(NodeId node) {
        return chains.getOrDefault(node, List.of());
    }

    /// What follows the node is visited for: its own items, too, where it iterates.
    List<NodeId> chainOut(NodeId node) {
        return chainsOut.getOrDefault(node, List.of());
    }

    /// What lies over the wire is visited for. A source that failed has no items: what takes its failure over is
    /// visited once.
    List<NodeId> chainOver(Wire wire) {
        return wire.onError() ? chain(wire.from()) : chainOut(wire.from());
    }

    /// True when some wire leads on after the node failed.
    boolean takesFailureOver(NodeId node) {
        return from(node).stream().anyMatch(Wire::onError);
    }

    /// False when the wire comes out of another list than the one its end is visited for: then it is not followed.
    boolean goesAlong(Wire wire) {
        var over = chainOver(wire);
        var end = chain(wire.to());
        return over.size() <= end.size() && end.subList(0, over.size()).equals(over);
    }

    /// Where ways of different depth join, the deeper one counts.
    private List<NodeId> chainInto(NodeId node) {
        List<NodeId> longest = List.of();
        for (var wire : into(node)) {
            var chain = chainOver(wire);
            if (chain.size() > longest.size()) {
                longest = chain;
            }
        }
        return longest;
    }

    private List<NodeId> chainFrom(NodeId node) {
        var chain = chain(node);
        if (flow.nodes().get(node) instanceof Node.Source source && source.isIterating()) {
            var longer = new ArrayList<>(chain);
            longer.add(node);
            return List.copyOf(longer);
        }
        return chain;
    }
}
