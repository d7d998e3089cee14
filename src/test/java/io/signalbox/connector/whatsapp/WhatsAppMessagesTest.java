package io.signalbox.connector.whatsapp;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.access.Account;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Contracts;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.HookItem;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Interactive messages, media, typed parameters, the list of templates and the reports of statuses.
final class WhatsAppMessagesTest {
    private static final Account ACCOUNT =
            Calls.account("whatsapp", "phone-number-id", "1065", "business-account-id", "2043");

    private final WhatsApp whatsApp = new WhatsApp();

    private static Call call(String operation, Value.Fields settings, Value.Fields rows) {
        return new Call(ACCOUNT, operation, and(texts("to", "5511999991234"), settings), rows, "key-1");
    }

    private static Value.Fields and(Value.Fields one, Value.Fields other) {
        var both = one;
        for (var field : other.fields().entrySet()) {
            both = both.with(field.getKey(), field.getValue());
        }
        return both;
    }

    static List<Call> sendable() {
        var framed = texts("text", "Done?", "header", "OT-1496", "footer", "Maintenance", "reply-to", "wamid.1");
        return List.of(
                call("send-buttons", framed, texts("done", "It is done", "late", "Not yet", "help", "Call me")),
                call(
                        "send-list",
                        and(framed, texts("button", "Choose")),
                        texts("a", "Pump 14", "a.description", "Plant A / Line 2", "b", "Pump 15")),
                call("send-media", texts("link", "https://x.example/a.jpg", "caption", "Pump"), Value.Fields.empty()),
                call(
                        "send-media",
                        texts("kind", "document", "link", "https://x.example/a.pdf", "filename", "OT-1496.pdf"),
                        Value.Fields.empty()),
                call("send-media", texts("kind", "video", "link", "https://x.example/a.mp4"), Value.Fields.empty()),
                call("send-media", texts("kind", "audio", "link", "https://x.example/a.ogg"), Value.Fields.empty()),
                call("send-text", texts("text", "Yes", "reply-to", "wamid.1"), Value.Fields.empty()),
                template(texts("header.image", "https://x.example/a.jpg", "folio", "OT-1", "button.0.payload", "yes")),
                template(texts("header.document", "https://x.example/a.pdf", "header.filename", "a.pdf")),
                template(texts("header.video", "https://x.example/a.mp4", "1", "x")),
                template(texts("1", "Ana", "2.currency", "1250.50 USD", "3.date_time", "22/11/2026")),
                template(texts("button.1.code", "SAVE20")));
    }

    private static Call template(Value.Fields rows) {
        return call("send-template", texts("template", "wo_photo", "language", "en"), rows);
    }

