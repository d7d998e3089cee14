package io.signalbox.connector.braze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes to Braze, against the published examples, and what its answers mean.
final class BrazeTest {
    private static final Value EXAMPLES = Contracts.json("braze/trigger-send-examples.json");
    private static final String CAMPAIGN = "00000000-0000-0000-0000-000000000000";

    private final Braze braze = new Braze();

    private static Call call(String operation, Value.Fields settings, Value.Fields rows) {
        return new Call(Calls.account("braze"), operation, settings, rows, "run-1");
    }

    private static Value.Fields campaign(Value to, String... more) {
        return Calls.texts("campaign", CAMPAIGN)
                .with("to", to)
                .with("recipient-kind", Value.of(more.length > 0 ? more[0] : "external-user-id"))
                .with("alias-label", Value.of(more.length > 1 ? more[1] : ""))
                .with("existing-only", Value.of(more.length > 2 ? more[2] : "true"));
    }

    private Value sent(Value.Fields settings, Value.Fields rows) throws CallProblem {
        return Calls.body(braze.encode(call("trigger-send", settings, rows)));
    }

    private String refused(Value.Fields settings, Value.Fields rows) {
        return assertThrows(CallProblem.class, () -> sent(settings, rows)).key();
    }

    @Test
    void the_documented_call_is_made_to_the_campaign_and_not_to_messages_send() throws CallProblem {
        var outgoing = braze.encode(call(
                "trigger-send",
                campaign(Value.of("user-1")),
                Calls.texts("external_system_msg_body", "Hola, ¿en qué puedo ayudarte?")));
        assertEquals(
                "POST https://rest.iad-01.braze.com/campaigns/trigger/send", outgoing.method() + " " + outgoing.url());
        assertEquals(EXAMPLES.at("seed 003 shape"), Calls.body(outgoing));
        assertEquals(new Auth.Bearer("rest-key"), braze.auth(Calls.account("braze")));
    }

    @Test
    void every_published_cluster_is_a_choice() {
        var hosts = EXAMPLES.at("hosts").asItems().stream()
                .map(host -> "https://" + host.asText())
                .sorted()
                .toList();
        assertEquals(hosts, Clusters.ALL.stream().map(Clusters::base).sorted().toList());
        assertEquals(
                "http://127.0.0.1:1/braze",
                braze.base(Calls.account("braze", "cluster", "fra-01", "base-url", "http://127.0.0.1:1/braze")));
        assertEquals("https://rest.fra-01.braze.eu", braze.base(Calls.account("braze", "cluster", "fra-01")));
    }

    @Test
    void a_recipient_is_exactly_one_of_id_alias_and_mail() throws CallProblem {
        var alias = sent(campaign(Value.of("a"), "user-alias", "b"), Calls.texts("wo", "WO-1"));
        assertEquals(EXAMPLES.at("alias").at("recipients"), alias.at("recipients"));
        var mail = sent(campaign(Value.of("ana@example.com"), "email"), Value.Fields.empty());
        assertEquals(
                Calls.json("[{\"email\":\"ana@example.com\",\"prioritization\":[\"most_recently_updated\"]}]"),
                mail.at("recipients"));
        assertEquals("alias.label", refused(campaign(Value.of("a"), "user-alias", ""), Value.Fields.empty()));
    }

    @Test
    void nobody_is_never_everybody() {
        for (var nobody :
                new Value[] {Value.nothing(), Value.of(""), Value.of("  "), Value.items(), Value.items(Value.of(""))}) {
            assertEquals("recipients.none", refused(campaign(nobody), Value.Fields.empty()));
        }
    }

    @Test
    void a_list_goes_in_one_call_up_to_fifty() throws CallProblem {
        var fifty = IntStream.range(0, 50).mapToObj(n -> Value.of("u" + n)).toList();
        var recipients =
                sent(campaign(new Value.Items(fifty)), Calls.texts("a", "b")).at("recipients");
        assertEquals(50, recipients.asItems().size());
        assertEquals("b", recipients.at(49).at("trigger_properties").at("a").asText());
        var more = new Value.Items(
                IntStream.range(0, 51).mapToObj(n -> Value.of("u" + n)).toList());
        assertEquals("recipients.many", refused(campaign(more), Value.Fields.empty()));
        var same = new Value.Items(Collections.nCopies(60, Value.of("u")));
        assertEquals(
                1,
                sent(campaign(same), Value.Fields.empty())
                        .at("recipients")
                        .asItems()
                        .size());
    }

