package io.signalbox.connector.twilio;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TwilioTest {
    private static final String CONTENT = "HX0123456789abcdef0123456789ABCDEF";

    private final Twilio twilio = new Twilio();

    private static Account account(String... more) {
        var all = new String[more.length + 4];
        System.arraycopy(new String[] {"account-sid", "AC1", "sender", "+1 415 523-8886"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Calls.account("twilio", all);
    }

    private static Call template(Account account, Value.Fields rows) {
        return new Call(account, "send-template", texts("template", CONTENT, "to", "5511999991234"), rows, "key-1");
    }

    @Test
    void a_content_goes_out_as_a_form_with_its_variables_as_json() throws CallProblem {
        var outgoing = twilio.encode(template(
                account("status-callback", "https://plant.example/hooks/abc"), texts("1", "Ana", "name", "12/1")));
        assertEquals("https://api.twilio.com/2010-04-01/Accounts/AC1/Messages.json", outgoing.url());
        var body = assertInstanceOf(Outgoing.FormBody.class, outgoing.body());
        assertEquals(
                Map.of(
                        "To", "whatsapp:+5511999991234",
                        "From", "whatsapp:+14155238886",
                        "ContentSid", CONTENT,
                        "StatusCallback", "https://plant.example/hooks/abc?step=key-1"),
                body.fields());
        assertEquals(Map.of("ContentVariables", texts("1", "Ana", "name", "12/1")), body.json());
    }

    @Test
    void a_messaging_service_may_choose_the_sender() throws CallProblem {
        var service = Calls.account("twilio", "account-sid", "AC1", "messaging-service-sid", "MG1");
        var body = (Outgoing.FormBody)
                twilio.encode(template(service, Value.Fields.empty())).body();
        assertEquals("MG1", body.fields().get("MessagingServiceSid"));
        assertFalse(body.fields().containsKey("From"));
        assertTrue(body.json().isEmpty(), "no variables without places");
        var none = Calls.account("twilio", "account-sid", "AC1");
        var problem = assertThrows(CallProblem.class, () -> twilio.encode(template(none, Value.Fields.empty())));
        assertEquals("sender.none", problem.key());
    }

    @Test
    void free_text_goes_out_with_its_picture() throws CallProblem {
        var call = new Call(
                account(),
                "send-text",
                texts("to", "5511999991234", "text", "Hello\nthere", "link", "https://x.example/a.jpg"),
                Value.Fields.empty(),
                "k");
        var body = (Outgoing.FormBody) twilio.encode(call).body();
        assertEquals("Hello\nthere", body.fields().get("Body"));
        assertEquals("https://x.example/a.jpg", body.fields().get("MediaUrl"));
    }

    @Test
    void an_api_key_signs_in_place_of_the_account() {
        assertEquals(new Auth.Basic("AC1", "auth-token"), twilio.auth(account()));
        assertEquals(new Auth.Basic("SK1", "api-secret"), twilio.auth(account("api-key", "SK1")));
    }

    static List<List<Object>> unsendable() {
        var many = Value.Fields.empty();
        for (int variable = 1; variable <= 101; variable++) {
            many = many.with(Integer.toString(variable), Value.of("x"));
        }
        return List.of(
                List.of("variables.many", many),
                List.of("variable.name", texts("a name", "x")),
                List.of("variable.name", texts("button.0", "x")),
                List.of("variable.name", texts("x".repeat(17), "x")),
                List.of("variable.empty", texts("1", "  ")),
                List.of("variable.long", texts("1", "x".repeat(1601))));
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void variables_that_twilio_would_refuse_are_not_sent(List<Object> keyAndRows) {
        var rows = (Value.Fields) keyAndRows.get(1);
        var problem = assertThrows(CallProblem.class, () -> twilio.encode(template(account(), rows)));
        assertEquals(keyAndRows.getFirst(), problem.key());
    }

    @Test
    void a_templates_name_belongs_elsewhere() {
        assertEquals(Optional.of("whatsapp"), twilio.homeOf("wo_assigned"));
        assertEquals(Optional.empty(), twilio.homeOf(CONTENT));
        var call = new Call(
                account(), "send-template", texts("template", "wo_assigned", "to", "1"), Value.Fields.empty(), "k");
        assertEquals(
                "template.name",
                assertThrows(CallProblem.class, () -> twilio.encode(call)).key());
    }

    @Test
    void every_published_reply_is_a_message() {
        var published = Contracts.json("twilio/message-create-201-examples.json");
        for (var reply : published.asFields().fields().values()) {
            var outcome = twilio.decode(
                    template(account(), Value.Fields.empty()), Calls.reply(201, io.signalbox.json.Json.write(reply)));
            assertEquals(
                    reply.at("sid").asText(),
                    assertInstanceOf(Outcome.Delivered.class, outcome).externalId());
        }
    }

    @Test
    void every_code_of_the_contract_has_its_class_and_its_words() {
        var codes = Contracts.json("twilio/error-codes.json");
        for (var code : codes.at("retryable").asFields().fields().keySet()) {
            assertInstanceOf(Outcome.TryLater.class, error(400, code), code);
        }
        for (var code : codes.at("permanent").asFields().fields().keySet()) {
            var refused = assertInstanceOf(Outcome.Refused.class, error(500, code), code);
            assertNotEquals("status", refused.reason(), code);
            for (var language : Language.values()) {
                assertNotEquals(
                        "error." + refused.reason(),
                        Connectors.found().explain("twilio", refused.reason(), language, "x"));
            }
        }
        assertEquals("unavailable", Calls.reason(error(503, "99999")));
        assertEquals("rate", Calls.reason(error(429, "99999")));
        assertEquals("token", Calls.reason(error(401, "99999")));
    }

    private Outcome error(int status, String code) {
        return twilio.decode(
                template(account(), Value.Fields.empty()),
                Calls.reply(status, "{\"code\": " + code + ", \"message\": \"m\", \"status\": " + status + "}"));
    }

    @Test
    void contents_are_listed_page_by_page_at_the_accounts_own_address() throws CallProblem {
        var list = twilio.templates().orElseThrow();
        assertEquals(
                "https://content.twilio.com/v1/ContentAndApprovals?PageSize=100",
                list.ask(account(), "").url());
        var page = assertInstanceOf(TemplateList.Page.class, list.read(Calls.reply(200, """
                {"contents": [{"sid": "HX1", "friendly_name": "wo", "language": "es",
                   "types": {"twilio/text": {"body": "Hi {{1}}"}}, "approval_requests": {"status": "approved"}}],
                 "meta": {"next_page_url": "https://evil.example/x?PageSize=1&Page=1&PageToken=PT1"}}""")));
        assertEquals(
                "https://content.twilio.com/v1/ContentAndApprovals?PageSize=1&Page=1&PageToken=PT1",
                list.ask(account(), page.next().orElseThrow()).url());
        var text = page.templates().getFirst();
        assertEquals(
                List.of("HX1", "wo", "es", TemplateText.Status.APPROVED),
                List.of(text.name(), text.title(), text.language(), text.status()));
        var strange = list.read(Calls.reply(
                200, "{\"contents\": [], \"meta\": {\"next_page_url\": \"https://x.example/?a=@evil.example/\"}}"));
        assertEquals(
                Optional.empty(),
                assertInstanceOf(TemplateList.Page.class, strange).next());
    }

    @Test
    void the_published_lists_and_contents_are_read() {
        var published = Contracts.json("twilio/content-examples.json");
        var list = twilio.templates().orElseThrow();
        var empty = assertInstanceOf(
                TemplateList.Page.class,
                list.read(Calls.reply(
                        200, io.signalbox.json.Json.write(published.at("GET /v1/ContentAndApprovals 200 readEmpty")))));
        assertEquals(List.of(), empty.templates());
        assertEquals(Optional.empty(), empty.next());
        var content = Contents.template(published.at("GET /v1/Content/{Sid} 200 fetch"));
        assertEquals("Foo Bar Co is located at 39.7392, 104.9903", content.body());
        assertEquals("Some content", content.title());
        assertEquals(TemplateText.Status.UNKNOWN, content.status());
    }

    @Test
    void one_numbering_runs_through_text_picture_and_buttons() {
        var content = Contents.template(Calls.json("""
                {"sid": "HX1", "types": {"twilio/card": {"title": "Order {{1}}", "body": "For {{2}}", "media": ["https://x.example/{{3}}"],
                  "actions": [{"type": "URL", "title": "Open", "url": "https://x.example/{{1}}"}, {"type": "QUICK_REPLY", "title": "Yes", "id": "y"}]}}}"""));
        assertEquals(List.of("3", "1", "2"), List.copyOf(content.targets()));
        assertEquals(
                """
                https://x.example/a.jpg
                Order OT-1
                For Ana
                [Open] https://x.example/OT-1
                [Yes]""",
                content.filledWith(texts("1", "OT-1", "2", "Ana", "3", "a.jpg")).asText());
    }

    @ParameterizedTest
    @CsvSource({
        "queued, ACCEPTED, '', ''",
        "sent, SENT, '', ''",
        "delivered, DELIVERED, '', ''",
        "read, READ, '', ''",
        "undelivered, FAILED, 63016, window",
        "failed, FAILED, 63024, recipient",
        "failed, FAILED, 63018, rate.failed",
        "failed, FAILED, 12345, undelivered"
    })
    void a_report_says_how_far_a_message_came(String said, DeliveryStatus.State state, String code, String reason) {
        var data = texts("MessageSid", "SM1", "MessageStatus", said, "step", "key-1");
        if (!code.isEmpty()) {
            data = data.with("ErrorCode", Value.of(code));
        }
        var status = twilio.deliveries()
                .orElseThrow()
                .in(new HookItem(Optional.empty(), "twilio.messages.message_status", Optional.empty(), data))
                .orElseThrow();
        assertEquals(
                List.of("SM1", "key-1", state, reason),
                List.of(status.externalId(), status.key(), status.state(), status.reason()));
        if (!reason.isEmpty()) {
            for (var language : Language.values()) {
                assertNotEquals("error." + reason, Connectors.found().explain("twilio", reason, language, "x"));
            }
        }
    }
}
