package io.signalbox.connector.fracttal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Calls;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HubDocumentTest {
    private static final String SIMPLE = """
            {"format": "signalbox.flow/1", "id": "alert", "name": "Alert", "language": "en", "zone": "UTC",
             "tables": {"p": {"rows": {"HIGH": "High"}, "otherwise": "-"}},
             "nodes": [
               {"id": "trigger", "kind": "trigger", "type": "event",
                "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"},
                "when": {"all": [{"path": "trigger.data.real_duration", "op": "gt", "value": 60},
                                 {"path": "trigger.data.code", "op": "eq", "value": "PMP-014"}]}},
               {"id": "wo", "kind": "source", "type": "fracttal", "connection": "fracttal-main",
                "operation": "find-work-order", "settings": {"folio": {"path": "trigger.data.wo_folio"}}},
               {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main",
                "operation": "send-template",
                "settings": {"template": "wo_assigned", "language": "en", "to": "5511999991234"}},
               {"id": "fields", "kind": "configuration", "fields": [
                 {"to": "1", "from": {"path": "wo.personnel_description", "apply": ["upper"]}, "fallback": "you"},
                 {"to": "2", "from": {"template": "WO {{ wo.wo_folio | trim }}"}},
                 {"to": "3", "from": {"path": "wo.priorities_description", "apply": ["lookup:p"]}}]}],
             "wires": [{"from": "trigger", "to": "wo"}, {"from": "wo", "to": "send"}, {"from": "send", "to": "fields"}]}
            """;

    private static Flow flow(String json) {
        try {
            return FlowJson.read(json);
        } catch (UnreadableFlow broken) {
            throw new IllegalArgumentException(json, broken);
        }
    }

    @Test
    void four_parts_become_source_transform_and_target() {
        var made = HubDocument.of(flow(SIMPLE));
        assertEquals(List.of(), made.refused());
        assertEquals(List.of(new HubDocument.Note("trigger", "exact", "trigger.data.code")), made.differing());
        var document = made.document();
        assertEquals("etl.etl_update", document.at("method").asText());
        assertEquals("develop", document.at("params").at("environment").asText());
        assertEquals(Value.of(false), document.at("x-signalbox").at("verified"));
        var config = document.at("params").at("config");
        assertEquals(Calls.json("""
                {"module": "fracttal", "connection": "fracttal-main", "action": "find-work-order",
                 "settings": {"folio": {"var": "trigger.data.wo_folio"}}}"""), config.at("source"));
        assertEquals(Calls.json("""
                {"if": [
                  {"and": [{"and": [{">": [{"var": "trigger.data.real_duration"}, 60]},
                                    {"===": [{"var": "trigger.data.code"}, "PMP-014"]}]}]},
                  {"rename": [
                    [{"if": [{"!": [{"missing": ["wo.personnel_description"]}]},
                             {"case": [{"var": "wo.personnel_description"}, "upper"]}, "you"]}, "1", "string"],
                    [{"cat": ["WO ", {"trim": [{"var": "wo.wo_folio"}, " ", "all"]}]}, "2", "string"],
                    [{"if": [{"===": [{"var": "wo.priorities_description"}, "HIGH"]}, "High", "-"]}, "3", "string"]]},
                  null]}"""), config.at("transform"));
        assertEquals(
                "5511999991234", config.at("target").at("settings").at("to").asText());
    }

    @Test
    void what_cannot_be_asked_stays_silent_and_is_listed() {
        var made = HubDocument.of(
                flow(SIMPLE.replace("\"op\": \"gt\", \"value\": 60", "\"op\": \"lastN\", \"value\": 3")));
        assertEquals(
                List.of(new HubDocument.Note("trigger", "condition", "trigger.data.real_duration lastN")),
                made.refused());
        assertTrue(made.document().asText().contains("false"), made.document().asText());
        assertEquals(
                Value.items(Value.of(false)),
                made.document()
                        .at("params")
                        .at("config")
                        .at("transform")
                        .at("if")
                        .at(0)
                        .at("and"));
    }

    @Test
    void a_second_source_a_branch_and_a_function_of_ours_are_refused() throws IOException {
        var shipped = HubDocument.of(
                flow(Files.readString(Path.of("flows/reading-out-of-range-to-whatsapp.signalbox.json"))));
        assertEquals(
                List.of("recipient source", "request more", "fields unknown", "send unknown"),
                shipped.refused().stream()
                        .map(note -> note.node() + " " + note.key())
                        .toList());
        var order = HubDocument.of(flow(Files.readString(Path.of("flows/new-work-order-to-whatsapp.signalbox.json"))));
        assertTrue(
                order.refused().contains(new HubDocument.Note("fields", "function", "3: shorten:60")),
                order.refused().toString());
        var polled =
                HubDocument.of(flow(Files.readString(Path.of("flows/urgent-request-poll-to-whatsapp.signalbox.json"))));
        assertEquals(
                new HubDocument.Note("trigger", "trigger", "poll"),
                polled.refused().getFirst());
    }
}
