package io.signalbox.designer.canvas;

import io.signalbox.designer.Words;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes nodes that still have to be set up.
public final class NewNodes {
    private NewNodes() {}

    /// A node of this kind with an id that the flow does not have yet.
    static Node from(PaletteItem item, Flow flow) {
        return switch (item.kind()) {
            case "trigger" -> trigger(flow.freeId(item.type()), item.name(), item.type());
            case "source" -> source(flow.freeId(item.type()), item.name(), item.type(), "");
            case "connection" -> connection(flow.freeId(item.type()), item.name(), item.type(), "");
            case "configuration" -> configuration(flow.freeId("message"), item.name());
            default -> throw new IllegalArgumentException("no node is of the kind " + item.kind());
        };
    }

    /// A new flow is never blank: event, responsible person, WhatsApp and message stand wired, each to be set up.
    ///
    /// @param language of the messages; the nodes' names are in it too
    public static Flow starterFlow(String id, String name, Language language, ZoneId zone) {
        var texts = Texts.of(Words.class, language);
        var trigger = trigger(new NodeId("event"), texts.text("starter.event"), "event");
        var source = source(new NodeId("person"), texts.text("starter.person"), "fracttal", "find-person");
        var connection =
                connection(new NodeId("whatsapp"), texts.text("starter.whatsapp"), "whatsapp", "send-template");
        var configuration = configuration(new NodeId("message"), texts.text("starter.message"));
        var nodes = new LinkedHashMap<NodeId, Node>();
        for (var node : List.of(trigger, source, connection, configuration)) {
            nodes.put(node.id(), node);
        }
        var flow = Flow.empty(id, name, language, zone)
                .withNodes(nodes)
                .withWires(List.of(
                        Wire.of(trigger.id(), source.id()),
                        Wire.of(source.id(), connection.id()),
                        Wire.of(connection.id(), configuration.id())));
        return flow.withLayout(new Layout(Tidy.places(flow, Tidy.USUAL_WIDTH), Value.Fields.empty()));
    }

    /// The middle of a node dropped here comes under the mouse.
    static Point placeUnder(Point mouse) {
        return mouse.plus(-Area.NODE_WIDTH / 2, -Area.LOW / 2).snapped(CanvasView.GRID);
    }

    private static Node.Trigger trigger(NodeId id, String name, String type) {
        return new Node.Trigger(id, name, type, Settings.empty(), Condition.always(), false, Value.Fields.empty());
    }

    private static Node.Source source(NodeId id, String name, String type, String operation) {
        return new Node.Source(
                id,
                name,
                type,
                "",
                operation,
                Settings.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Value.Fields.empty());
    }

    private static Node.Connection connection(NodeId id, String name, String type, String operation) {
        return new Node.Connection(id, name, type, "", operation, Settings.empty(), false, Value.Fields.empty());
    }

    private static Node.Configuration configuration(NodeId id, String name) {
        return new Node.Configuration(id, name, List.of(), Condition.always(), false, Value.Fields.empty());
    }
}
