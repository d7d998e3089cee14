package io.signalbox.flow;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// One automation as drawn. Immutable; a changed flow shares its untouched nodes with its predecessor.
public record Flow(
        String id,
        String name,
        String description,
        Language language,
        ZoneId zone,
        SequencedMap<String, LookupTable> tables,
        SequencedMap<NodeId, Node> nodes,
        List<Wire> wires,
        Layout layout,
        List<Sample> samples,
        Filing filing,
        Value.Fields extra) {

    /// More boxes than this belong into several flows.
    public static final int MOST_NODES = 5_000;

    public Flow {
        if (!NodeId.isValid(id)) {
            throw new SyntaxException("syntax.id", 0, id);
        }
        tables = OrderedMap.copyOf(tables);
        nodes = OrderedMap.copyOf(nodes);
        wires = Wires.copyOf(wires);
        samples = List.copyOf(samples);
    }

    public static Flow empty(String id, String name, Language language, ZoneId zone) {
        return new Flow(
                id,
                name,
                "",
                language,
                zone,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(),
                Layout.empty(),
                List.of(),
                Filing.none(),
                Value.Fields.empty());
    }

    public Optional<Node> node(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /// True when a node, a note or a group has this id.
    public boolean has(NodeId id) {
        return nodes.containsKey(id) || layout.draws(id);
    }

    public List<Wire> wiresFrom(NodeId node) {
        return Wires.copyOf(wires).from(node);
    }

    public List<Wire> wiresTo(NodeId node) {
        return Wires.copyOf(wires).to(node);
    }

    public List<Node.Trigger> triggers() {
        return nodes.values().stream()
                .filter(Node.Trigger.class::isInstance)
                .map(Node.Trigger.class::cast)
                .toList();
    }

    public Locality locality() {
        return new Locality(language, zone, tables);
    }

    /// True when a wire from `from` to `to` would close a circle.
    public boolean wouldLoop(NodeId from, NodeId to) {
        return from.equals(to) || reachableFrom(to).contains(from);
    }

    /// Every node that can be reached from here along wires, without the node itself.
    public Set<NodeId> reachableFrom(NodeId start) {
        var seen = new HashSet<NodeId>();
        var queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            for (var wire : wiresFrom(queue.poll())) {
                if (seen.add(wire.to())) {
                    queue.add(wire.to());
                }
            }
        }
        return seen;
    }

    /// An id that no node, note or group has, made from `wish`: `wo`, `wo-2`, `wo-3` …
    public NodeId freeId(String wish) {
        var base = NodeId.isValid(wish) ? wish.substring(0, Math.min(wish.length(), 58)) : "node";
        var id = new NodeId(base);
        for (int n = 2; has(id); n++) {
            id = new NodeId(base + "-" + n);
        }
        return id;
    }

    public Flow withName(String changed) {
        return new Flow(id, changed, description, language, zone, tables, nodes, wires, layout, samples, filing, extra);
    }

    public Flow withDescription(String changed, Language spoken, ZoneId clock) {
        return new Flow(id, name, changed, spoken, clock, tables, nodes, wires, layout, samples, filing, extra);
    }

    public Flow withId(String changed) {
        return new Flow(
                changed, name, description, language, zone, tables, nodes, wires, layout, samples, filing, extra);
    }

    public Flow withNodes(Map<NodeId, Node> changed) {
        return new Flow(
                id,
                name,
                description,
                language,
                zone,
                tables,
                OrderedMap.copyOf(changed),
                wires,
                layout,
                samples,
                filing,
                extra);
    }

    public Flow withNode(Node node) {
        return withNodes(OrderedMap.copyOf(nodes).with(Map.of(node.id(), node)));
    }

    public Flow withWires(List<Wire> changed) {
        return new Flow(id, name, description, language, zone, tables, nodes, changed, layout, samples, filing, extra);
    }

    public Flow withLayout(Layout changed) {
        return new Flow(id, name, description, language, zone, tables, nodes, wires, changed, samples, filing, extra);
    }

    public Flow withSamples(List<Sample> changed) {
        return new Flow(id, name, description, language, zone, tables, nodes, wires, layout, changed, filing, extra);
    }

    /// With other members beside those that every flow has.
    public Flow withExtra(Value.Fields changed) {
        return new Flow(id, name, description, language, zone, tables, nodes, wires, layout, samples, filing, changed);
    }

    public Flow withTables(SequencedMap<String, LookupTable> changed) {
        return new Flow(id, name, description, language, zone, changed, nodes, wires, layout, samples, filing, extra);
    }

    public Flow withFiling(Filing changed) {
        return new Flow(id, name, description, language, zone, tables, nodes, wires, layout, samples, changed, extra);
    }
}
