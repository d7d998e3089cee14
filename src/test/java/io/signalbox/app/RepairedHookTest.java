package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Calls;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a template broke is repaired only where the trigger allows it, and the run shows how.
final class RepairedHookTest {
    private static final String HOOK = "YnJva2VuLWpzb24taG9vaw";
    private static final String BROKEN = """
            {
              "user_id": "user-1",
              "message": "It says "E-12"
            and stops"
            }""";

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void flow(String repair) throws Exception {
        rig.run(Rig.flow("""
                {"format": "signalbox.flow/1", "id": "hooked", "name": "F",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "webhook",
                   "settings": {"hook": "%s", "verifier": "header", "connection": "braze-main"%s}},
                  {"id": "tell", "kind": "connection", "type": "http", "connection": "desk-main", "operation": "post",
                   "settings": {"path": "/told"}},
                  {"id": "fields", "kind": "configuration",
                   "fields": [{"to": "said", "from": {"path": "trigger.data.message"}}]}],
                 "wires": [{"from": "trigger", "to": "tell"}, {"from": "tell", "to": "fields"}]}
                """.formatted(HOOK, repair)));
    }

    private HttpResponse<String> post(String body) throws Exception {
        return rig.call("POST", "/hooks/" + HOOK, "", body, "X-API-Key", "sandbox-hook");
    }

    @Test
    void without_leave_it_is_refused_with_what_and_where() throws Exception {
        flow("");
        var answer = post(BROKEN);
        assertEquals(400, answer.statusCode());
        var problem = Calls.json(answer.body());
        assertEquals("3", problem.at("line").asText());
        assertEquals("23", problem.at("column").asText());
        assertEquals(3, problem.at("repairs").asItems().size());
        assertTrue(problem.at("detail").asText().contains("“Repair broken JSON”"), answer.body());
        rig.settled();
        assertEquals(List.of(), rig.workspace().events().latest(10));
    }

    @Test
    void with_leave_it_is_read_as_meant_and_the_run_tells_every_change() throws Exception {
        flow(", \"repair\": \"true\"");
        assertEquals(202, post(BROKEN).statusCode());
        rig.settled();
        var event = rig.workspace().events().latest(10).getFirst();
        assertEquals("It says \"E-12\"\nand stops", event.data().at("message").asText());
        var repairs = event.attributes().at(Event.REPAIRED);
        assertEquals(3, repairs.asItems().size());
        assertEquals(
                Calls.json("{\"line\":3,\"column\":23,\"what\":\"escape\",\"before\":\"\\\"\",\"after\":\"\\\\\\\"\"}"),
                repairs.at(0));
        assertEquals(1, rig.sandbox().messages().size());
    }

    @Test
    void whole_json_says_nothing_of_repairs_and_what_is_unclear_is_refused_all_the_same() throws Exception {
        flow(", \"repair\": \"true\"");
        assertEquals(202, post("{\"message\": \"fine\"}").statusCode());
        assertEquals(400, post("{\"message\": \"one\", \"user_id\": \"a\", \"user_id\": \"b\"}").statusCode());
        assertEquals(400, post("{\"message\": ").statusCode());
        rig.settled();
        var events = rig.workspace().events().latest(10);
        assertEquals(1, events.size());
        assertEquals(Value.nothing(), events.getFirst().attributes().at(Event.REPAIRED));
    }
}
