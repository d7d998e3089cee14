package io.signalbox.json;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A flow's nodes: what they are set to, their conditions and maps.
abstract class NodeReader extends MemberReader {
    NodeReader(Map<String, Json.Place> places) {
        super(places);
    }

    SequencedMap<NodeId, Node> nodes(Value.Fields file) throws UnreadableFlow {
        var list = array(file, "", "nodes");
        if (list.size() > Flow.MOST_NODES) {
            throw refuse("/nodes", "read.nodes", Integer.toString(Flow.MOST_NODES));
        }
        var nodes = new LinkedHashMap<NodeId, Node>();
        for (int at = 0; at < list.size(); at++) {
            var pointer = "/nodes/" + at;
            var fields = object(list.get(at), pointer);
            var id = requiredText(fields, pointer, "id");
            if (!NodeId.isValid(id)) {
                throw refuse(pointer + "/id", "read.id", id);
            }
            reading(id);
            var read = node(fields, pointer, new NodeId(id));
            if (nodes.put(read.id(), read) != null) {
                throw refuse(pointer + "/id", "read.id.twice", id);
            }
            reading("");
        }
        return nodes;
    }

    private Node node(Value.Fields fields, String at, NodeId id) throws UnreadableFlow {
        var kind = requiredText(fields, at, "kind");
        var name = text(fields, at, "name");
        boolean off = truth(fields, at, "off");
        var common = Set.of("id", "kind", "type", "name", "off", "settings", "when");
        if (id.equals(Path.TRIGGER) && !kind.equals("trigger")) {
            throw refuse(at + "/id", "read.id.trigger");
        }
        return switch (kind) {
            case "trigger" ->
                new Node.Trigger(
                        id,
                        name,
                        requiredText(fields, at, "type"),
                        settings(fields, at),
                        when(fields, at),
                        off,
                        rest(fields, common));
            case "source" ->
                new Node.Source(
                        id,
                        name,
                        text(fields, at, "type"),
                        text(fields, at, "connection"),
                        text(fields, at, "operation"),
                        settings(fields, at),
                        path(fields, at, "each"),
                        path(fields, at, "groupBy"),
                        off,
                        rest(
                                fields,
                                Set.of(
                                        "id",
                                        "kind",
                                        "type",
                                        "name",
                                        "off",
                                        "settings",
                                        "connection",
                                        "operation",
                                        "each",
                                        "groupBy")));
            case "connection" ->
                new Node.Connection(
                        id,
                        name,
                        text(fields, at, "type"),
                        text(fields, at, "connection"),
                        text(fields, at, "operation"),
                        settings(fields, at),
                        off,
                        rest(
                                fields,
                                Set.of("id", "kind", "type", "name", "off", "settings", "connection", "operation")));
            case "configuration" ->
                new Node.Configuration(
                        id,
                        name,
                        rows(fields, at),
                        when(fields, at),
                        off,
                        rest(fields, Set.of("id", "kind", "name", "off", "fields", "when")));
            default -> throw refuse(at + "/kind", "read.kind", kind);
        };
    }

    private List<MapRow> rows(Value.Fields fields, String at) throws UnreadableFlow {
        var list = array(fields, at, "fields");
        var rows = new ArrayList<MapRow>();
        for (int row = 0; row < list.size(); row++) {
            var pointer = at + "/fields/" + row;
            var read = object(list.get(row), pointer);
            var from = read.has("from") ? expression(read.at("from"), pointer + "/from") : Expression.literal("");
            rows.add(new MapRow(
                    text(read, pointer, "to"),
                    from,
                    read.has("fallback") ? Optional.of(text(read, pointer, "fallback")) : Optional.empty(),
                    rest(read, Set.of("to", "from", "fallback"))));
        }
        return rows;
    }

    private Settings settings(Value.Fields fields, String at) throws UnreadableFlow {
        var settings = new LinkedHashMap<String, Expression>();
        for (var setting : member(fields, at, "settings").fields().entrySet()) {
            settings.put(setting.getKey(), expression(setting.getValue(), at + "/settings/" + setting.getKey()));
        }
        return new Settings(settings);
    }

    Expression expression(Value value, String at) throws UnreadableFlow {
        if (!(value instanceof Value.Fields fields)
                || !(fields.has("path") || fields.has("template") || fields.has("literal"))) {
            return Expression.literal(value);
        }
        var apply = new ArrayList<FunctionCall>();
        var calls = array(fields, at, "apply");
        for (int call = 0; call < calls.size(); call++) {
            apply.add(syntax(at + "/apply/" + call, calls.get(call).asText(), FunctionCall::parse));
        }
        var extra = rest(fields, Set.of("path", "template", "literal", "apply"));
        if (fields.has("path")) {
            return new Expression.Reference(syntax(at + "/path", text(fields, at, "path"), Path::parse), apply, extra);
        }
        if (fields.has("template")) {
            return new Expression.Filled(
                    syntax(at + "/template", text(fields, at, "template"), Template::parse), apply, extra);
        }
        return new Expression.Literal(fields.at("literal"), apply, extra);
    }

    Condition when(Value.Fields fields, String at) throws UnreadableFlow {
        return fields.has("when") ? condition(fields.at("when"), at + "/when") : Condition.always();
    }

    Condition condition(Value value, String at) throws UnreadableFlow {
        var fields = object(value, at);
        for (var mode : Condition.Mode.values()) {
            if (fields.has(mode.key())) {
                var list = array(fields, at, mode.key());
                var of = new ArrayList<Condition>();
                for (int part = 0; part < list.size(); part++) {
                    of.add(condition(list.get(part), at + "/" + mode.key() + "/" + part));
                }
                return new Condition.Group(mode, of, rest(fields, Set.of(mode.key())));
            }
        }
        if (fields.isEmpty()) {
            return Condition.always();
        }
        if (!fields.has("path")) {
            throw refuse(at, "read.condition");
        }
        var op = requiredText(fields, at, "op");
        var operator = Operator.of(op).orElseThrow(() -> refuse(at + "/op", "read.operator", op));
        var as = text(fields, at, "as");
        var reading = Arrays.stream(Condition.As.values())
                .filter(known -> known.key().equals(as))
                .findFirst()
                .orElseThrow(() -> refuse(at + "/as", "read.as", as));
        return new Condition.Row(
                syntax(at + "/path", text(fields, at, "path"), Path::parse),
                operator,
                fields.at("value"),
                reading,
                truth(fields, at, "strict"),
                truth(fields, at, "off"),
                rest(fields, Set.of("path", "op", "value", "as", "strict", "off")));
    }

    private Optional<Path> path(Value.Fields fields, String at, String name) throws UnreadableFlow {
        var text = text(fields, at, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(syntax(at + "/" + name, text, Path::parse));
    }
}
