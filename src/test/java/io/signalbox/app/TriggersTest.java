package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Contracts;
import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What starts flows beside the Automator's events, over the real port and into the real store.
final class TriggersTest {
    private static final String HOOK = "Q2hhbmdlbWUtMTI4LWJpdHM";
    private static final String SECRET = "s3cret-s3cret";

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

    /// A flow with this trigger that tells the stand-in what it was started for.
    private void flow(String id, String trigger) throws Exception {
        rig.run(Rig.flow("""
                {"format": "signalbox.flow/1", "id": "%s", "name": "F",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", %s},
                  {"id": "tell", "kind": "connection", "type": "http", "connection": "plain", "operation": "post",
                   "settings": {"path": "/told"}},
                  {"id": "fields", "kind": "configuration",
                   "fields": [{"to": "id", "from": {"path": "trigger.id"}}]}],
                 "wires": [{"from": "trigger", "to": "tell"}, {"from": "tell", "to": "fields"}]}
                """.formatted(id, trigger)));
    }

    private void hook(String verifier, Map<String, String> values) throws Exception {
        rig.account("plain", "http", Map.of("base-url", rig.sandbox().url() + "/http"), Map.of());
        var all = new LinkedHashMap<>(values);
        all.put("base-url", rig.sandbox().url() + "/http");
        rig.account("sender", "http", all, Map.of("secret", new Secret(SECRET)));
        flow("hooked", """
                "type": "webhook", "settings": {"hook": "%s", "verifier": "%s", "connection": "sender"}
                """.formatted(HOOK, verifier));
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        return rig.call("POST", "/hooks/" + HOOK, "", body, headers);
    }

    private static byte[] mac(String algorithm, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(mac("HmacSHA256", text));
    }

    private void assertEmpty200(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("", answer.body());
    }

    private List<Event> stored() throws InterruptedException {
        rig.settled();
        return rig.workspace().events().latest(100);
    }

    @Test
    void meta_asks_then_tells_of_messages_each_of_which_is_an_event_once() throws Exception {
        hook("meta", Map.of());
        var question = "/hooks/" + HOOK + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
        var answer = rig.call("GET", question + SECRET, "", "");
        assertEquals(200, answer.statusCode());
        assertEquals("1158201444", answer.body());
        assertEquals("text/plain", answer.headers().firstValue("content-type").orElse(""));
        var refused = rig.call("GET", question + "x", "", "");
        assertEquals(401, refused.statusCode());
        assertEquals("Bearer", refused.headers().firstValue("www-authenticate").orElse(""));

        var message = "{\"from\":\"5511999991234\",\"id\":\"wamid.%s\",\"timestamp\":\"1672947578\","
                + "\"type\":\"text\",\"text\":{\"body\":\"hi\"}}";
        var body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":"
                + "\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"1\"},\"contacts\":[{\"wa_id\":\"5511999991234\"}],"
                + "\"messages\":[" + message.formatted("A") + "," + message.formatted("B") + "]}}]}]}";
        assertEmpty200(post(body, "X-Hub-Signature-256", "sha256=" + hex(body)));
        for (int n = 0; n < 10; n++) {
            assertEmpty200(post(body, "X-Hub-Signature-256", "sha256=" + hex(body)));
        }
        assertEquals(
                401,
                post(body + " ", "X-Hub-Signature-256", "sha256=" + hex(body)).statusCode());
        var events = stored();
        assertEquals(2, events.size());
        assertEquals(2, rig.sandbox().messages().size());
        var event = events.getFirst();
        assertEquals("webhook", event.type());
        assertEquals("message_received", event.event());
        assertEquals("hi", event.data().at("text").at("body").asText());
        assertEquals("1", event.data().at("metadata").at("phone_number_id").asText());
        assertEquals(Instant.ofEpochSecond(1_672_947_578), event.occurredAt());
        // Who writes may be answered with free text.
        assertTrue(rig.workspace().contacts().lastHeardFrom("5511999991234").isPresent());
    }

