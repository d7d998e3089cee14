package io.signalbox.json;

import io.signalbox.flow.Clip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Flow;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.Layout;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// A flow as a value. What says nothing is left out: a default, an empty list, an unconditional condition.
final class FlowWriter {
    private FlowWriter() {}

    static Value.Fields value(Flow flow) {
        var file = Value.fields("format", Value.of(FlowJson.FORMAT), "id", Value.of(flow.id()))
                .with("name", Value.of(flow.name()))
                .withPresent("description", Value.of(flow.description()))
                .withPresent("folder", Value.of(flow.filing().folder()))
                .with("language", Value.of(flow.language().tag()))
                .with("zone", Value.of(flow.zone().getId()));
        if (!flow.filing().tags().isEmpty()) {
            file = file.with(
                    "tags", list(flow.filing().tags().stream().map(Value::of).toList()));
        }
        if (!flow.tables().isEmpty()) {
            var tables = Value.Fields.empty();
            for (var table : flow.tables().entrySet()) {
                tables = tables.with(table.getKey(), table(table.getValue()));
            }
            file = file.with("tables", tables);
        }
        file = drawn(file, flow.nodes().values(), flow.wires(), flow.layout());
        if (!flow.samples().isEmpty()) {
            file = file.with(
                    "samples",
                    list(flow.samples().stream().map(FlowWriter::sample).toList()));
        }
        return plus(file, flow.extra());
    }

    static Value.Fields value(Clip clip) {
        var file = Value.fields("format", Value.of(ClipJson.FORMAT));
        return plus(drawn(file, clip.nodes().values(), clip.wires(), clip.layout()), clip.extra());
    }

    private static Value.Fields drawn(Value.Fields file, Collection<Node> nodes, List<Wire> wires, Layout layout) {
        var with = file.with("nodes", list(nodes.stream().map(FlowWriter::node).toList()))
                .with("wires", list(wires.stream().map(FlowWriter::wire).toList()));
        var places = layout(layout);
        return places.isEmpty() ? with : with.with("layout", places);
    }

    private static Value node(Node node) {
        var fields = Value.fields("id", Value.of(node.id().value()), "kind", Value.of(node.kind()));
        fields = fields.withPresent("type", Value.of(node.type()));
        if (!(node instanceof Node.Trigger)) {
            fields = fields.withPresent("connection", Value.of(node.connection()))
                    .withPresent("operation", Value.of(node.operation()));
        }
        fields = fields.withPresent("name", Value.of(node.name()));
        if (node.off()) {
            fields = fields.with("off", Value.of(true));
        }
        if (!node.settings().values().isEmpty()) {
            fields = fields.with("settings", settings(node.settings()));
        }
        if (node instanceof Node.Source source) {
            if (source.each().isPresent()) {
                fields = fields.with("each", Value.of(source.each().get().toString()));
            }
            if (source.groupBy().isPresent()) {
                fields = fields.with("groupBy", Value.of(source.groupBy().get().toString()));
            }
        }
        if (!node.when().isAlways()) {
            fields = fields.with("when", condition(node.when()));
        }
        if (node instanceof Node.Configuration configuration) {
            fields = fields.with(
                    "fields",
                    list(configuration.fields().stream().map(FlowWriter::row).toList()));
        }
        return plus(fields, node.extra());
    }

    private static Value wire(Wire wire) {
        var fields = Value.fields(
                "from", Value.of(wire.from().value()), "to", Value.of(wire.to().value()));
        if (!wire.when().isAlways()) {
            fields = fields.with("when", condition(wire.when()));
        }
        if (wire.otherwise()) {
            fields = fields.with("otherwise", Value.of(true));
        }
        if (wire.onError()) {
            fields = fields.with("onError", Value.of(true));
        }
        return plus(fields, wire.extra());
    }

    private static Value settings(Settings settings) {
        var fields = Value.Fields.empty();
        for (var setting : settings.values().entrySet()) {
            fields = fields.with(setting.getKey(), expression(setting.getValue()));
        }
        return fields;
    }

