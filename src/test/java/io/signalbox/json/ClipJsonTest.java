package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.flow.Clip;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.RandomFlows;
import java.util.LinkedHashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClipJsonTest {
    private static final String CLIP = """
            {
              "format": "signalbox.clip/1",
              "nodes": [
                {
                  "id": "wo",
                  "kind": "source",
                  "type": "fracttal",
                  "connection": "fracttal-main",
                  "operation": "find-work-order",
                  "new": 1
                }
              ],
              "wires": [],
              "layout": {
                "wo": {
                  "x": 40,
                  "y": 80
                },
                "notes": [
                  {
                    "id": "note",
                    "text": "Ask Marta",
                    "x": 8,
                    "y": 16,
                    "colour": "red"
                  }
                ],
                "groups": [
                  {
                    "id": "group",
                    "name": "Urgent",
                    "nodes": [
                      "wo",
                      "note"
                    ],
                    "new": true
                  }
                ]
              },
              "new": 2
            }
            """;

    @Test
    void a_clip_is_written_as_it_was_read() throws UnreadableFlow {
        assertEquals(CLIP, ClipJson.write(ClipJson.read(CLIP)));
    }

    @Test
    void whatever_is_copied_is_read_back_the_same_and_fits_the_schema() throws UnreadableFlow {
        var schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of("urn:signalbox:schema:flow:1", Shipped.schema())))
                .getSchema(Shipped.schema("clip"));
        var flows = new RandomFlows(31);
        for (int n = 0; n < 1_000; n++) {
            var flow = flows.flow();
            var chosen = new LinkedHashSet<NodeId>();
            flow.nodes().keySet().stream().filter(_ -> flows.dice().oneIn(2)).forEach(chosen::add);
            flow.layout().notes().keySet().stream()
                    .filter(_ -> flows.dice().oneIn(2))
                    .forEach(chosen::add);
            var clip = Clip.of(flow, chosen);
            var text = ClipJson.write(clip);
            assertEquals(clip, ClipJson.read(text), text);
            assertEquals(
                    "[]",
                    schema.validate(text, InputFormat.JSON).stream()
                            .map(Error::toString)
                            .toList()
                            .toString());
        }
    }

    @Test
    void a_whole_flow_file_is_a_clip_of_all_of_it() throws UnreadableFlow {
        var flow = new RandomFlows(5).flow();
        assertEquals(Clip.of(flow), ClipJson.read(FlowJson.write(flow)));
    }

    @Test
    void a_text_that_is_nearly_a_clip_says_where_it_is_wrong() {
        var broken = CLIP.replace("\"source\"", "\"sauce\"");
        var problem = assertThrows(UnreadableFlow.class, () -> ClipJson.read(broken));
        assertEquals(6, problem.line());
        assertEquals("read.kind", problem.key());
        assertTrue(ClipJson.isMeant(broken));
        assertFalse(ClipJson.isMeant("Dear Marta, …"));
        assertThrows(UnreadableFlow.class, () -> ClipJson.read("Dear Marta, …"));
    }

    @Test
    void a_newer_format_is_refused_by_name() {
        var problem = assertThrows(UnreadableFlow.class, () -> ClipJson.read("{\"format\": \"signalbox.clip/2\"}"));
        assertEquals("read.format.newer", problem.key());
    }

    @Test
    void what_does_not_look_like_a_note_is_kept_and_not_drawn() throws UnreadableFlow {
        var text = """
                {
                  "format": "signalbox.flow/1",
                  "id": "f",
                  "name": "f",
                  "language": "en",
                  "zone": "UTC",
                  "nodes": [],
                  "wires": [],
                  "layout": {
                    "notes": [
                      {
                        "id": "note",
                        "text": "x",
                        "x": 1,
                        "y": 2
                      },
                      {
                        "text": "no place"
                      },
                      {
                        "id": "note",
                        "text": "the same id again",
                        "x": 1,
                        "y": 2
                      }
                    ],
                    "groups": "none"
                  }
                }
                """;
        var flow = FlowJson.read(text);
        assertEquals(1, flow.layout().notes().size());
        assertEquals(text, FlowJson.write(flow));
    }
}
