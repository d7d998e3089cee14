package io.signalbox.app;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Flows of any size for benchmarks, equally dense everywhere: chains of 16 nodes in two rows of eight, with one wire
/// that turns back and one that slants, side by side and one below the other in the proportion of a window.
final class LargeFlow {
    static final double COLUMN = 344;
    static final double ROW = 136;

    private static final int WIDE = 8;
    private static final int CHAIN = 2 * WIDE;

    private LargeFlow() {}

    /// @param size how many nodes; the last chain may be cut short
    static Flow of(int size) {
        var nodes = new LinkedHashMap<NodeId, Node>();
        var places = new LinkedHashMap<NodeId, Point>();
        var wires = new ArrayList<Wire>();
        int chains = (size + CHAIN - 1) / CHAIN;
        int across = Math.max(1, (int) Math.round(Math.sqrt(chains * 1.6 * 2 * ROW / (WIDE * COLUMN))));
        for (int at = 0; at < size; at++) {
            int chain = at / CHAIN;
            int step = at % CHAIN;
            var id = id(at);
            nodes.put(id, node(id, step));
            places.put(id, place(chain % across, chain / across, step));
            if (step > 0) {
                wires.add(Wire.of(id(at - 1), id));
            }
            if (step == WIDE + 4) {
                wires.add(Wire.of(id(at - WIDE - 1), id)
                        .withWhen(Condition.row("trigger.data.priority", Operator.EQ, Value.of("Very high"))));
            }
        }
        return Flow.empty("large-" + size, size + " nodes", Language.EN, ZoneId.of("America/Sao_Paulo"))
                .withNodes(nodes)
                .withWires(wires)
                .withLayout(new Layout(places, Value.Fields.empty()));
    }

    static NodeId id(int at) {
        return new NodeId("n" + at);
    }

    private static Point place(int column, int row, int step) {
        return new Point(
                (column * WIDE + step % WIDE) * COLUMN, (row * 2 + step / WIDE) * ROW);
    }

    private static Node node(NodeId id, int step) {
        if (step == 0) {
            return new Node.Trigger(
                    id,
                    "New work order",
                    "event",
                    Settings.empty()
                            .with("module", "tasks")
                            .with("submodule", "work_orders")
                            .with("event", "new_wo"),
                    Condition.row("trigger.data.priority", Operator.EQ, Value.of("Very high")),
                    false,
                    Value.Fields.empty());
        }
        if (step == CHAIN - 2) {
            return new Node.Connection(
                    id, "Send " + id, "whatsapp", "whatsapp-main", "send-template", Settings.empty(), false,
                    Value.Fields.empty());
        }
        if (step == CHAIN - 1) {
            return new Node.Configuration(
                    id, "Message " + id, List.<MapRow>of(), Condition.always(), false, Value.Fields.empty());
        }
        return new Node.Source(
                id,
                "Read " + id,
                "fracttal",
                "fracttal-main",
                "find-work-order",
                Settings.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Value.Fields.empty());
    }
}