    private static Value row(MapRow row) {
        var fields = Value.fields("to", Value.of(row.to()), "from", expression(row.from()));
        if (row.fallback().isPresent()) {
            fields = fields.with("fallback", Value.of(row.fallback().get()));
        }
        return plus(fields, row.extra());
    }

    static Value expression(Expression expression) {
        var fields = switch (expression) {
            case Expression.Literal literal -> {
                boolean plain =
                        literal.apply().isEmpty() && literal.extra().isEmpty() && !looksComputed(literal.value());
                if (plain) {
                    yield null;
                }
                yield Value.fields("literal", literal.value());
            }
            case Expression.Reference reference ->
                Value.fields("path", Value.of(reference.path().toString()));
            case Expression.Filled filled ->
                Value.fields("template", Value.of(filled.template().toString()));
        };
        if (fields == null) {
            return ((Expression.Literal) expression).value();
        }
        var applied = expression.apply().isEmpty()
                ? fields
                : fields.with(
                        "apply",
                        Value.texts(expression.apply().stream()
                                .map(FunctionCall::toString)
                                .toList()));
        return plus(applied, expression.extra());
    }

    /// An object that the reader would take for a path or a template must be wrapped.
    private static boolean looksComputed(Value value) {
        return value instanceof Value.Fields fields
                && (fields.has("path") || fields.has("template") || fields.has("literal"));
    }

    static Value.Fields condition(Condition condition) {
        return switch (condition) {
            case Condition.Group(var mode, var of, var extra) ->
                plus(
                        Value.fields(
                                mode.key(),
                                list(of.stream().map(FlowWriter::condition).toList())),
                        extra);
            case Condition.Row row -> {
                var fields = Value.fields(
                        "path",
                        Value.of(row.path().toString()),
                        "op",
                        Value.of(row.operator().key()));
                if (row.operator().operand() != Operator.Operand.NONE) {
                    fields = fields.with("value", row.value());
                }
                fields = fields.withPresent("as", Value.of(row.as().key()));
                if (row.strict()) {
                    fields = fields.with("strict", Value.of(true));
                }
                yield plus(row.off() ? fields.with("off", Value.of(true)) : fields, row.extra());
            }
        };
    }

    private static Value table(LookupTable table) {
        var rows = new LinkedHashMap<String, Value>();
        table.rows().forEach((from, to) -> rows.put(from, Value.of(to)));
        var fields = Value.fields("rows", new Value.Fields(rows));
        var whole = table.otherwise().isEmpty()
                ? fields
                : fields.with("otherwise", Value.of(table.otherwise().get()));
        return plus(whole, table.extra());
    }

    private static Value.Fields layout(Layout layout) {
        var fields = new LinkedHashMap<String, Value>();
        for (var place : layout.places().entrySet()) {
            var key = place.getKey().value();
            var spot = Value.fields(
                    "x",
                    number(place.getValue().x()),
                    "y",
                    number(place.getValue().y()));
            fields.put(key, plus(spot, layout.extra().at(key).asFields()));
        }
        return plus(DrawingJson.write(new Value.Fields(fields), layout), layout.extra());
    }

    private static Value sample(Sample sample) {
        var fields = Value.fields("name", Value.of(sample.name()), "event", sample.event());
        if (!sample.replies().isEmpty()) {
            var replies = new LinkedHashMap<String, Value>();
            sample.replies().forEach((node, reply) -> replies.put(node.value(), reply));
            fields = fields.with("replies", new Value.Fields(replies));
        }
        return plus(fields, sample.extra());
    }

    static Value number(double number) {
        var exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return new Value.Decimal(exact.scale() < 0 && exact.scale() > -20 ? exact.setScale(0) : exact);
    }

    private static Value list(List<? extends Value> values) {
        return new Value.Items(List.copyOf(values));
    }

    static Value.Fields plus(Value.Fields fields, Value.Fields extra) {
        var all = fields;
        for (var member : extra.fields().entrySet()) {
            if (!all.has(member.getKey())) {
                all = all.with(member.getKey(), member.getValue());
            }
        }
        return all;
    }
}
