package io.signalbox.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Function;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.RandomFlows;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema says what the reader takes and the writer writes.
final class FlowSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Shipped.schema());

    private static List<String> wrong(String text) {
        return SCHEMA.validate(text, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    static List<Path> flows() {
        return Shipped.flows();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void every_shipped_flow_is_valid(Path file) {
        assertEquals(List.of(), wrong(Shipped.text(file)));
    }

    @Test
    void whatever_is_written_is_valid() {
        var flows = new RandomFlows(21);
        for (int n = 0; n < 1_000; n++) {
            var text = FlowJson.write(flows.flow());
            assertEquals(List.of(), wrong(text), text);
        }
    }

    @Test
    void unknown_members_are_allowed_everywhere() {
        assertEquals(List.of(), wrong("""
                        {"format": "signalbox.flow/1", "id": "f", "new": 1,
                         "nodes": [{"id": "trigger", "kind": "trigger", "type": "event", "new": 1,
                                    "when": {"all": [{"path": "trigger.x", "op": "empty", "new": 1}], "new": 1}},
                                   {"id": "c", "kind": "configuration", "new": 1, "fields": [{"to": "1", "from": "x", "new": 1}]}],
                         "wires": [{"from": "trigger", "to": "c", "new": 1}],
                         "layout": {"trigger": {"x": 1, "y": 2, "new": 1}, "new": 1},
                         "tables": {"t": {"rows": {}, "new": 1}},
                         "samples": [{"name": "x", "event": {}, "new": 1}]}"""));
    }

    @Test
    void its_closed_lists_are_those_of_the_program() throws JsonProblem {
        var defs = Json.parse(Shipped.schema()).at("$defs");
        assertEquals(
                Arrays.stream(Operator.values()).map(Operator::key).toList(),
                texts(defs.at("operator").at("enum")));
        assertEquals(
                Arrays.stream(Condition.As.values()).map(Condition.As::key).toList(),
                texts(defs.at("condition").at("properties").at("as").at("enum")));
        assertEquals(
                Stream.concat(Stream.of(""), Arrays.stream(Language.values()).map(Language::tag))
                        .toList(),
                texts(Json.parse(Shipped.schema())
                        .at("properties")
                        .at("language")
                        .at("enum")));
        var pattern = defs.at("call").at("pattern").asText();
        assertEquals(
                Arrays.stream(Function.values()).map(Function::key).toList(),
                List.of(pattern.substring(pattern.indexOf('(') + 1, pattern.indexOf(')'))
                        .split("\\|", -1)));
        for (var mode : Condition.Mode.values()) {
            assertNotEquals(
                    Value.nothing(), defs.at("condition").at("properties").at(mode.key()));
        }
    }

    @Test
    void what_a_person_adds_in_the_designer_is_described() throws JsonProblem {
        var defs = Json.parse(Shipped.schema()).at("$defs");
        assertNotEquals(Value.nothing(), defs.at("node").at("properties").at(Node.NOTES));
        assertNotEquals(Value.nothing(), defs.at("condition").at("properties").at(Condition.UNSEEN));
        assertNotEquals(Value.nothing(), defs.at("condition").at("properties").at("responsible"));
        var layout = defs.at("layout").at("properties");
        assertNotEquals(Value.nothing(), layout.at("notes"));
        assertNotEquals(Value.nothing(), layout.at("groups"));
    }

    @Test
    void what_the_executor_goes_by_is_described_and_comes_back_as_it_was() throws JsonProblem, UnreadableFlow {
        var schema = Json.parse(Shipped.schema());
        var described = schema.at("$defs").at("node").at("properties").at("ifUnknown");
        assertEquals(List.of("resend", "wait", "park"), texts(described.at("examples")));
        assertNotEquals(Value.nothing(), schema.at("properties").at("maxAgeHours"));
        var text = """
                {"format": "signalbox.flow/1", "id": "f", "maxAgeHours": 48,
                 "nodes": [{"id": "a", "kind": "connection", "type": "http", "ifUnknown": "park"}]}""";
        assertEquals(List.of(), wrong(text));
        var again = FlowJson.read(FlowJson.write(FlowJson.read(text)));
        assertEquals("48", again.extra().at("maxAgeHours").asText());
        assertEquals(
                "park",
                again.node(new NodeId("a"))
                        .orElseThrow()
                        .extra()
                        .at("ifUnknown")
                        .asText());
    }

    @Test
    void a_node_with_notes_comes_back_as_it_was() throws UnreadableFlow {
        var text = """
                {"format": "signalbox.flow/1", "id": "f",
                 "nodes": [{"id": "a", "kind": "source", "notes": "Ask Helena\\nbefore changing"}]}""";
        assertEquals(List.of(), wrong(text));
        var written = FlowJson.write(FlowJson.read(text));
        assertEquals(List.of(), wrong(written));
        assertEquals(
                "Ask Helena\nbefore changing",
                FlowJson.read(written).node(new NodeId("a")).orElseThrow().notes());
    }

    private static List<String> texts(Value list) {
        return list.asItems().stream().map(Value::asText).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{'format':'signalbox.flow/2','id':'f'}",
                "{'format':'signalbox.clip/1','id':'f'}",
                "{'format':'signalbox.flow/1'}",
                "{'format':'signalbox.flow/1','id':'Not an id'}",
                "{'format':'signalbox.flow/1','id':'f','name':5}",
                "{'format':'signalbox.flow/1','id':'f','language':'de'}",
                "{'format':'signalbox.flow/1','id':'f','tables':[]}",
                "{'format':'signalbox.flow/1','id':'f','tables':{'t':{'rows':[]}}}",
                "{'format':'signalbox.flow/1','id':'f','nodes':{}}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[5]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'kind':'source'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'branch'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'trigger','kind':'source'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'t','kind':'trigger'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'source','off':'yes'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'source','each':'Not.a.path'}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'source','settings':{'x':{'path':'a..b'}}}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'source','settings':{'x':{'path':'a','apply':['shout']}}}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','fields':[5]}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','fields':[{'to':1}]}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','when':{'path':'a','op':'like'}}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','when':{'op':'eq'}}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','when':{'all':{}}}]}",
                "{'format':'signalbox.flow/1','id':'f','nodes':[{'id':'a','kind':'configuration','when':{'path':'a','op':'eq','as':'money'}}]}",
                "{'format':'signalbox.flow/1','id':'f','wires':[{'from':'a'}]}",
                "{'format':'signalbox.flow/1','id':'f','layout':[]}",
                "{'format':'signalbox.flow/1','id':'f','samples':[{'event':[]}]}",
                "{'format':'signalbox.flow/1','id':'f','samples':[{'replies':{'No id':1}}]}"
            })
    void a_broken_file_is_refused_by_schema_and_reader_alike(String text) {
        var json = text.replace('\'', '"');
        assertThrows(UnreadableFlow.class, () -> FlowJson.read(json));
        assertNotEquals(List.of(), wrong(json));
    }
}