    @ParameterizedTest
    @MethodSource("sendable")
    void every_kind_of_message_passes_the_vendors_schema(Call call) throws CallProblem {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.write(Calls.recorded(WhatsAppTest.class, "message-request.schema.json")));
        var body = Json.write(Calls.body(whatsApp.encode(call)));
        assertEquals(List.<Error>of(), schema.validate(body, InputFormat.JSON), body);
    }

    /// The published schema does not know this kind, which the vendor's pages document.
    @Test
    void a_link_goes_out_as_documented() throws CallProblem {
        var link = call(
                "send-link",
                texts("text", "See it", "button", "Open", "link", "https://x.example/wo/1"),
                Value.Fields.empty());
        assertEquals(Calls.json("""
                {"type": "cta_url", "body": {"text": "See it"}, "action": {"name": "cta_url",
                 "parameters": {"display_text": "Open", "url": "https://x.example/wo/1"}}}"""), Calls.body(whatsApp.encode(link)).at("interactive"));
    }

    @Test
    void reading_is_told_with_or_without_typing() throws CallProblem {
        var read = new Call(ACCOUNT, "mark-read", texts("message-id", "wamid.1"), Value.Fields.empty(), "k");
        assertEquals(
                Calls.json("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.1\"}"),
                Calls.body(whatsApp.encode(read)));
        var typing = new Call(
                ACCOUNT,
                "mark-read",
                texts("message-id", "wamid.1").with("typing", Value.of(true)),
                Value.Fields.empty(),
                "k");
        assertEquals(
                "text",
                Calls.body(whatsApp.encode(typing))
                        .at("typing_indicator")
                        .at("type")
                        .asText());
        assertInstanceOf(Outcome.Delivered.class, whatsApp.decode(read, Calls.reply(200, "{\"success\": true}")));
        assertEquals("no-message", Calls.reason(whatsApp.decode(read, Calls.reply(200, "{\"success\": false}"))));
    }

    @Test
    void an_amount_is_counted_in_thousandths() throws CallProblem {
        var sent = Calls.body(whatsApp.encode(template(texts("1.currency", "-1250.5 BRL"))))
                .at("template")
                .at("components")
                .at(0)
                .at("parameters")
                .at(0);
        assertEquals(Calls.json("""
                {"type": "currency", "currency": {"fallback_value": "-1250.5 BRL", "code": "BRL", "amount_1000": -1250500}}"""), sent);
    }

    static List<List<Object>> unsendable() {
        var text = texts("text", "x");
        var rows = Value.Fields.empty();
        for (int row = 0; row < 11; row++) {
            rows = rows.with("r" + row, Value.of("Row"));
        }
        return List.of(
                List.of("choice.count.buttons", call("send-buttons", text, Value.Fields.empty())),
                List.of(
                        "choice.count.buttons",
                        call("send-buttons", text, texts("a", "1", "b", "2", "c", "3", "d", "4"))),
                List.of("choice.button", call("send-buttons", text, texts("a", "x".repeat(21)))),
                List.of("choice.empty", call("send-buttons", text, texts("a", " "))),
                List.of("choice.id", call("send-buttons", text, texts("x".repeat(257), "a"))),
                List.of("text.empty", call("send-buttons", Value.Fields.empty(), texts("a", "1"))),
                List.of("long", call("send-buttons", texts("text", "x".repeat(1025)), texts("a", "1"))),
                List.of("long", call("send-buttons", and(text, texts("header", "x".repeat(61))), texts("a", "1"))),
                List.of("choice.count.list", call("send-list", text, rows)),
                List.of("choice.row", call("send-list", text, texts("a", "x".repeat(25)))),
                List.of("long", call("send-list", text, texts("a", "1", "a.description", "x".repeat(73)))),
                List.of("choice.description", call("send-list", text, texts("a", "1", "b.description", "x"))),
                List.of("link", call("send-link", and(text, texts("link", "ftp://x")), Value.Fields.empty())),
                List.of("link", call("send-media", texts("link", "https://x y"), Value.Fields.empty())),
                List.of(
                        "long",
                        call(
                                "send-media",
                                texts("link", "https://x", "caption", "x".repeat(1025)),
                                Value.Fields.empty())),
                List.of("link", template(texts("header.image", "picture.jpg"))),
                List.of("target.media", template(texts("header.image", "https://x.example/a", "header.1", "x"))),
                List.of("parameter.currency", template(texts("1.currency", "about 12"))),
                List.of("target.button", template(texts("button.0.other", "x"))),
                List.of("long", template(texts("button.0.code", "x".repeat(21)))),
                List.of(
                        "template.content-sid",
                        call(
                                "send-template",
                                texts("template", "HX0123456789abcdef0123456789abcdef", "language", "en"),
                                Value.Fields.empty())));
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void what_the_vendor_would_refuse_is_not_sent(List<Object> keyAndCall) {
        var problem = assertThrows(CallProblem.class, () -> whatsApp.encode((Call) keyAndCall.get(1)));
        assertEquals(keyAndCall.getFirst(), problem.key());
        for (var language : Language.values()) {
            assertNotEquals(
                    "error." + problem.key(),
                    Connectors.found()
                            .explain(
                                    "whatsapp",
                                    problem.key(),
                                    language,
                                    problem.arguments().toArray()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT4S", "3, PT16S", "4, PT1M4S", "7, PT1H", "12, PT1H"})
    void the_wait_for_one_person_grows_fourfold(int attempt, Duration wait) {
        var call = new Call(ACCOUNT, "send-text", texts(), Value.Fields.empty(), "k", attempt);
        var reply = Calls.reply(400, "{\"error\": {\"code\": 131056, \"message\": \"pair\"}}");
        var later = assertInstanceOf(Outcome.TryLater.class, whatsApp.decode(call, reply));
        assertEquals(Optional.of(wait), later.after());
        assertTrue(later.isWell());
    }

    @Test
    void the_account_is_asked_for_its_templates_page_by_page() throws CallProblem {
        var list = whatsApp.templates().orElseThrow();
        assertEquals(
                "https://graph.facebook.com/v23.0/2043/message_templates"
                        + "?fields=name%2Clanguage%2Cstatus%2Ccategory%2Cparameter_format%2Ccomponents&limit=100",
                list.ask(ACCOUNT, "").url());
        assertTrue(list.ask(ACCOUNT, "a b").url().endsWith("&limit=100&after=a%20b"));
        var without = Calls.account("whatsapp", "phone-number-id", "1065");
        assertEquals(
                "business-account",
                assertThrows(CallProblem.class, () -> list.ask(without, "")).key());
        var page = assertInstanceOf(TemplateList.Page.class, list.read(Calls.reply(200, """
                {"data": [{"name": "a", "language": "en", "status": "PAUSED", "components": []}],
                 "paging": {"cursors": {"after": "MjQ"}, "next": "https://graph.facebook.com/elsewhere"}}""")));
        assertEquals(Optional.of("MjQ"), page.next());
        assertEquals(TemplateText.Status.PAUSED, page.templates().getFirst().status());
        var refused = list.read(Calls.reply(401, "{\"error\": {\"code\": 190, \"message\": \"expired\"}}"));
        assertEquals(
                "token", assertInstanceOf(TemplateList.Failed.class, refused).reason());
        assertInstanceOf(TemplateList.Failed.class, list.read(Calls.reply(200, "\"<html>\"")));
    }

    @Test
    void the_contract_of_published_templates_is_read() {
        var published = Contracts.json("whatsapp/template-create-examples.json");
        var offer = ApprovedTemplates.template(
                published.at("Create template w/ image header, text body, text footer, and 2 call-to-action buttons"));
        assertEquals(List.of("header.image", "1", "2", "3", "button.1"), List.copyOf(offer.targets()));
        assertEquals(TemplateText.Head.IMAGE, offer.head());
        var sale = ApprovedTemplates.template(
                published.at("Create template w/ text header, text body, text footer, and 2 quick reply buttons"));
        assertEquals(List.of("header.1", "1", "2", "3"), List.copyOf(sale.targets()));
        assertEquals(List.of("button.0.payload", "button.1.payload"), List.copyOf(sale.options()));
        for (var each : published.asFields().fields().values()) {
            var template = ApprovedTemplates.template(each);
            assertEquals(template, TemplateText.of(template.asValue()));
        }
    }

    private static Optional<DeliveryStatus> told(String json) {
        return new Statuses()
                .in(new HookItem(
                        Optional.empty(), "whatsapp.messages.message_status", Optional.empty(), Calls.json(json)));
    }

    @ParameterizedTest
    @CsvSource({"sent, SENT", "delivered, DELIVERED", "read, READ"})
    void a_status_says_how_far_a_message_came(String said, DeliveryStatus.State state) {
        var status = told("{\"id\":\"wamid.1\",\"status\":\"%s\",\"biz_opaque_callback_data\":\"key-1\"}"
                        .formatted(said))
                .orElseThrow();
        assertEquals(new DeliveryStatus("wamid.1", "key-1", state, Optional.empty(), "", ""), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"131026", "131047", "131049", "131056", "130429", "131048", "131053", "132015", "999999"})
    void a_failure_that_comes_afterwards_is_explained(String code) {
        var status =
                told("{\"id\":\"wamid.1\",\"status\":\"failed\",\"errors\":[{\"code\":%s,\"title\":\"T\",\"error_data\":{\"details\":\"d\"}}]}"
                                .formatted(code))
                        .orElseThrow();
        assertEquals(DeliveryStatus.State.FAILED, status.state());
        assertTrue(status.detail().startsWith(code + " T"), status.detail());
        for (var language : Language.values()) {
            var words = Connectors.found().explain("whatsapp", status.reason(), language, status.detail());
            assertNotEquals("error." + status.reason(), words);
        }
    }

    @Test
    void what_is_no_status_is_left_alone() {
        assertEquals(Optional.empty(), told("{\"id\":\"wamid.1\",\"status\":\"deleted\"}"));
        assertEquals(
                Optional.empty(),
                new Statuses()
                        .in(new HookItem(
                                Optional.empty(),
                                "whatsapp.messages.message_received",
                                Optional.empty(),
                                Calls.json("{\"status\":\"sent\",\"id\":\"x\"}"))));
    }
}
