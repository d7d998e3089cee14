package io.signalbox.json;

import io.signalbox.flow.Clip;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// A value as a flow. Refuses at the first member that does not fit, with its place in the text.
final class FlowReader extends NodeReader {
    FlowReader(Map<String, Json.Place> places) {
        super(places);
    }

    Flow flow(Value value) throws UnreadableFlow {
        var file = object(value, "");
        checkFormat(file);
        var id = requiredText(file, "", "id");
        if (!NodeId.isValid(id)) {
            throw refuse("/id", "read.id", id);
        }
        var nodes = nodes(file);
        return new Flow(
                id,
                text(file, "", "name").isBlank() ? id : text(file, "", "name"),
                text(file, "", "description"),
                language(file),
                zone(file),
                tables(file),
                nodes,
                wires(file, nodes),
                layout(file, nodes),
                samples(file),
                filing(file),
                rest(
                        file,
                        Set.of(
                                "format",
                                "id",
                                "name",
                                "description",
                                "language",
                                "zone",
                                "tables",
                                "nodes",
                                "wires",
                                "layout",
                                "samples",
                                "folder",
                                "tags")));
    }

    Clip clip(Value value) throws UnreadableFlow {
        var file = object(value, "");
        var format = text(file, "", "format");
        if (!format.startsWith("signalbox.clip/")) {
            return Clip.of(flow(value));
        }
        if (!format.equals(ClipJson.FORMAT)) {
            throw refuse("/format", "read.format.newer", format, ClipJson.FORMAT);
        }
        var nodes = nodes(file);
        return new Clip(
                nodes,
                wires(file, nodes),
                layout(file, nodes),
                rest(file, Set.of("format", "nodes", "wires", "layout")));
    }

    private List<Wire> wires(Value.Fields file, Map<NodeId, Node> nodes) throws UnreadableFlow {
        var wires = new ArrayList<Wire>();
        var list = array(file, "", "wires");
        for (int at = 0; at < list.size(); at++) {
            wires.add(wire(list.get(at), "/wires/" + at, nodes));
        }
        return wires;
    }

    private Filing filing(Value.Fields file) throws UnreadableFlow {
        var tags = new ArrayList<String>();
        var list = array(file, "", "tags");
        for (int at = 0; at < list.size(); at++) {
            if (!(list.get(at) instanceof Value.Text(var tag))) {
                throw refuse("/tags/" + at, "read.text");
            }
            tags.add(tag);
        }
        return Filing.of(text(file, "", "folder"), tags);
    }

    private void checkFormat(Value.Fields file) throws UnreadableFlow {
        var format = text(file, "", "format");
        if (format.isEmpty()) {
            throw refuse("", "read.format.none", FlowJson.FORMAT);
        }
        if (!format.equals(FlowJson.FORMAT)) {
            throw refuse(
                    "/format",
                    format.startsWith("signalbox.flow/") ? "read.format.newer" : "read.format.other",
                    format,
                    FlowJson.FORMAT);
        }
    }

    private Language language(Value.Fields file) throws UnreadableFlow {
        var tag = text(file, "", "language");
        return tag.isEmpty()
                ? Language.EN
                : Language.of(tag).orElseThrow(() -> refuse("/language", "read.language", tag));
    }

    private ZoneId zone(Value.Fields file) throws UnreadableFlow {
        var zone = text(file, "", "zone");
        try {
            return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
        } catch (DateTimeException _) {
            throw refuse("/zone", "read.zone", zone);
        }
    }

    private SequencedMap<String, LookupTable> tables(Value.Fields file) throws UnreadableFlow {
        var tables = new LinkedHashMap<String, LookupTable>();
        for (var entry : member(file, "", "tables").fields().entrySet()) {
            var at = "/tables/" + entry.getKey();
            var table = object(entry.getValue(), at);
            var rows = new LinkedHashMap<String, String>();
            member(table, at, "rows").fields().forEach((from, to) -> rows.put(from, to.asText()));
            tables.put(
                    entry.getKey(),
                    new LookupTable(
                            rows,
                            table.has("otherwise")
                                    ? Optional.of(table.at("otherwise").asText())
                                    : Optional.empty(),
                            rest(table, Set.of("rows", "otherwise"))));
        }
        return tables;
    }

    private Wire wire(Value value, String at, Map<NodeId, Node> nodes) throws UnreadableFlow {
        var fields = object(value, at);
        return new Wire(
                end(fields, at, "from", nodes),
                end(fields, at, "to", nodes),
                when(fields, at),
                truth(fields, at, "otherwise"),
                truth(fields, at, "onError"),
                rest(fields, Set.of("from", "to", "when", "otherwise", "onError")));
    }

    private NodeId end(Value.Fields fields, String at, String name, Map<NodeId, Node> nodes) throws UnreadableFlow {
        var id = requiredText(fields, at, name);
        if (!NodeId.isValid(id) || !nodes.containsKey(new NodeId(id))) {
            throw refuse(at + "/" + name, "read.wire", id);
        }
        return new NodeId(id);
    }

    private Layout layout(Value.Fields file, Map<NodeId, Node> nodes) throws UnreadableFlow {
        var spots = new LinkedHashMap<NodeId, Point>();
        var extra = new LinkedHashMap<String, Value>();
        for (var entry : member(file, "", "layout").fields().entrySet()) {
            var x = entry.getValue().at("x");
            var y = entry.getValue().at("y");
            boolean known = NodeId.isValid(entry.getKey()) && nodes.containsKey(new NodeId(entry.getKey()));
            if (known && x instanceof Value.Decimal(var left) && y instanceof Value.Decimal(var top)) {
                var at = "/layout/" + entry.getKey();
                spots.put(new NodeId(entry.getKey()), new Point(pixels(left, at + "/x"), pixels(top, at + "/y")));
                var rest = rest(entry.getValue().asFields(), Set.of("x", "y"));
                if (!rest.isEmpty()) {
                    extra.put(entry.getKey(), rest);
                }
            } else {
                extra.put(entry.getKey(), entry.getValue());
            }
        }
        return DrawingJson.read(spots, new Value.Fields(extra), nodes.keySet());
    }

    private double pixels(BigDecimal number, String at) throws UnreadableFlow {
        double pixels = number.doubleValue();
        if (!Double.isFinite(pixels)) {
            throw refuse(at, "json.number", number.toString());
        }
        return pixels;
    }

    private List<Sample> samples(Value.Fields file) throws UnreadableFlow {
        var list = array(file, "", "samples");
        var samples = new ArrayList<Sample>();
        for (int at = 0; at < list.size(); at++) {
            var pointer = "/samples/" + at;
            var fields = object(list.get(at), pointer);
            var replies = new LinkedHashMap<NodeId, Value>();
            for (var reply : member(fields, pointer, "replies").fields().entrySet()) {
                if (!NodeId.isValid(reply.getKey())) {
                    throw refuse(pointer + "/replies/" + reply.getKey(), "read.id", reply.getKey());
                }
                replies.put(new NodeId(reply.getKey()), reply.getValue());
            }
            samples.add(new Sample(
                    text(fields, pointer, "name"),
                    member(fields, pointer, "event"),
                    replies,
                    rest(fields, Set.of("name", "event", "replies"))));
        }
        return samples;
    }
}
