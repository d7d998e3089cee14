package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EventsTest {
    private static final String EVENT =
            "{\"id\":\"e-1\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"data\":{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\"}}";

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

    @Test
    void an_accepted_event_is_answered_with_its_id_and_the_flows_that_run() throws Exception {
        rig.run(Rig.sample());
        var answer = rig.call("POST", "/events", token, EVENT);
        assertEquals(202, answer.statusCode());
        assertEquals(
                List.of(Value.of("new-wo-whatsapp")),
                Rig.json(answer).at("matched").asItems());
        assertEquals(Value.of(false), Rig.json(answer).at("duplicate"));
        assertEquals(
                "accepted 1 = sent 1 + suppressed 0 + waiting 0 + failed 0",
                rig.settled().toString());
        assertEquals("5511999991234", rig.sandbox().messages().getFirst().to());
    }

    @Test
    void the_same_identity_again_is_the_same_event() throws Exception {
        rig.run(Rig.sample());
        var first = Rig.json(rig.call("POST", "/events", token, EVENT));
        var again = Rig.json(rig.call("POST", "/events", token, EVENT));
        assertEquals(first.at("eventId"), again.at("eventId"));
        assertEquals(Value.of(true), again.at("duplicate"));
        assertEquals(first.at("matched"), again.at("matched"));
        assertEquals(1, rig.settled().accepted());
        assertEquals(1, rig.sandbox().messages().size());
    }

    @Test
    void without_an_identity_nothing_is_taken_for_a_repeat() throws Exception {
        var event = EVENT.replace("\"id\":\"e-1\",", "");
        var first = Rig.json(rig.call("POST", "/events", token, event));
        var second = Rig.json(rig.call("POST", "/events", token, event));
        assertNotEquals(first.at("eventId"), second.at("eventId"));
        assertEquals(
                "accepted 2 = sent 0 + suppressed 2 + waiting 0 + failed 0",
                rig.settled().toString());
    }

    @Test
    void several_events_are_answered_in_their_order_and_stored_whole_or_not_at_all() throws Exception {
        var other = EVENT.replace("e-1", "e-2");
        var answer = rig.call("POST", "/events", token, "{\"events\":[" + EVENT + "," + other + "," + EVENT + "]}");
        assertEquals(202, answer.statusCode());
        var receipts = Rig.json(answer).asItems();
        assertEquals(3, receipts.size());
        assertEquals(receipts.get(0).at("eventId"), receipts.get(2).at("eventId"));
        assertEquals(Value.of(true), receipts.get(2).at("duplicate"));

        var broken = rig.call(
                "POST", "/events", token, "{\"events\":[" + EVENT.replace("e-1", "e-9") + ",{\"module\":\"tasks\"}]}");
        assertEquals(422, broken.statusCode());
        assertEquals(Value.of(1), Rig.json(broken).at("index"));
        assertEquals(2, rig.settled().accepted());
    }

    @Test
    void a_structured_cloud_event_is_an_event() throws Exception {
        rig.run(Rig.sample());
        var event =
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/plant\",\"type\":\"tasks.work_orders.new_wo\",\"subject\":\"OT-1496\",\"time\":\"2026-11-21T14:03:11Z\",\"site\":\"A\",\"data\":{\"wo_folio\":\"OT-1496\",\"code_responsible\":\"HR-22\"}}";
        var answer = rig.call(
                "POST", "/events", token, event, "Content-Type", "application/cloudevents+json; charset=utf-8");
        assertEquals(202, answer.statusCode());
        var again = rig.call("POST", "/events", token, event, "Content-Type", "application/cloudevents+json");
        assertEquals(Value.of(true), Rig.json(again).at("duplicate"));
        rig.settled();
        var stored = rig.workspace()
                .events()
                .find(Rig.json(answer).at("eventId").asText())
                .orElseThrow();
        assertEquals("OT-1496", stored.entity());
        assertEquals("2026-11-21T14:03:11Z", stored.occurredAt().toString());
        assertEquals(Value.fields("site", Value.of("A")), stored.attributes());

        var foreign = event.replace("tasks.work_orders.new_wo", "com.example.thing.happened");
        var refused = rig.call("POST", "/events", token, foreign, "Content-Type", "application/cloudevents+json");
        assertEquals(422, refused.statusCode());
        assertEquals(Value.of("type"), Rig.json(refused).at("member"));
    }

    @Test
    void who_may_not_post_learns_it_and_nothing_is_stored() throws Exception {
        assertEquals(401, rig.call("POST", "/events", "", EVENT).statusCode());
        assertEquals(401, rig.call("POST", "/events", "sbx_wrong", EVENT).statusCode());
        assertEquals(
                403,
                rig.call("POST", "/events", rig.token(Scope.FLOW_READ), EVENT).statusCode());
        assertEquals(404, rig.call("POST", "/nowhere", token, EVENT).statusCode());
        var wrong = rig.call("DELETE", "/events", token, "");
        assertEquals(405, wrong.statusCode());
        assertEquals("POST, OPTIONS", wrong.headers().firstValue("allow").orElse(""));
        assertEquals(0, rig.workspace().events().ledger().accepted());
    }

    @Test
    void what_cannot_be_taken_is_refused_with_its_place() throws Exception {
        var broken = rig.call("POST", "/events", token, "{\"module\":\"tasks\",\n  \"submodule\" \"work_orders\"}");
        assertEquals(400, broken.statusCode());
        assertEquals(
                "application/problem+json",
                broken.headers().firstValue("content-type").orElse(""));
        assertEquals(Value.of(2), Rig.json(broken).at("line"));
        assertFalse(Rig.json(broken).at("detail").isMissing());

        var single = rig.call("POST", "/events", token, "{\"events\": {}}");
        assertEquals(422, single.statusCode());
        assertEquals(Value.of("events"), Rig.json(single).at("member"));

        var twice =
                rig.call("POST", "/events", token, EVENT.replace("\"id\":\"e-1\"", "\"id\":\"e-1\",\"id\":\"e-2\""));
        assertEquals(400, twice.statusCode());
        assertEquals(
                400,
                rig.call("POST", "/events", token, "[".repeat(100) + "]".repeat(100))
                        .statusCode());
        assertEquals(400, rig.call("POST", "/events", token, EVENT + "{}").statusCode());
        assertEquals(
                400,
                rig.call("POST", "/events", token, EVENT.replace("\"OT-1496\"", "1e999999999"))
                        .statusCode());
        assertEquals(
                415,
                rig.call("POST", "/events", token, EVENT, "Content-Type", "text/plain")
                        .statusCode());
        assertEquals(
                413,
                rig.call("POST", "/events", token, "{\"x\":\"" + "a".repeat(1_100_000) + "\"}")
                        .statusCode());

        var missing =
                rig.call("POST", "/events", token, "{\"module\":\"tasks\",\"submodule\":\"work_orders\",\"data\":{}}");
        assertEquals(422, missing.statusCode());
        assertEquals(Value.of("event"), Rig.json(missing).at("member"));
        assertEquals(
                422,
                rig.call(
                                "POST",
                                "/events",
                                token,
                                EVENT.replace("{\"wo_folio\"", "[{\"wo_folio\"").replace("}}", "}]}"))
                        .statusCode());
        assertEquals(
                422,
                rig.call("POST", "/events", token, EVENT.replace("\"data\"", "\"occurredAt\":\"yesterday\",\"data\""))
                        .statusCode());
        assertEquals(0, rig.workspace().events().ledger().accepted());
    }

    @Test
    void a_page_in_a_browser_cannot_post_even_with_a_token() throws Exception {
        assertEquals(
                403,
                rig.call("POST", "/events", token, EVENT, "Origin", "https://evil.example")
                        .statusCode());
        var uri = URI.create(rig.executor().status().address());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var request = "POST /events HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + EVENT.length()
                    + "\r\nConnection: close\r\n\r\n"
                    + EVENT;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
        assertEquals(0, rig.workspace().events().ledger().accepted());
    }

    @Test
    void a_webhook_with_its_secret_starts_its_flow_and_everything_else_is_answered_alike() throws Exception {
        rig.account(
                "hook-main",
                "http",
                Map.of("base-url", rig.sandbox().url() + "/http"),
                Map.of("secret", new Secret("s3cret")));
        var hook = "Q2hhbmdlbWUtMTI4LWJpdHM";
        var flow = Rig.flow("""
                {"format": "signalbox.flow/1", "id": "hooked", "name": "Hooked",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "webhook",
                   "settings": {"hook": "%s", "verifier": "bearer", "connection": "hook-main"}},
                  {"id": "tell", "kind": "connection", "type": "http", "connection": "hook-main", "operation": "post",
                   "settings": {"path": "/told"}},
                  {"id": "fields", "kind": "configuration",
                   "fields": [{"to": "asset.code", "from": {"path": "trigger.data.code"}},
                              {"to": "line", "from": {"path": "trigger.attributes.line"}}]}],
                 "wires": [{"from": "trigger", "to": "tell"}, {"from": "tell", "to": "fields"}]}
                """.formatted(hook));
        rig.run(flow);
        var accepted = rig.call("POST", "/hooks/" + hook + "?line=2", "s3cret", "{\"code\":\"PMP-014\"}");
        assertEquals(202, accepted.statusCode());
        assertEquals(1, rig.settled().sent());
        assertEquals(
                Json.parse("{\"asset\":{\"code\":\"PMP-014\"},\"line\":\"2\"}"),
                Json.parse(rig.sandbox().messages().getFirst().body()));

        var wrong = rig.call("POST", "/hooks/" + hook, "other", "{}");
        var unknown = rig.call("POST", "/hooks/" + hook + "x", "s3cret", "{}");
        var probed = rig.call("GET", "/hooks/" + hook, "", "");
        rig.workspace().flows().switchOff("hooked");
        rig.executor().live().reload();
        var off = rig.call("POST", "/hooks/" + hook, "s3cret", "{}");
        for (var refused : List.of(wrong, unknown, probed, off)) {
            assertEquals(401, refused.statusCode());
            assertEquals(wrong.body(), refused.body());
        }
        assertEquals(1, rig.workspace().events().ledger().accepted());
    }
}