    @Test
    void twilio_signs_the_address_that_the_world_knows() throws Exception {
        hook("twilio", Map.of("public-url", "https://plant.example.com/signalbox"));
        var form = "Body=Hi+there&From=whatsapp%3A%2B5511999991234&MessageSid=SM1&SmsStatus=received";
        var signed = "https://plant.example.com/signalbox/hooks/" + HOOK
                + "BodyHi thereFromwhatsapp:+5511999991234MessageSidSM1SmsStatusreceived";
        var signature = Base64.getEncoder().encodeToString(mac("HmacSHA1", signed));
        for (int n = 0; n < 2; n++) {
            assertEmpty200(
                    post(form, "Content-Type", "application/x-www-form-urlencoded", "X-Twilio-Signature", signature));
        }
        assertEquals(
                401,
                post(
                                form.replace("Hi", "Ho"),
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "X-Twilio-Signature",
                                signature)
                        .statusCode());
        var events = stored();
        assertEquals(1, events.size());
        assertEquals("Hi there", events.getFirst().data().at("Body").asText());
    }

    @Test
    void slack_asks_first_and_signs_with_the_time() throws Exception {
        hook("slack", Map.of());
        long now = Instant.now().getEpochSecond();
        var question = "{\"type\":\"url_verification\",\"challenge\":\"abc\"}";
        var asked = slack(question, now);
        assertEquals("abc", asked.body());
        var body =
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event_time\":1531420618,\"event\":{\"type\":\"message\"}}";
        assertEmpty200(slack(body, now));
        assertEmpty200(slack(body, now));
        assertEquals(401, slack(body, now - 400).statusCode());
        assertEquals(1, stored().size());
    }

    private HttpResponse<String> slack(String body, long time) throws Exception {
        return post(
                body,
                "X-Slack-Request-Timestamp",
                Long.toString(time),
                "X-Slack-Signature",
                "v0=" + hex("v0:" + time + ":" + body));
    }

    @Test
    void a_standard_webhook_is_told_what_became_of_its_event() throws Exception {
        var bytes = new byte[24];
        var secret = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        hook("standard-webhooks", Map.of());
        rig.account("sender", "http", Map.of("base-url", rig.sandbox().url()), Map.of("secret", new Secret(secret)));
        var time = Long.toString(Instant.now().getEpochSecond());
        var body = "{\"code\":\"PMP-014\"}";
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        var signature = Base64.getEncoder()
                .encodeToString(mac.doFinal(("msg_1." + time + "." + body).getBytes(StandardCharsets.UTF_8)));
        var headers = new String[] {
            "webhook-id", "msg_1", "webhook-timestamp", time, "webhook-signature", "v1,AAAA v1," + signature
        };
        var first = post(body, headers);
        assertEquals(202, first.statusCode());
        assertEquals(Value.texts(List.of("hooked")), Rig.json(first).at("matched"));
        var again = post(body, headers);
        assertEquals(Value.of(true), Rig.json(again).at("duplicate"));
        assertEquals(Rig.json(first).at("eventId"), Rig.json(again).at("eventId"));
        assertEquals(1, stored().size());
    }

    @Test
    void okta_asks_with_a_header_and_sends_several_events_at_once() throws Exception {
        hook("okta", Map.of());
        var asked = rig.call("GET", "/hooks/" + HOOK, "", "", "x-okta-verification-challenge", "abc123");
        assertEquals(Json.parse("{\"verification\":\"abc123\"}"), Rig.json(asked));
        var body = Json.write(Contracts.json("okta/event-hook-delivery.json").at("delivery"));
        assertEmpty200(post(body, "Authorization", SECRET));
        assertEmpty200(post(body, "Authorization", SECRET));
        assertEquals(
                "user.lifecycle.create",
                stored().getFirst().data().at("eventType").asText());
        assertEquals(1, stored().size());
    }

    @Test
    void whoever_is_not_let_in_learns_nothing() throws Exception {
        hook("header", Map.of());
        var genuine = post("{\"a\":1}", "X-API-Key", SECRET);
        assertEquals(202, genuine.statusCode());
        var wrong = post("{\"a\":1}", "X-API-Key", "x");
        var broken = post("not json", "X-API-Key", "x");
        var unknown = rig.call("POST", "/hooks/" + HOOK + "x", "", "{}", "X-API-Key", SECRET);
        rig.account("sender", "http", Map.of("base-url", rig.sandbox().url()), Map.of("secret", new Secret("")));
        var empty = post("{}", "X-API-Key", "");
        rig.workspace().accounts().remove("sender");
        var without = post("{}", "X-API-Key", SECRET);
        for (var refused : List.of(wrong, broken, unknown, empty, without)) {
            assertEquals(401, refused.statusCode());
            assertEquals(wrong.body(), refused.body());
        }
        assertEquals(1, stored().size());
    }

