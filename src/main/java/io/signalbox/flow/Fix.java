package io.signalbox.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What sets one problem right without asking anything more. Pure data: it can be shown, printed and applied.
///
/// @param key of the sentence in the text bundle of this package that says what it does
public record Fix(Change change, String key, List<String> arguments) {

    /// What it does: to the flow, or, for the last three, to the workspace that the flow runs in.
    public sealed interface Change {
        /// Adds the node, or replaces the one with its id.
        record PutNode(Node node) implements Change {}

        /// Removes the node with its wires.
        record DropNode(NodeId node) implements Change {}

        /// Takes wires away, then adds others behind the rest. A wire in both stays where it is, changed.
        record Rewire(List<Wire> gone, List<Wire> put) implements Change {
            public Rewire {
                gone = List.copyOf(gone);
                put = List.copyOf(put);
            }
        }

        /// Gives a right, as `module:action`, to a permission group. Leaves the flow as it is.
        record Allow(String group, String right) implements Change {}

        /// Lets flows read with a connection. Leaves the flow as it is.
        record OpenHub(String connection) implements Change {}

        /// Shows a connection, for a person to choose what only they know. Leaves the flow as it is.
        record ShowConnection(String connection) implements Change {}
    }

    public Fix {
        arguments = List.copyOf(arguments);
    }

    public static Fix node(Node node, String key, String... arguments) {
        return new Fix(new Change.PutNode(node), key, List.of(arguments));
    }

    public static Fix wires(List<Wire> gone, List<Wire> put, String key, String... arguments) {
        return new Fix(new Change.Rewire(gone, put), key, List.of(arguments));
    }

    /// What it does, for a button: “Use fracttal-main”, “Use Get work order › Number”.
    ///
    /// @param flow that it is for, in which paths have names
    public String text(Flow flow, Texts texts) {
        return texts.text(
                key,
                arguments.stream().map(argument -> named(flow, argument, texts)).toArray());
    }

    private static String named(Flow flow, String argument, Texts texts) {
        int dot = argument.indexOf('.');
        if (dot <= 0 || !NodeId.isValid(argument.substring(0, dot))) {
            return argument;
        }
        var root = new NodeId(argument.substring(0, dot));
        boolean event = root.equals(Path.TRIGGER) || flow.node(root).orElse(null) instanceof Node.Trigger;
        if (!event && flow.node(root).isEmpty()) {
            return argument;
        }
        try {
            var path = Path.parse(argument);
            var start = event
                    ? texts.text("path.event")
                    : flow.node(root)
                            .map(node -> node.name().isBlank() ? texts.text("kind." + node.kind()) : node.name())
                            .orElse("");
            return start + " › " + new FieldWords(texts).of(path);
        } catch (SyntaxException _) {
            return argument;
        }
    }

    /// Total: what no longer fits leaves the flow as it was.
    public Flow applyTo(Flow flow) {
        return switch (change) {
            case Change.PutNode(var node) ->
                flow.node(node.id()).filter(node::equals).isPresent()
                                || flow.layout().draws(node.id())
                        ? flow
                        : flow.withNode(node);
            case Change.DropNode(var id) -> without(flow, id);
            case Change.Rewire(var gone, var put) -> rewired(flow, gone, put);
            case Change.Allow _, Change.OpenHub _, Change.ShowConnection _ -> flow;
        };
    }

    private static Flow without(Flow flow, NodeId id) {
        if (!flow.nodes().containsKey(id)) {
            return flow;
        }
        var nodes = new LinkedHashMap<>(flow.nodes());
        nodes.remove(id);
        return flow.withNodes(nodes)
                .withWires(flow.wires().stream()
                        .filter(wire -> !wire.from().equals(id) && !wire.to().equals(id))
                        .toList())
                .withLayout(flow.layout().without(id));
    }

    private static Flow rewired(Flow flow, List<Wire> gone, List<Wire> put) {
        var wires = new ArrayList<Wire>();
        var fresh = new ArrayList<>(put);
        for (var wire : flow.wires()) {
            var changed = put.stream()
                    .filter(other -> other.joins(wire.from(), wire.to()))
                    .findFirst();
            if (changed.isPresent() && fresh.remove(changed.get())) {
                wires.add(changed.get());
            } else if (!gone.contains(wire)) {
                wires.add(wire);
            }
        }
        fresh.stream()
                .filter(wire ->
                        flow.nodes().containsKey(wire.from()) && flow.nodes().containsKey(wire.to()))
                .forEach(wires::add);
        return wires.equals(flow.wires()) ? flow : flow.withWires(wires);
    }
}