    @Test
    void a_new_person_needs_attributes() throws CallProblem {
        assertEquals(
                "attributes.needed",
                refused(campaign(Value.of("u"), "external-user-id", "", "false"), Calls.texts("a", "b")));
        var rows = Calls.texts("a", "b", "attributes.phone", "5511");
        var recipient = sent(campaign(Value.of("u"), "external-user-id", "", "false"), rows)
                .at("recipients")
                .at(0);
        assertEquals(Calls.json("""
                        {"external_user_id":"u","trigger_properties":{"a":"b"},"send_to_existing_only":false,
                         "attributes":{"phone":"5511"}}"""), recipient);
        assertEquals("alias.existing", refused(campaign(Value.of("u"), "user-alias", "l", "false"), rows));
    }

    @ParameterizedTest
    @CsvSource({"external_system_msg+body", "1st", "a.b", "attributes.a-b", "''"})
    void a_name_that_no_message_can_say_is_refused(String name) {
        assertEquals("property.name", refused(campaign(Value.of("u")), Calls.texts(name, "x")));
    }

    @Test
    void free_text_and_attributes_go_where_they_are_documented() throws CallProblem {
        var text = braze.encode(call(
                "send-message",
                Calls.texts("to", "u", "text", "Hi", "app-id", "app", "subscription-group", "group"),
                Value.Fields.empty()));
        assertEquals("https://rest.iad-01.braze.com/messages/send", text.url());
        assertEquals(Calls.json("""
                        {"external_user_ids":["u"],"messages":{"whats_app":{"app_id":"app",
                         "subscription_group_id":"group","message_type":"text_response_message",
                         "message":{"body":"Hi"}}}}"""), Calls.body(text));
        var track =
                braze.encode(call("track", Calls.texts("to", "u"), Calls.texts("topic", "hours", "attributes.n", "1")));
        assertEquals("https://rest.iad-01.braze.com/users/track", track.url());
        assertEquals(Calls.json("""
                        {"attributes":[{"external_id":"u","_update_existing_only":true,"topic":"hours","n":"1"}]}"""), Calls.body(track));
        assertEquals(
                "attributes.none",
                assertThrows(
                                CallProblem.class,
                                () -> braze.encode(call("track", Calls.texts("to", "u"), Value.Fields.empty())))
                        .key());
    }

    private Value direct(String operation, Value.Fields settings, Value.Fields rows) throws CallProblem {
        var outgoing = braze.encode(call(operation, settings.with("to", Value.of("u")), rows));
        assertEquals("https://rest.iad-01.braze.com/messages/send", outgoing.url());
        return Calls.body(outgoing);
    }

