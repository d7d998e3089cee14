package io.signalbox.sandbox.braze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.braze.Braze;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Asking;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-in of Braze, asked by the connector.
final class BrazeStandInTest {
    private static final String RESPONSE = "f14404b3-79de-4554-9d1b-8f3c8c1b2d6e";
    private static final String TEMPLATE = "2a7c1f52-5a0e-4c55-9a1b-0d8d4b7e6f10";

    private final Asking asking;

    BrazeStandInTest() throws IOException {
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
    }

    private Outcome send(String key, String campaign, Value to, Value.Fields rows) throws Exception {
        return perform(key, "trigger-send", Calls.texts("campaign", campaign).with("to", to), rows);
    }

    private Outcome perform(String key, String operation, Value.Fields settings, Value.Fields rows) throws Exception {
        var account = Calls.account("braze", "base-url", asking.url() + "/braze");
        return asking.perform(new Braze(), new Call(account, operation, settings, rows, "run-1"), "Bearer " + key);
    }

    private Reply raw(String body) throws Exception {
        return asking.reply(
                Outgoing.json("POST", asking.url() + "/braze/campaigns/trigger/send", Calls.json(body)),
                "Bearer sandbox");
    }

    private void wrote(String who) throws Exception {
        asking.control("POST", "/inbound", "{\"vendor\":\"braze\",\"from\":\"" + who + "\",\"text\":\"hi\"}");
    }

    @Test
    void the_answer_arrives_as_a_bubble() throws Exception {
        wrote("user-1");
        var rows = Calls.texts("external_system_msg_body", "Hola");
        assertInstanceOf(Outcome.Delivered.class, send("sandbox", RESPONSE, Value.of("user-1"), rows));
        var arrived = asking.sandbox().messages().getFirst();
        assertEquals(
                List.of("user-1", "Hola", Arrived.Look.BUBBLE), List.of(arrived.to(), arrived.shown(), arrived.look()));
    }

    @Test
    void what_did_not_stop_the_rest_is_told_beside_success() throws Exception {
        wrote("user-1");
        var rows = Calls.texts("external_system_msg_body", "Hola");
        var to = Value.items(Value.of("user-1"), Value.of("unknown-7"), Value.of("user-2"));
        var delivered = assertInstanceOf(Outcome.Delivered.class, send("sandbox", RESPONSE, to, rows));
        assertEquals(
                "user 'unknown-7' does not exist, user 'user-2' has not written within 24 hours",
                delivered.output().at("errors").asText());
        assertEquals(1, asking.sandbox().messages().size());
        asking.pass(Duration.ofHours(24));
        send("sandbox", RESPONSE, Value.of("user-1"), rows);
        assertEquals(1, asking.sandbox().messages().size());
    }

    @Test
    void a_missing_property_leaves_no_gap() throws Exception {
        var outcome = send("sandbox", TEMPLATE, Value.of("user-1"), Calls.texts("wo_folio", "OT-1"));
        var errors = assertInstanceOf(Outcome.Delivered.class, outcome).output().at("errors");
        assertEquals("trigger property 'status' is missing for 'user-1'", errors.asText());
        send("sandbox", TEMPLATE, Value.of("user-1"), Calls.texts("wo_folio", "OT-1", "status", "done"));
        assertEquals(
                "Work order OT-1 is done.",
                asking.sandbox().messages().getFirst().shown());
    }

    @ParameterizedTest
    @CsvSource({
        "other-cluster, f14404b3-79de-4554-9d1b-8f3c8c1b2d6e, key",
        "no-permission, f14404b3-79de-4554-9d1b-8f3c8c1b2d6e, permission",
        "sandbox, nowhere, campaign"
    })
    void a_wrong_key_and_a_wrong_campaign_are_refused(String key, String campaign, String reason) throws Exception {
        assertEquals(reason, Calls.reason(send(key, campaign, Value.of("u"), Calls.texts("a", "b"))));
        assertEquals(List.of(), asking.sandbox().messages());
    }

