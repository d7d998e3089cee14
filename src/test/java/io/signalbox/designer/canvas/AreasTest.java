package io.signalbox.designer.canvas;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.SampleFlow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AreasTest {
    private final Random random = new Random(11);

    @Test
    void what_is_found_by_place_is_what_looking_at_all_would_find() {
        var all = new LinkedHashMap<NodeId, Area>();
        var wires = new ArrayList<Wire>();
        for (int at = 0; at < 300; at++) {
            all.put(id(at), anywhere());
            wires.add(Wire.of(id(random.nextInt(300)), id(random.nextInt(300) + 300)));
            all.put(id(at + 300), anywhere());
        }
        var flow = SampleFlow.flow().withWires(wires.stream().distinct().toList());
        var areas = Areas.of(all);
        for (int step = 0; step < 200; step++) {
            var moved = id(random.nextInt(600));
            var to = anywhere();
            all.put(moved, to);
            areas = areas.with(Map.of(moved, to));
            var where = anywhere().grown(random.nextInt(900));
            assertEquals(
                    all.keySet().stream()
                            .filter(id -> requireNonNull(all.get(id)).touches(where))
                            .toList(),
                    areas.touching(where));
            assertEquals(
                    flow.wires().stream()
                            .filter(wire -> requireNonNull(all.get(wire.from()))
                                    .with(requireNonNull(all.get(wire.to())))
                                    .grown(48)
                                    .touches(where))
                            .toList(),
                    areas.wiresNear(flow, where));
        }
        assertEquals(List.copyOf(all.entrySet()), List.copyOf(areas.entrySet()));
    }

    private static NodeId id(int at) {
        return new NodeId("n" + at);
    }

    private Area anywhere() {
        return new Area(random.nextInt(-3_000, 6_000), random.nextInt(-3_000, 6_000), Area.NODE_WIDTH, Area.LOW);
    }
}
