package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.RunState;
import io.signalbox.engine.StepResult;
import io.signalbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryTest {
    private static final String FREE_TEXT = """
            {"format": "signalbox.flow/1", "id": "free-text", "name": "Answer in free text",
             "nodes": [
              {"id": "trigger", "kind": "trigger", "type": "event",
               "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
              {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main",
               "operation": "send-text",
               "settings": {"to": {"path": "trigger.data.phone", "apply": ["phone-digits:55"]},
                            "text": {"template": "WO {{ trigger.data.wo_folio }}"}}}],
             "wires": [{"from": "trigger", "to": "send"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;
    private String token;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
        token = rig.token(Scope.EVENTS);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void post(String event, String data) throws Exception {
        var body = "{\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"" + event + "\",\"data\":" + data
                + "}";
        assertEquals(202, rig.call("POST", "/events", token, body).statusCode());
    }

    private void wrote(String from, String text) throws Exception {
        var body =
                "{\"module\":\"whatsapp\",\"submodule\":\"messages\",\"event\":\"message_received\",\"data\":{\"from\":\""
                        + from + "\",\"text\":{\"body\":\"" + text + "\"}}}";
        assertEquals(202, rig.call("POST", "/events", token, body).statusCode());
    }

    private static String workOrder(String folio, String responsible) {
        return "{\"wo_folio\":\"" + folio + "\",\"code_responsible\":\"" + responsible + "\"}";
    }

    @Test
    void each_sample_of_the_shipped_flow_ends_as_it_says() throws Exception {
        rig.run(Rig.sample());
        for (var sample : Rig.sample().samples()) {
            rig.call("POST", "/events", token, Json.write(sample.event()));
        }
        assertEquals(
                "accepted 5 = sent 2 + suppressed 3 + waiting 0 + failed 0",
                rig.settled().toString());
        assertEquals(2, rig.sandbox().messages().size());
        var sent = rig.sandbox().messages().stream()
                .filter(one -> one.to().equals("5511999991234"))
                .findFirst();
        assertTrue(
                sent.orElseThrow().shown().contains("Marta Jaramillo"),
                sent.get().shown());
    }

    @Test
    void a_busy_service_is_called_again_and_the_message_goes_out_once() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"whatsapp\",\"code\":130429,\"times\":1}");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        var ledger = rig.settled();
        assertEquals(1, ledger.sent());
        assertEquals(1, rig.sandbox().messages().size());
        var run = rig.workspace()
                .runs()
                .find(rig.workspace().runs().latest("", 1).getFirst().id())
                .orElseThrow();
        var step = run.steps().stream()
                .filter(one -> one.step().toString().equals("fields"))
                .findFirst();
        assertEquals(2, step.orElseThrow().attempt());
        assertEquals(26, step.get().key().length());
    }

    @Test
    void a_refused_message_fails_the_run_with_the_vendors_reason() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"whatsapp\",\"code\":132001,\"times\":1}");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        assertEquals(1, rig.settled().failed());
        var run = rig.workspace().runs().latest("", 1).getFirst();
        assertEquals(RunState.FAILED, run.state());
        assertEquals("template-unknown", run.reason());
    }

    @Test
    void a_sleeping_run_goes_on_after_a_restart_without_asking_the_sources_again() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"whatsapp\",\"status\":429,\"retryAfter\":2,\"times\":1}");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        Rig.await(() -> rig.workspace().runs().latest("", 1).getFirst().state() == RunState.WAITING);
        rig.restart();
        // Were the sources asked again, they would answer with a fault now.
        rig.fault("{\"vendor\":\"fracttal\",\"status\":500,\"times\":10}");
        assertEquals(
                "accepted 1 = sent 1 + suppressed 0 + waiting 0 + failed 0",
                rig.settled().toString());
        assertEquals(1, rig.sandbox().messages().size());
    }

    @Test
    void an_expired_token_is_renewed_once() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"fracttal\",\"status\":401,\"times\":1}");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        assertEquals(1, rig.settled().sent());
    }

    @Test
    void free_text_goes_only_to_who_wrote_in_the_last_day() throws Exception {
        rig.run(Rig.flow(FREE_TEXT));
        post("new_wo", "{\"wo_folio\":\"OT-1\",\"phone\":\"(11) 99999-1234\"}");
        assertEquals(1, rig.settled().suppressed());
        assertEquals("window", rig.workspace().runs().latest("", 1).getFirst().reason());

        wrote("5511999991234", "Is OT-1 done?");
        sandboxHeard("5511999991234");
        post("new_wo", "{\"wo_folio\":\"OT-1\",\"phone\":\"(11) 99999-1234\"}");
        assertEquals(1, rig.settled().sent());
        assertEquals("WO OT-1", rig.sandbox().messages().getFirst().text());
    }

    private void sandboxHeard(String from) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(rig.sandbox().url() + "/sandbox/inbound"))
                                .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"" + from + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void who_asked_to_be_left_alone_is_and_may_change_their_mind() throws Exception {
        rig.run(Rig.sample());
        wrote("5511999991234", "SAIR");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        rig.settled();
        assertEquals("opt-out", rig.workspace().runs().latest("", 1).getFirst().reason());
        wrote("5511999991234", "Thank you");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        assertEquals(4, rig.settled().suppressed());
        wrote("5511999991234", "Iniciar");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        assertEquals(1, rig.settled().sent());
    }

    @Test
    void a_flow_that_is_switched_off_sends_nothing_more() throws Exception {
        rig.run(Rig.sample());
        rig.fault("{\"vendor\":\"whatsapp\",\"status\":429,\"retryAfter\":1,\"times\":1}");
        post("new_wo", workOrder("OT-1496", "HR-22"));
        Rig.await(() -> rig.workspace().runs().latest("", 1).getFirst().state() == RunState.WAITING);
        rig.workspace().flows().switchOff("new-wo-whatsapp");
        rig.executor().live().reload();
        assertEquals(1, rig.settled().suppressed());
        assertEquals("flow-off", rig.workspace().runs().latest("", 1).getFirst().reason());
        assertEquals(0, rig.sandbox().messages().size());
    }

    @Test
    void what_a_run_did_can_be_read_afterwards_without_secrets() throws Exception {
        rig.run(Rig.sample());
        post("new_wo", workOrder("OT-1496", "HR-22"));
        rig.settled();
        var run = rig.workspace()
                .runs()
                .find(rig.workspace().runs().latest("", 1).getFirst().id())
                .orElseThrow();
        var step = run.steps().stream()
                .filter(one -> one.step().toString().equals("fields"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                step.result() instanceof StepResult.Answered(var _, var id) && id.startsWith("wamid."),
                step.toString());
        assertEquals(
                "Bearer ••••••••",
                step.request().at("headers").at("Authorization").asText());
        assertEquals("5511999991234", step.request().at("body").at("to").asText());
    }
}