    @Test
    void the_rules_of_recipients_bite() throws Exception {
        var many = "{\"external_user_id\":\"u\"},".repeat(51);
        for (var recipients : List.of(
                "[]",
                "[{\"external_user_id\":\"u\",\"email\":\"a@b.c\"}]",
                "[{\"external_user_id\":\"u\",\"send_to_existing_only\":false}]",
                "[{}]",
                "[" + many.substring(0, many.length() - 1) + "]")) {
            var reply = raw("{\"campaign_id\":\"" + TEMPLATE + "\",\"recipients\":" + recipients + "}");
            assertEquals(400, reply.status(), recipients);
        }
        assertEquals(
                400,
                raw("{\"campaign_id\":\"" + TEMPLATE
                                + "\",\"broadcast\":true,\"recipients\":[{\"external_user_id\":\"u\"}]}")
                        .status());
        assertEquals(
                201,
                raw("{\"campaign_id\":\"" + TEMPLATE + "\",\"broadcast\":true}").status());
        assertEquals("everybody", asking.sandbox().messages().getFirst().to());
    }

    @Test
    void too_many_calls_are_told_with_the_time_when_the_window_begins_anew() throws Exception {
        asking.control("POST", "/faults", "{\"vendor\":\"braze\",\"status\":429}");
        var outcome = assertInstanceOf(
                Outcome.TryLater.class, send("sandbox", RESPONSE, Value.of("u"), Calls.texts("a", "b")));
        assertEquals("rate", outcome.reason());
        assertTrue(outcome.after().isPresent());
        var reply = raw("{\"campaign_id\":\"x\"}");
        assertEquals(Optional.of("249999"), reply.header("X-RateLimit-Remaining"));
        assertEquals(Optional.of("1795273200"), reply.header("X-RateLimit-Reset"));
    }

    @Test
    void free_text_and_attributes_are_taken() throws Exception {
        wrote("user-1");
        var message = Calls.texts("to", "user-1", "text", "Hi", "app-id", "a", "subscription-group", "g");
        assertInstanceOf(Outcome.Delivered.class, perform("sandbox", "send-message", message, Value.Fields.empty()));
        var tracked = perform("sandbox", "track", Calls.texts("to", "user-1"), Calls.texts("topic", "hours"));
        assertEquals(
                "1",
                assertInstanceOf(Outcome.Delivered.class, tracked)
                        .output()
                        .at("attributes_processed")
                        .asText());
        assertEquals(
                List.of(Arrived.Look.BUBBLE, Arrived.Look.RECORD),
                asking.sandbox().messages().stream().map(Arrived::look).toList());
    }

    @Test
    void a_template_may_be_sent_at_any_time_and_arrives_filled() throws Exception {
        var settings = Calls.texts("to", "user-9", "template-name", "work_order_assigned", "template-language", "es")
                .with("app-id", Value.of("a"))
                .with("subscription-group", Value.of("g"));
        assertInstanceOf(
                Outcome.Delivered.class,
                perform("sandbox", "send-template", settings, Calls.texts("1", "OT-1", "2", "PMP-014")));
        assertEquals(
                "La orden OT-1 se le ha asignado. Equipo: PMP-014.",
                asking.sandbox().messages().getFirst().shown());
        assertEquals("refused", Calls.reason(perform("sandbox", "send-template", settings, Calls.texts("1", "OT-1"))));
        var unknown = settings.with("template-language", Value.of("fr"));
        assertEquals("refused", Calls.reason(perform("sandbox", "send-template", unknown, Calls.texts("1", "OT-1"))));
    }

    @Test
    void a_webhook_arrives_at_its_address() throws Exception {
        var settings = Calls.texts("to", "user-9", "webhook-url", "https://plant.example.com/h", "webhook-body", "x");
        assertInstanceOf(Outcome.Delivered.class, perform("sandbox", "send-webhook", settings, Value.Fields.empty()));
        var arrived = asking.sandbox().messages().getFirst();
        assertEquals("POST https://plant.example.com/h (user-9) x", arrived.to() + " " + arrived.shown());
    }
}
