package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlowTest {
    private static final Flow EMPTY = Flow.empty("f", "Flow", Language.EN, ZoneId.of("UTC"));

    private static Flow with(String... ids) {
        var flow = EMPTY;
        for (var id : ids) {
            flow = flow.withNode(new Node.Configuration(
                    new NodeId(id), "", List.of(), Condition.always(), false, Value.Fields.empty()));
        }
        return flow;
    }

    private static Flow wired(Flow flow, String... wires) {
        var all = new ArrayList<Wire>();
        for (var wire : wires) {
            all.add(Wire.of(new NodeId(wire.substring(0, 1)), new NodeId(wire.substring(1))));
        }
        return flow.withWires(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    wo | wo-4
                    person | person
                    Not An Id | node-2
                    `` | node-2""")
    void a_free_id_is_the_wish_or_the_next_number(String wish, String id) {
        var flow = with("wo", "wo-2", "wo-3", "node");
        assertEquals(new NodeId(id), flow.freeId(wish));
    }

    @Test
    void a_long_wish_leaves_room_for_its_number() {
        var wish = "a".repeat(64);
        var flow = EMPTY;
        for (int n = 0; n < 120; n++) {
            flow = flow.withNode(
                    with(flow.freeId(wish).value()).nodes().firstEntry().getValue());
        }
        assertEquals(120, flow.nodes().size());
        assertEquals(new NodeId("a".repeat(58) + "-121"), flow.freeId(wish));
    }

    @Test
    void a_wire_back_would_loop() {
        var flow = wired(with("a", "b", "c", "d"), "ab", "bc");
        assertEquals(
                List.of(true, true, true, false, false, false),
                List.of(
                        flow.wouldLoop(new NodeId("a"), new NodeId("a")),
                        flow.wouldLoop(new NodeId("c"), new NodeId("a")),
                        flow.wouldLoop(new NodeId("b"), new NodeId("a")),
                        flow.wouldLoop(new NodeId("a"), new NodeId("c")),
                        flow.wouldLoop(new NodeId("c"), new NodeId("d")),
                        flow.wouldLoop(new NodeId("d"), new NodeId("a"))));
        assertEquals(Set.of(new NodeId("b"), new NodeId("c")), flow.reachableFrom(new NodeId("a")));
    }

    @Test
    void a_changed_flow_shares_the_nodes_that_did_not_change() {
        var flow = with("a", "b");
        var renamed = flow.withNode(flow.node(new NodeId("a")).orElseThrow().withName("New"));
        assertEquals(
                List.of(new NodeId("a"), new NodeId("b")),
                List.copyOf(renamed.nodes().keySet()));
        assertEquals(flow.node(new NodeId("b")), renamed.node(new NodeId("b")));
        assertThrows(UnsupportedOperationException.class, () -> flow.nodes().clear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "1a",
                "a_b",
                "a b",
                "é",
                "-a",
                "a\n",
                "aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbbaaaaa"
            })
    void an_id_that_machines_could_stumble_over_is_refused(String id) {
        assertThrows(SyntaxException.class, () -> new NodeId(id));
        assertThrows(SyntaxException.class, () -> EMPTY.withId(id));
    }

    @Test
    void a_place_is_a_finite_point_and_knows_one_zero() {
        assertEquals(new Point(0, 0), new Point(-0.0, -0.0));
        assertEquals(new Point(20, 40), new Point(13, 47).snapped(20));
        assertThrows(IllegalArgumentException.class, () -> new Point(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Point(0, Double.POSITIVE_INFINITY));
    }
}
