package io.signalbox.edit;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Small flows for the tests of edits. The first letter of an id says the kind: `t`, `s`, `c`, `f`.
final class Drawing {
    private Drawing() {}

    static NodeId id(String text) {
        return new NodeId(text);
    }

    static Node node(String id) {
        return switch (id.charAt(0)) {
            case 't' ->
                new Node.Trigger(
                        id(id), "", "event", Settings.empty(), Condition.always(), false, Value.Fields.empty());
            case 's' ->
                new Node.Source(
                        id(id),
                        "",
                        "http",
                        "main",
                        "get",
                        Settings.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Value.Fields.empty());
            case 'c' ->
                new Node.Connection(id(id), "", "http", "main", "post", Settings.empty(), false, Value.Fields.empty());
            default -> new Node.Configuration(id(id), "", List.of(), Condition.always(), false, Value.Fields.empty());
        };
    }

    static Wire wire(String from, String to) {
        return Wire.of(id(from), id(to));
    }

    static Condition when(String field) {
        return Condition.row("trigger.data." + field, Operator.NOT_EMPTY, Value.nothing());
    }

    static Flow flow(List<String> nodes, Wire... wires) {
        var flow = Flow.empty("f", "Flow", Language.EN, ZoneId.of("UTC"));
        for (var id : nodes) {
            flow = flow.withNode(node(id)).withLayout(flow.layout().with(id(id), new Point(0, 0)));
        }
        return flow.withWires(List.of(wires));
    }

    /// Every wire as `from>to`.
    static List<String> wires(Flow flow) {
        return flow.wires().stream().map(wire -> wire.from() + ">" + wire.to()).toList();
    }
}
