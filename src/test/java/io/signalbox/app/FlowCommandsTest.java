package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `check`, `preview`, `rehearse`: what a flow file would do.
final class FlowCommandsTest extends CommandBench {
    @Test
    void check_finds_nothing_in_the_shipped_flow_and_names_what_is_wrong_in_another() throws Exception {
        var good = run("", "check", flow.toString());
        assertEquals(0, good.code());
        assertTrue(
                good.err().contains("Not checked") && good.err().contains("fracttal-main, whatsapp-main"), good.err());
        var broken = write("broken.json", FlowJson.write(Rig.sample()).replace("wo.code_responsible", "later.code"));
        var checked = run("", "check", broken.toString(), "--json");
        assertEquals(1, checked.code());
        assertEquals("person", checked.json().at(0).at("node").asText());
        assertEquals("settings.code", checked.json().at(0).at("field").asText());
        var unreadable = write("unreadable.json", "{\n  \"format\": \"signalbox.flow/1\",\n  \"id\": 7\n}");
        var refused = run("", "check", unreadable.toString());
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("Line 3, column 9"), refused.err());
        assertEquals(
                2, run("", "check", folder.resolve("nowhere.json").toString()).code());
        assertEquals(2, run("", "check").code());
    }

    @Test
    void a_template_is_counted_where_its_connection_leads_to_the_service_that_has_it() throws Exception {
        var counted =
                write("counted.json", FlowJson.write(Rig.sample()).replace("\"to\": \"2\"", "\"to\": \"footer\""));
        // A file alone does not say whose template it means, and another service may have one of the same name.
        assertEquals(0, run("", "check", counted.toString()).code());
        try (var rig = new Rig(data)) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(data);
            var tested = run("", "connection", "test", "whatsapp-main", "--data", data.toString());
            assertTrue(tested.out().contains("Templates fetched: "), tested.out() + tested.err());
            var refused = run("", "import", counted.toString(), "--enable", "--data", data.toString());
            assertEquals(1, refused.code());
            var sentence = "The template wants 5 values, you map 5. Missing or not in the template: 2, footer.";
            assertTrue((refused.out() + refused.err()).contains(sentence), refused.out() + refused.err());
        }
    }

    @Test
    void check_speaks_of_fields_as_the_form_does_and_says_what_would_set_it_right() throws Exception {
        var text = FlowJson.write(Rig.sample())
                .replace("wo.code_responsible", "later.code_responsible")
                .replace("\"template\": \"wo_assigned\",", "\"colour\": \"red\",");
        var checked = run("", "check", write("words.json", text).toString(), "--json");
        assertEquals(
                "“Responsible code” refers to “later”, which is not in this flow.",
                checked.json().at(0).at("text").asText());
        var told = checked.json().asItems().stream()
                .map(one -> one.at("text").asText() + " " + one.at("repair").asText())
                .toList();
        assertTrue(told.contains("“Template name / Content SID” is empty. "), told::toString);
        assertTrue(
                told.contains("The service knows no setting “colour”; it is ignored. Delete the setting “colour”"),
                told::toString);
        var french = run("", "check", folder.resolve("words.json").toString(), "--lang", "fr");
        assertTrue(french.out().contains("[Supprimer "), french.out());
        assertTrue(french.out().contains("Nom du modèle"), french.out());
    }

    @Test
    void preview_shows_every_clause_and_the_exact_request_and_sends_nothing() throws Exception {
        var shown = run("", "preview", flow.toString(), "--event", event.toString(), "--json");
        assertEquals(0, shown.code());
        var request = shown.json().at("requests").at(0).at("request");
        assertEquals("POST", request.at("method").asText());
        assertEquals(
                "Bearer ••••••••", request.at("headers").at("Authorization").asText());
        assertEquals("5511999991234", request.at("body").at("to").asText());
        assertEquals(
                2,
                shown.json()
                        .at("steps")
                        .at(0)
                        .at("conditions")
                        .at("parts")
                        .asItems()
                        .size());
        assertEquals(2, shown.json().at("fetches").asItems().size());

        var reply = write("person.json", "{\"full_name\": \"Zoe\", \"phone\": \"+44 20 7946 0000\"}");
        var replaced = run(
                "", "preview", flow.toString(), "--event", event.toString(), "--reply", "person=" + reply, "--json");
        assertEquals(
                "442079460000",
                replaced.json()
                        .at("requests")
                        .at(0)
                        .at("request")
                        .at("body")
                        .at("to")
                        .asText());

        var nobody = write("nobody.json", "{\"phone\": \"+44 20 7946 0000\"}");
        var fails = run("", "preview", flow.toString(), "--event", event.toString(), "--reply", "person=" + nobody);
        assertEquals(1, fails.code());
        assertTrue(fails.out().contains("1 is missing"), fails.out());

        var stranger = run("", "preview", flow.toString(), "--event", event.toString(), "--reply", "persn=" + nobody);
        assertEquals(2, stranger.code());
        assertTrue(stranger.err().contains("There is no node “persn” in the flow"), stranger.err());
    }

    @Test
    void check_tells_of_every_file_though_one_cannot_be_read() throws Exception {
        var broken = write("broken.json", "{");
        var faulty = write("faulty.json", FlowJson.write(Rig.sample()).replace("find-person", "find-nobody"));
        var told = run("", "check", broken.toString(), faulty.toString(), "--json");
        assertEquals(2, told.code());
        assertEquals("person", told.json().at(0).at("node").asText());
        assertTrue(told.err().contains("broken.json"), told.err());
    }

    @Test
    void rehearse_counts_names_the_excluding_clause_and_compares_two_versions() throws Exception {
        var events = Files.createDirectory(folder.resolve("events"));
        int at = 0;
        for (var sample : Rig.sample().samples()) {
            Files.writeString(
                    events.resolve(at++ + ".json"),
                    Json.write(Value.fields("event", sample.event()).with("replies", replies(sample.replies()))));
        }
        var other =
                write("other.json", FlowJson.write(Rig.sample()).replace("\"value\": \"LOW\"", "\"value\": \"HIGH\""));
        var rehearsed = run(
                "",
                "rehearse",
                flow.toString(),
                "--events",
                events.toString(),
                "--against",
                other.toString(),
                "--json");
        assertEquals(0, rehearsed.code(), rehearsed.err());
        assertEquals(Value.of(5), rehearsed.json().at("events"));
        assertEquals(Value.of(4), rehearsed.json().at("matched"));
        assertEquals(Value.of(2), rehearsed.json().at("messages"));
        assertTrue(
                rehearsed.json().at("excluded").at(0).at("clause").asText().contains("priorities_description ne LOW"));
        assertEquals(
                "removed", rehearsed.json().at("differences").at(0).at("kind").asText());
    }

    /// Not only what was posted in the Automator's form, and with all that a condition may ask of it.
    @Test
    void rehearse_takes_every_event_of_the_workspace_as_it_came_in() throws Exception {
        var asked = FlowJson.write(Rig.sample())
                .replace("\"path\": \"trigger.data.code_responsible\"", "\"path\": \"trigger.attributes.site\"");
        var byHand = """
                {"format": "signalbox.flow/1", "id": "by-hand", "name": "By hand", "nodes": [
                 {"id": "trigger", "kind": "trigger", "type": "manual"}], "wires": []}""";
        try (var rig = new Rig(data)) {
            rig.run(Rig.flow(byHand));
            rig.executor().engineOrIdle().inbox().manual("by-hand", Value.Fields.empty());
            var cloudEvent = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/plant\",\"site\":\"A\","
                    + "\"type\":\"tasks.work_orders.new_wo\",\"data\":{\"priorities_description\":\"HIGH\"}}";
            var token = rig.token(Scope.EVENTS);
            var answer = rig.call("POST", "/events", token, cloudEvent, "Content-Type", "application/cloudevents+json");
            assertEquals(202, answer.statusCode(), answer.body());
            rig.settled();
        }
        var rehearsed = workspace("", "rehearse", write("asked.json", asked).toString(), "--json");
        assertEquals(0, rehearsed.code(), rehearsed.err());
        assertEquals(Value.of(2), rehearsed.json().at("events"));
        assertEquals(Value.of(1), rehearsed.json().at("matched"));
    }

    private static Value replies(Map<NodeId, Value> replies) {
        var fields = Value.Fields.empty();
        for (var reply : replies.entrySet()) {
            fields = fields.with(reply.getKey().value(), reply.getValue());
        }
        return fields;
    }
}