    @Test
    void a_genuine_body_that_cannot_be_read_is_told_where() throws Exception {
        hook("header", Map.of());
        var broken = post("{\"a\":\n  x}", "X-API-Key", SECRET);
        assertEquals(400, broken.statusCode());
        assertEquals(Value.of(2), Rig.json(broken).at("line"));
        var picture = post("x", "X-API-Key", SECRET, "Content-Type", "image/png");
        assertEquals(415, picture.statusCode());
        assertEquals(0, stored().size());
    }

    @Test
    void cloud_events_come_in_three_ways_and_are_the_same_event() throws Exception {
        rig.account("plain", "http", Map.of("base-url", rig.sandbox().url() + "/http"), Map.of());
        flow("waits", """
                "type": "event", "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}
                """);
        var token = rig.token(Scope.EVENTS);
        var event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/plant\",\"type\":\"tasks.work_orders.new_wo\","
                + "\"subject\":\"OT-1496\",\"time\":\"2026-11-21T14:03:11Z\",\"site\":\"Área\",\"data\":{\"wo_folio\":\"OT-1496\"}}";
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(new String(
                                Contracts.bytes("cloudevents/cloudevents.schema.json"), StandardCharsets.UTF_8))
                        .validate(event, InputFormat.JSON));
        var structured = rig.call("POST", "/events", token, event, "Content-Type", "application/cloudevents+json");
        assertEquals(202, structured.statusCode());
        assertEquals(Value.texts(List.of("waits")), Rig.json(structured).at("matched"));
        var batch = rig.call(
                "POST",
                "/events",
                token,
                "[" + event + "," + event.replace("\"id\":\"1\"", "\"id\":\"2\"") + "]",
                "Content-Type",
                "application/cloudevents-batch+json");
        assertEquals(202, batch.statusCode());
        var receipts = Rig.json(batch).asItems();
        assertEquals(Rig.json(structured).at("eventId"), receipts.getFirst().at("eventId"));
        assertEquals(Value.of(true), receipts.getFirst().at("duplicate"));
        assertEquals(Value.of(false), receipts.get(1).at("duplicate"));
        var binary = rig.call(
                "POST",
                "/events",
                token,
                "{\"wo_folio\":\"OT-1496\"}",
                "Content-Type",
                "application/json; charset=utf-8",
                "ce-specversion",
                "1.0",
                "ce-id",
                "3",
                "ce-source",
                "/plant",
                "ce-type",
                "tasks.work_orders.new_wo",
                "ce-subject",
                "OT-1496",
                "ce-time",
                "2026-11-21T14:03:11Z",
                "ce-site",
                "%C3%81rea");
        assertEquals(202, binary.statusCode(), binary.body());
        var encoded = Base64.getEncoder().encodeToString("{\"wo_folio\":\"OT-1496\"}".getBytes(StandardCharsets.UTF_8));
        var base64 = rig.call(
                "POST",
                "/events",
                token,
                event.replace("\"id\":\"1\"", "\"id\":\"4\"")
                        .replace("\"data\":{\"wo_folio\":\"OT-1496\"}", "\"data_base64\":\"" + encoded + "\""),
                "Content-Type",
                "application/cloudevents+json");
        assertEquals(202, base64.statusCode(), base64.body());
        var events = stored();
        assertEquals(4, events.size());
        var first = events.getLast();
        for (var other : events) {
            assertEquals(first.data(), other.data());
            assertEquals(first.attributes(), other.attributes());
            assertEquals(first.entity(), other.entity());
            assertEquals(first.occurredAt(), other.occurredAt());
        }
    }

    @Test
    void what_is_no_cloud_event_is_refused_whole() throws Exception {
        var token = rig.token(Scope.EVENTS);
        var good = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/p\",\"type\":\"a.b.c\"}";
        var type = new String[] {"Content-Type", "application/cloudevents-batch+json"};
        var second = rig.call("POST", "/events", token, "[" + good + "," + good.replace("a.b.c", "a.b") + "]", type);
        assertEquals(422, second.statusCode());
        assertEquals(Value.of(1), Rig.json(second).at("index"));
        assertEquals(Value.of("type"), Rig.json(second).at("member"));
        assertEquals(422, rig.call("POST", "/events", token, good, type).statusCode());
        assertEquals(202, rig.call("POST", "/events", token, "[]", type).statusCode());
        for (var missing : List.of("id", "source", "type")) {
            var without = Json.write(Json.parse(good).asFields().without(missing));
            var answer = rig.call("POST", "/events", token, without, "Content-Type", "application/cloudevents+json");
            assertEquals(422, answer.statusCode());
            assertEquals(Value.of(missing), Rig.json(answer).at("member"));
        }
        var old = rig.call(
                "POST", "/events", token, good.replace("1.0", "0.3"), "Content-Type", "application/cloudevents+json");
        assertEquals(Value.of("specversion"), Rig.json(old).at("member"));
        var picture = rig.call(
                "POST",
                "/events",
                token,
                "x",
                "Content-Type",
                "image/png",
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/p",
                "ce-type",
                "a.b.c");
        assertEquals(415, picture.statusCode());
        assertEquals(0, stored().size());
    }

    @Test
    void a_person_starts_a_flow_with_a_payload() throws Exception {
        rig.account("plain", "http", Map.of("base-url", rig.sandbox().url() + "/http"), Map.of());
        flow(
                "by-hand",
                "\"type\": \"manual\", \"when\": {\"all\": [{\"path\": \"trigger.data.go\", \"op\": \"true\"}]}");
        var token = rig.token(Scope.FLOW_RUN);
        var started = rig.call("POST", "/api/v1/flows/by-hand/run", token, "{\"go\":true}");
        assertEquals(202, started.statusCode(), started.body());
        assertEquals(Value.texts(List.of("by-hand")), Rig.json(started).at("matched"));
        var again = rig.call("POST", "/api/v1/flows/by-hand/run", token, "{\"go\":true}");
        assertNotEquals(Rig.json(started).at("eventId"), Rig.json(again).at("eventId"));
        var not = rig.call("POST", "/api/v1/flows/by-hand/run", token, "");
        assertEquals(Value.texts(List.of()), Rig.json(not).at("matched"));
        assertEquals(
                404, rig.call("POST", "/api/v1/flows/none/run", token, "{}").statusCode());
        assertEquals(
                422, rig.call("POST", "/api/v1/flows/by-hand/run", token, "[]").statusCode());
        assertEquals(
                403,
                rig.call("POST", "/api/v1/flows/by-hand/run", rig.token(Scope.EVENTS), "{}")
                        .statusCode());
        var events = stored();
        assertEquals(3, events.size());
        assertEquals("manual", events.getFirst().type());
        assertEquals(2, rig.sandbox().messages().size());
        var command = Value.fields("command", Value.of("run"), "flow", Value.of("by-hand"))
                .with("payload", Value.fields("go", Value.of(true)));
        var shell = rig.executor().commands().apply(command);
        assertEquals(Value.texts(List.of("by-hand")), shell.at("matched"));
    }

    @Test
    void the_clock_of_the_running_executor_starts_a_schedule() throws Exception {
        rig.account("plain", "http", Map.of("base-url", rig.sandbox().url() + "/http"), Map.of());
        flow("often", "\"type\": \"schedule\", \"settings\": {\"cron\": \"* * * * *\"}");
        Rig.await(() -> !rig.workspace().triggers().all().isEmpty());
        var hand = rig.workspace().triggers().all().getFirst();
        assertTrue(hand.due().isAfter(Instant.now().minusSeconds(1)));
        // As if the machine had slept through its time.
        rig.executor().stop();
        rig.workspace().triggers().set(hand.withDue(Instant.now().minusSeconds(3_600)));
        rig.executor().start();
        Rig.await(() -> !rig.workspace().events().latest(1).isEmpty());
        assertEquals(1, stored().size());
        assertEquals("schedule", stored().getFirst().type());
        assertEquals(Value.of(true), stored().getFirst().data().at("late"));
    }
}
