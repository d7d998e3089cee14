package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Filing;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FlowJsonTest {
    static List<Path> flows() {
        return Shipped.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void a_shipped_flow_is_written_as_it_stands(Path file) throws UnreadableFlow {
        var text = Shipped.text(file);
        var flow = FlowJson.read(text);
        assertEquals(text, FlowJson.write(flow));
        assertEquals(flow, FlowJson.read(FlowJson.write(flow)));
    }

    @Test
    void any_flow_is_read_as_it_was_written() throws UnreadableFlow {
        var flows = new RandomFlows(1);
        for (int n = 0; n < 2_000; n++) {
            var flow = flows.flow();
            var text = FlowJson.write(flow);
            var read = FlowJson.read(text);
            assertEquals(flow, read, text);
            assertEquals(text, FlowJson.write(read));
            assertEquals(FlowJson.identity(flow), FlowJson.identity(read));
        }
    }

    @Test
    void unknown_members_of_a_condition_and_of_a_value_survive() throws UnreadableFlow {
        var text = """
                {"format": "signalbox.flow/1", "id": "f",
                 "tables": {"t": {"rows": {"A": "a"}, "from": "sheet"}},
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "event",
                   "when": {"all": [{"path": "trigger.data.a", "op": "eq", "value": 1, "because": "Helena asked"}], "seen": "by Ana"}},
                  {"id": "wo", "kind": "source", "type": "fracttal",
                   "settings": {"folio": {"path": "trigger.data.b", "colour": "red"},
                                "other": {"template": "{{ trigger.id }}", "colour": "blue"}}}],
                 "wires": []}
                """;
        var written = FlowJson.write(FlowJson.read(text));
        for (var kept : List.of("Helena asked", "by Ana", "sheet", "\"colour\": \"red\"", "\"colour\": \"blue\"")) {
            assertTrue(written.contains(kept), written);
        }
    }

    @Test
    void unknown_members_survive_at_every_level() throws UnreadableFlow {
        var text = """
                {
                  "format": "signalbox.flow/1",
                  "id": "f",
                  "name": "F",
                  "language": "en",
                  "zone": "UTC",
                  "nodes": [
                    {
                      "id": "trigger",
                      "kind": "trigger",
                      "type": "event",
                      "new": {
                        "path": "not.a.path"
                      }
                    },
                    {
                      "id": "wo",
                      "kind": "source",
                      "when": {
                        "op": "in the future"
                      }
                    },
                    {
                      "id": "send",
                      "kind": "connection",
                      "each": 7
                    },
                    {
                      "id": "fields",
                      "kind": "configuration",
                      "fields": [
                        {
                          "to": "1",
                          "from": "x",
                          "new": null
                        }
                      ],
                      "settings": []
                    }
                  ],
                  "wires": [
                    {
                      "from": "trigger",
                      "to": "wo",
                      "new": 1.50
                    }
                  ],
                  "layout": {
                    "trigger": {
                      "x": 1.5,
                      "y": 2,
                      "w": 200
                    },
                    "notes": [
                      {
                        "text": "x"
                      }
                    ],
                    "gone": {
                      "x": 1,
                      "y": 2
                    }
                  },
                  "samples": [
                    {
                      "name": "s",
                      "event": {},
                      "new": true
                    }
                  ],
                  "new": [
                    1
                  ]
                }
                """;
        assertEquals(text, FlowJson.write(FlowJson.read(text)));
    }

    @Test
    void a_place_that_was_changed_wins_over_what_the_file_said() throws UnreadableFlow {
        var flow = Shipped.flow(
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration'}],'layout':{'a':{'x':1}}}");
        var moved = flow.withLayout(flow.layout().with(new NodeId("a"), new Point(7, 8)));
        assertEquals(
                Value.fields("x", Value.of(7), "y", Value.of(8)),
                FlowJson.value(FlowJson.read(FlowJson.write(moved)))
                        .at("layout")
                        .at("a"));
    }

    @Test
    void what_the_file_leaves_out_is_the_least() {
        assertEquals(
                Flow.empty("f", "f", Language.EN, ZoneId.of("UTC")),
                Shipped.flow("{'format':'signalbox.flow/1','id':'f'}"));
    }

    @Test
    void its_identity_is_blind_to_the_layout_and_to_where_it_is_filed_and_to_nothing_else() {
        var flow = Shipped.flow(
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration'}],'layout':{'notes':1}}");
        var identity = FlowJson.identity(flow);
        assertEquals(64, identity.length());
        assertEquals(
                identity,
                FlowJson.identity(
                        flow.withLayout(new Layout(new LinkedHashMap<>(), Value.fields("groups", Value.of(2))))));
        assertEquals(
                identity, FlowJson.identity(flow.withLayout(flow.layout().with(new NodeId("a"), new Point(1, 1)))));
        assertEquals(
                identity, FlowJson.identity(flow.withFiling(Filing.of("Plant A/Alerts", List.of("night", "HVAC")))));
        var node = flow.node(new NodeId("a")).orElseThrow();
        for (var other : List.of(
                flow.withName("other"),
                flow.withId("other"),
                flow.withNode(node.withOff(true)),
                flow.withNodes(new LinkedHashMap<>()),
                Shipped.flow(
                        "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration'}],'new':1}"))) {
            assertNotEquals(identity, FlowJson.identity(other));
        }
    }

    /// Whatever a flow holds, the file has no member of ours whose name asks for a secret.
    @ParameterizedTest
    @ValueSource(strings = {"secret", "password", "token", "apikey", "authorization", "credential"})
    void no_member_is_made_for_a_secret(String word) {
        var flows = new RandomFlows(9);
        for (int n = 0; n < 300; n++) {
            for (var name : names(FlowJson.value(flows.flow()), new ArrayList<>())) {
                assertFalse(name.toLowerCase(Locale.ROOT).replace("-", "").contains(word), name);
            }
        }
    }

    private static List<String> names(Value value, List<String> names) {
        switch (value) {
            case Value.Fields(var fields) ->
                fields.forEach((name, member) -> {
                    names.add(name);
                    names(member, names);
                });
            case Value.Items(var items) -> items.forEach(item -> names(item, names));
            case Value.Nothing _, Value.Text _, Value.Decimal _, Value.Truth _ -> {}
        }
        return names;
    }

    @Test
    void a_flow_of_five_thousand_boxes_is_read_and_one_more_is_refused() throws UnreadableFlow {
        assertEquals(5_000, FlowJson.read(large(5_000)).nodes().size());
        var problem = assertThrows(UnreadableFlow.class, () -> FlowJson.read(large(5_001)));
        assertEquals("read.nodes", problem.key());
    }

    private static String large(int count) {
        var nodes = new StringBuilder();
        for (int n = 0; n < count; n++) {
            nodes.append(n == 0 ? "" : ",")
                    .append("{'id':'n-%d','kind':'configuration','fields':[".formatted(n))
                    .append("{'to':'1','from':{'path':'trigger.x'}},".repeat(5))
                    .append("{'to':'2','from':'x'}]}");
        }
        return ("{'format':'signalbox.flow/1','id':'f','nodes':[" + nodes + "]}").replace('\'', '"');
    }

    @Test
    void hostile_depth_costs_no_more_memory_than_text() throws UnreadableFlow {
        var deep = new StringBuilder();
        for (int n = 0; n < 58; n++) {
            deep.append("{\"").append("n".repeat(255)).append("\":");
        }
        var text = "{\"format\":\"signalbox.flow/1\",\"id\":\"f\",\"new\":" + deep + "[" + "1,".repeat(49_000) + "1]"
                + "}".repeat(58) + "}";
        var runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        var flow = FlowJson.read(text);
        long after = runtime.totalMemory() - runtime.freeMemory();
        assertEquals("f", flow.id());
        assertFalse(after - before > 400L * 1024 * 1024, "bytes: " + (after - before));
    }
}
