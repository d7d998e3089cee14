package io.signalbox.connector.fracttal;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A flow in the shape of Fracttal Hub's own documents: JSON-RPC 2.0, method `etl.etl_update`, source, transform and
/// target, conditions and fields as JSON Logic. The frame is documented at `hub.fracttal.com/en/api-reference`; what
/// stands inside source and target is our reading, and no live Hub has seen such a document. A Hub flow has one
/// trigger, one source, one connection and one configuration: what goes beyond is refused and listed.
///
/// @param document to hand to the Hub; bears the notes, too, under `x-signalbox`
/// @param refused parts that are missing in it
/// @param differing parts that mean a little less or more than here
public record HubDocument(Value document, List<Note> refused, List<Note> differing) {
    /// @param node the id of the node
    /// @param key of the sentence, `hub.<key>`
    /// @param part which part of it
    public record Note(String node, String key, String part) {
        private Value asValue() {
            return Value.fields("node", Value.of(node), "why", Value.of(key)).with("part", Value.of(part));
        }
    }

    public HubDocument {
        refused = List.copyOf(refused);
        differing = List.copyOf(differing);
    }

    public static HubDocument of(Flow flow) {
        return new Making(flow).document();
    }

    /// The one way from the trigger to a message that the document is about.
    private static final class Making {
        private final Flow flow;
        private final HubNotes notes = new HubNotes();
        private final Set<NodeId> used = new HashSet<>();
        private Optional<Node.Trigger> trigger = Optional.empty();
        private Optional<Node.Source> source = Optional.empty();
        private Optional<Node.Connection> target = Optional.empty();
        private Optional<Node.Configuration> fields = Optional.empty();
        private final List<Condition> conditions = new ArrayList<>();

        Making(Flow flow) {
            this.flow = flow;
        }

        HubDocument document() {
            flow.triggers().stream().findFirst().ifPresent(this::follow);
            flow.nodes().values().stream()
                    .filter(node -> !used.contains(node.id()))
                    .forEach(node -> notes.refuse(node.id(), node.off() ? "off" : "more", node.kind()));
            var known = new HashSet<NodeId>();
            trigger.ifPresent(node -> known.add(node.id()));
            source.ifPresent(node -> known.add(node.id()));
            var logic = new HubLogic(flow, known, notes);
            var config = Value.fields("source", source(logic))
                    .with("transform", transform(logic))
                    .with("target", target(logic));
            var params = Value.fields("id", Value.of(flow.id()))
                    .with("config", config)
                    .with("environment", Value.of("develop"));
            var document = Value.fields("jsonrpc", Value.of("2.0"))
                    .with("method", Value.of("etl.etl_update"))
                    .with("params", params)
                    .with("id", Value.of("signalbox-" + flow.id()))
                    .with("x-signalbox", about());
            return new HubDocument(document, notes.refused(), notes.differing());
        }

        /// Takes the first of each kind; whatever else hangs on the way is refused with the rest.
        private void follow(Node.Trigger first) {
            trigger = Optional.of(first);
            if (!first.type().equals("event")) {
                notes.refuse(first.id(), "trigger", first.type());
            }
            Node at = first;
            while (true) {
                used.add(at.id());
                take(at);
                var next = next(at);
                if (next.isEmpty()) {
                    return;
                }
                conditions.add(next.get().when());
                at = flow.node(next.get().to()).orElseThrow();
            }
        }

        private Optional<Wire> next(Node at) {
            return flow.wiresFrom(at.id()).stream()
                    .filter(wire -> !wire.otherwise() && !wire.onError())
                    .filter(wire -> flow.node(wire.to())
                            .filter(node -> !node.off() && fits(node) && !used.contains(node.id()))
                            .isPresent())
                    .findFirst();
        }

        /// A second source is passed through, since what comes behind it is wanted, and refused.
        private boolean fits(Node node) {
            return switch (node) {
                case Node.Trigger _ -> false;
                case Node.Source _ -> target.isEmpty();
                case Node.Connection _ -> target.isEmpty();
                case Node.Configuration _ -> fields.isEmpty();
            };
        }

        private void take(Node node) {
            switch (node) {
                case Node.Trigger start -> conditions.add(start.when());
                case Node.Source reads -> {
                    if (source.isPresent()) {
                        notes.refuse(reads.id(), "source", reads.operation());
                    } else {
                        source = Optional.of(reads);
                    }
                    if (reads.isIterating()) {
                        notes.refuse(reads.id(), "each", reads.operation());
                    }
                }
                case Node.Connection sends -> target = Optional.of(sends);
                case Node.Configuration map -> {
                    fields = Optional.of(map);
                    conditions.add(map.when());
                }
            }
        }

        private Value source(HubLogic logic) {
            return source.<Value>map(node -> Value.fields("module", Value.of(node.type()))
                            .with("connection", Value.of(node.connection()))
                            .with("action", Value.of(node.operation()))
                            .with("settings", settings(logic, node.id(), node.settings())))
                    .orElse(Value.Fields.empty());
        }

        private Value target(HubLogic logic) {
            return target.<Value>map(node -> Value.fields("module", Value.of(node.type()))
                            .with("connection", Value.of(node.connection()))
                            .with("action", Value.of(node.operation()))
                            .with("settings", settings(logic, node.id(), node.settings())))
                    .orElse(Value.Fields.empty());
        }

        private static Value settings(HubLogic logic, NodeId id, Settings settings) {
            var all = Value.Fields.empty();
            for (var each : settings.values().entrySet()) {
                all = all.withPresent(
                        each.getKey(),
                        logic.value(id, each.getKey(), each.getValue()).orElse(Value.nothing()));
            }
            return all;
        }

        private Value transform(HubLogic logic) {
            var rows = new ArrayList<Value>();
            fields.ifPresent(node -> node.fields()
                    .forEach(row -> logic.row(node.id(), row)
                            .ifPresent(value -> rows.add(Value.items(value, Value.of(row.to()), Value.of("string"))))));
            var rename = Value.fields("rename", new Value.Items(rows));
            var start = trigger.map(Node::id).orElse(new NodeId("trigger"));
            var parts = conditions.stream()
                    .filter(condition -> !condition.equals(Condition.always()))
                    .map(condition -> logic.condition(start, condition))
                    .toList();
            return parts.isEmpty()
                    ? rename
                    : Value.fields(
                            "if", Value.items(Value.fields("and", new Value.Items(parts)), rename, Value.nothing()));
        }

        private static Value listed(List<Note> all) {
            return new Value.Items(all.stream().map(Note::asValue).toList());
        }

        private Value about() {
            var event = Value.Fields.empty();
            if (trigger.isPresent()) {
                for (var part : List.of("module", "submodule", "event")) {
                    event = event.withPresent(
                            part, Value.of(trigger.get().settings().text(part)));
                }
            }
            return Value.fields("verified", Value.of(false))
                    .with("event", event)
                    .with("refused", listed(notes.refused()))
                    .with("differing", listed(notes.differing()));
        }
    }
}