    @Test
    void a_template_counts_its_places_from_nought() throws CallProblem {
        var settings = Calls.texts("template-name", "t", "template-language", "es", "app-id", "a");
        var rows = Calls.texts("1", "OT-1", "2", "PMP-014", "header.1", "Hi", "button.1", "wo/OT-1");
        assertEquals(Calls.json("""
                        {"external_user_ids":["u"],"messages":{"whats_app":{"app_id":"a","subscription_group_id":"",
                         "message_type":"template_message","message":{"template_name":"t",
                         "template_language_code":"es","header_variables":{"0":"Hi"},
                         "body_variables":{"0":"OT-1","1":"PMP-014"},"button_variables":{"1":"wo/OT-1"}}}}}"""), direct("send-template", settings, rows));
        var picture = direct("send-template", settings, Calls.texts("header.image", "https://example.com/a.png"))
                .at("messages")
                .at("whats_app")
                .at("message");
        assertEquals("https://example.com/a.png", picture.at("header_media_uri").asText());
        assertEquals(Value.nothing(), picture.at("body_variables"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, x, variable",
        "01, x, variable",
        "name, x, variable",
        "button.10, x, variable",
        "button.0, button.1, variable.buttons",
        "header.1, header.image, variable.header"
    })
    void a_row_that_no_template_has_is_refused(String row, String other, String key) {
        var rows = other.equals("x") ? Calls.texts(row, "v") : Calls.texts(row, "v", other, "v");
        assertEquals(
                key,
                assertThrows(CallProblem.class, () -> direct("send-template", Value.Fields.empty(), rows))
                        .key());
    }

    @Test
    void a_webhook_goes_to_people_by_alias_too() throws CallProblem {
        var settings = Calls.texts(
                "recipient-kind", "user-alias", "alias-label", "phone", "webhook-url", "https://plant.example.com/h");
        assertEquals(
                Calls.json("""
                        {"user_aliases":[{"alias_name":"u","alias_label":"phone"}],"messages":{"webhook":{
                         "url":"https://plant.example.com/h","request_method":"POST","body":"x"}}}"""),
                direct("send-webhook", settings.with("webhook-body", Value.of("x")), Value.Fields.empty()));
        var open = settings.with("webhook-url", Value.of("http://plant.example.com/h"));
        assertEquals(
                "webhook.url",
                assertThrows(CallProblem.class, () -> direct("send-webhook", open, Value.Fields.empty()))
                        .key());
    }

    @Test
    void none_of_the_three_is_ever_for_everybody_or_for_more_than_fifty() {
        var many = new Value.Items(
                IntStream.range(0, 51).mapToObj(n -> Value.of("u" + n)).toList());
        for (var operation : new String[] {"send-message", "send-template", "send-webhook"}) {
            for (var kind : new String[] {"external-user-id", "user-alias"}) {
                var settings = Calls.texts(
                        "recipient-kind", kind, "alias-label", "l", "webhook-url", "https://plant.example.com/h");
                assertEquals("recipients.none", problem(operation, settings.with("to", Value.items())));
                assertEquals("recipients.many", problem(operation, settings.with("to", many)));
            }
        }
    }

    private String problem(String operation, Value.Fields settings) {
        return assertThrows(CallProblem.class, () -> braze.encode(call(operation, settings, Value.Fields.empty())))
                .key();
    }

    private Outcome decode(int status, Value body, String... headers) {
        var all = new LinkedHashMap<String, String>();
        for (int at = 0; at < headers.length; at += 2) {
            all.put(headers[at], headers[at + 1]);
        }
        return braze.decode(
                call("trigger-send", Value.Fields.empty(), Value.Fields.empty()),
                new Reply(status, Map.copyOf(all), body));
    }

    @Test
    void errors_beside_success_stay_in_the_output() {
        var taken = assertInstanceOf(Outcome.Delivered.class, decode(201, EXAMPLES.at("response_201")));
        assertEquals("d1234", taken.externalId());
        var partly =
                Calls.json("{\"message\":\"success\",\"dispatch_id\":\"d\",\"errors\":[\"user 'x' does not exist\"]}");
        var delivered = assertInstanceOf(Outcome.Delivered.class, decode(201, partly));
        assertEquals(
                "user 'x' does not exist", delivered.output().at("errors").at(0).asText());
        assertEquals("no-success", Calls.reason(decode(200, Calls.json("{\"ok\":true}"))));
    }

    @ParameterizedTest
    @CsvSource({
        "400, response_400, campaign",
        "401, response_401, key",
        "403, response_401, permission",
        "404, response_404, address",
        "413, response_404, large",
        "415, response_404, status",
        "429, response_404, rate",
        "500, response_404, unavailable",
        "502, response_404, unavailable",
        "503, response_404, unavailable",
        "504, response_404, unavailable"
    })
    void every_documented_answer_lands_in_its_class(int status, String body, String reason) {
        var outcome = decode(status, EXAMPLES.at(body));
        assertEquals(reason, Calls.reason(outcome));
        boolean later = EXAMPLES.at("retryable_status").asItems().contains(Value.of(status));
        assertEquals(later, outcome instanceof Outcome.TryLater);
    }

    @Test
    void too_many_calls_wait_until_the_window_begins_anew() {
        var date = "Sat, 21 Nov 2026 14:00:00 GMT";
        var outcome = decode(429, Value.nothing(), "X-RateLimit-Reset", "1795273200", "Date", date);
        assertEquals(
                Optional.of(Duration.ofHours(1)),
                assertInstanceOf(Outcome.TryLater.class, outcome).after());
        for (var reset : new String[] {"soon", "", "-5", "99999999999999"}) {
            assertEquals(
                    Optional.empty(),
                    assertInstanceOf(
                                    Outcome.TryLater.class,
                                    decode(429, Value.nothing(), "X-RateLimit-Reset", reset, "Date", date))
                            .after());
        }
    }

    @Test
    void a_composed_message_tells_its_properties() {
        var message = "Hi {{ api_trigger_properties.${ name } | default: 'you' }}: {{api_trigger_properties.${wo}}}";
        assertEquals("[name, wo]", BrazeRules.places(message).sequencedKeySet().toString());
        assertEquals("Hi Ana: OT-1", BrazeRules.filled(message, name -> name.equals("wo") ? "OT-1" : "Ana"));
        assertFalse(BrazeRules.places("{{${first_name}}}").containsKey("first_name"));
    }

    @Test
    void what_the_documented_webhook_sends_breaks_with_a_quote() {
        var liquid = Contracts.json("braze/inbound-webhook-example.json");
        assertEquals(
                liquid.at("after_liquid"),
                Calls.json(liquid.at("liquid_template")
                        .asText()
                        .replace("{{${user_id}}}", "user-1")
                        .replace("{{${phone_number}}}", "+5511999991234")
                        .replace("{{whats_app.${inbound_message_body}}}", "Quiero abrir una OT")));
        assertEquals(
                "user-1",
                Calls.json(Json.write(liquid.at("after_liquid"))).at("user_id").asText());
    }
}
