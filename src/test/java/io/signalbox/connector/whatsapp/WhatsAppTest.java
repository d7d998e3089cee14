package io.signalbox.connector.whatsapp;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.signalbox.access.Account;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhatsAppTest {
    private static final Account ACCOUNT = Calls.account("whatsapp", "phone-number-id", "1065");

    private final WhatsApp whatsApp = new WhatsApp();

    @Test
    void a_template_goes_out_in_the_documented_shape() throws CallProblem {
        var outgoing = whatsApp.encode(
                template(texts("2", "OT-1496", "1", "Ana", "header.1", "Plant A", "button.0", "OT-1496")));
        assertEquals("POST", outgoing.method());
        assertEquals("https://graph.facebook.com/v23.0/1065/messages", outgoing.url());
        assertEquals(Map.of(), outgoing.headers());
        assertEquals(Calls.json("""
                {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "5511999991234", "type": "template",
                 "template": {"name": "wo_assigned", "language": {"code": "es"}, "components": [
                   {"type": "header", "parameters": [{"type": "text", "text": "Plant A"}]},
                   {"type": "body", "parameters": [{"type": "text", "text": "Ana"}, {"type": "text", "text": "OT-1496"}]},
                   {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "OT-1496"}]}]},
                 "biz_opaque_callback_data": "run-7"}
                """), Calls.body(outgoing));
    }

    @Test
    void named_parameters_carry_their_names_in_the_order_of_the_map() throws CallProblem {
        var body = Calls.body(whatsApp.encode(template(texts("name", "Ana", "folio", "OT-1", "header.plant", "A"))));
        assertEquals(Calls.json("""
                [{"type": "header", "parameters": [{"type": "text", "text": "A", "parameter_name": "plant"}]},
                 {"type": "body", "parameters": [{"type": "text", "text": "Ana", "parameter_name": "name"},
                                                 {"type": "text", "text": "OT-1", "parameter_name": "folio"}]}]
                """), body.at("template").at("components"));
    }

    @Test
    void a_template_without_rows_has_no_components() throws CallProblem {
        var body = Calls.body(whatsApp.encode(template(Value.Fields.empty())));
        assertEquals(Calls.json("{\"name\": \"wo_assigned\", \"language\": {\"code\": \"es\"}}"), body.at("template"));
    }

    @Test
    void ten_positions_go_in_numeric_order() throws CallProblem {
        var rows = Value.Fields.empty();
        for (int position = 10; position >= 1; position--) {
            rows = rows.with(Integer.toString(position), Value.of("p" + position));
        }
        var sent = Calls.body(whatsApp.encode(template(rows)))
                .at("template")
                .at("components")
                .at(0)
                .at("parameters")
                .asItems();
        assertEquals(
                List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10"),
                sent.stream().map(parameter -> parameter.at("text").asText()).toList());
    }

    @Test
    void a_text_goes_out_in_the_documented_shape() throws CallProblem {
        var call = new Call(
                Calls.account(
                        "whatsapp",
                        "base-url",
                        "http://127.0.0.1:9/whatsapp/",
                        "api-version",
                        "v24.0",
                        "phone-number-id",
                        "7"),
                "send-text",
                texts("to", "5511999991234", "text", "Hello\nthere").with("preview-url", Value.of(true)),
                Value.Fields.empty(),
                "run-7");
        var outgoing = whatsApp.encode(call);
        assertEquals("http://127.0.0.1:9/whatsapp/v24.0/7/messages", outgoing.url());
        assertEquals(Calls.json("""
                {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "5511999991234", "type": "text",
                 "text": {"body": "Hello\\nthere", "preview_url": true}}
                """), Calls.body(outgoing));
    }

    @Test
    void every_body_passes_the_vendors_schema() throws CallProblem {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.write(Calls.recorded(WhatsAppTest.class, "message-request.schema.json")));
        var text = new Call(
                ACCOUNT,
                "send-text",
                texts("to", "5511999991234", "text", "x".repeat(4096)),
                Value.Fields.empty(),
                "k");
        for (var call : List.of(
                text,
                template(Value.Fields.empty()),
                template(texts("1", "a", "2", "b")),
                template(texts("name", "a")),
                template(texts("header.1", "h", "1", "a", "button.0", "x", "button.9", "y")))) {
            var body = Json.write(Calls.body(whatsApp.encode(call)));
            assertEquals(List.<Error>of(), schema.validate(body, InputFormat.JSON), body);
        }
    }

    static List<List<String>> unsendable() {
        return List.of(
                List.of("target.gap", "1", "a", "3", "c"),
                List.of("target.gap", "2", "b"),
                List.of("target.gap", "header.2", "b"),
                List.of("target.mixed", "1", "a", "name", "b"),
                List.of("target.mixed", "header.1", "a", "header.name", "b"),
                List.of("target.button", "button.10", "x"),
                List.of("target.button", "button.a", "x"),
                List.of("target.unknown", "0", "x"),
                List.of("target.unknown", "01", "x"),
                List.of("target.unknown", "footer.1", "x"),
                List.of("target.unknown", "header.", "x"),
                List.of("target.unknown", "", "x"),
                List.of("parameter.empty", "1", ""),
                List.of("parameter.empty", "1", "   "),
                List.of("parameter.line", "1", "a\nb"),
                List.of("parameter.line", "1", "a\r"),
                List.of("parameter.line", "button.0", "a\tb"),
                List.of("parameter.spaces", "1", "a     b"),
                List.of("parameter.long", "1", "x".repeat(1025)));
    }

    @ParameterizedTest
    @MethodSource("unsendable")
    void what_the_vendor_would_refuse_is_not_sent(List<String> problemAndRows) {
        var rows = problemAndRows.subList(1, problemAndRows.size()).toArray(String[]::new);
        var problem = assertThrows(CallProblem.class, () -> whatsApp.encode(template(texts(rows))));
        assertEquals(problemAndRows.getFirst(), problem.key());
        assertHasWords(problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4097})
    void a_text_of_the_wrong_length_is_not_sent(int length) {
        var settings = texts("to", "5511999991234", "text", "x".repeat(length));
        var problem = assertThrows(
                CallProblem.class,
                () -> whatsApp.encode(new Call(ACCOUNT, "send-text", settings, Value.Fields.empty(), "k")));
        assertEquals(length == 0 ? "text.empty" : "text.long", problem.key());
        assertHasWords(problem);
    }

    @Test
    void the_longest_parameter_counts_characters_as_people_do() throws CallProblem {
        var emoji = "😀".repeat(1024);
        var body = Calls.body(whatsApp.encode(template(texts("1", emoji + ""))));
        assertEquals(
                emoji,
                body.at("template")
                        .at("components")
                        .at(0)
                        .at("parameters")
                        .at(0)
                        .at("text")
                        .asText());
    }

    @Test
    void the_way_back_from_components_gives_the_rows() throws CallProblem {
        var rows = texts("header.1", "Plant A", "1", "Ana", "2", "OT-1", "button.0", "OT-1");
        assertEquals(rows, Components.rows(Components.of(rows)));
        var named = texts("header.plant", "A", "name", "Ana");
        assertEquals(named, Components.rows(Components.of(named)));
    }

    @Test
    void the_token_is_a_bearer() {
        assertEquals(new Auth.Bearer("access-token"), whatsApp.auth(ACCOUNT));
    }

    @Test
    void an_accepted_message_has_its_id() {
        var body = Calls.recorded(WhatsAppTest.class, "reply-ok.json");
        assertEquals(
                new Outcome.Delivered(body, "wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBJCOTY3NDc0NDFDRUI3NTA0Q0UA"),
                decoded(200, body));
    }

    @Test
    void a_page_with_status_200_is_no_message() {
        assertEquals(
                new Outcome.Refused("no-message", "<html>Sign in</html>"),
                decoded(200, Value.of("<html>Sign in</html>")));
    }

    /// The classes of the vendor's table, whatever status the code comes with.
    @Test
    void every_code_of_the_contract_has_its_class() {
        var codes = Calls.recorded(WhatsAppTest.class, "error-codes.json");
        var wrong = new TreeMap<String, Outcome>();
        for (int status : new int[] {400, 401, 403, 429, 500}) {
            codes.at("retryable").asFields().fields().keySet().forEach(code -> {
                if (!(decoded(status, code) instanceof Outcome.TryLater)) {
                    wrong.put(code + " " + status, decoded(status, code));
                }
            });
            codes.at("permanent").asItems().stream()
                    .map(Value::asText)
                    .flatMap(code ->
                            code.equals("200-299") ? List.of("200", "250", "299").stream() : List.of(code).stream())
                    .forEach(code -> {
                        if (!(decoded(status, code) instanceof Outcome.Refused)) {
                            wrong.put(code + " " + status, decoded(status, code));
                        }
                    });
        }
        assertEquals(Map.of(), wrong);
        assertEquals(
                new Outcome.TryLater("marketing-rate", "131049 m: d", Optional.of(Duration.ofHours(24))),
                decoded(400, "131049"));
        assertEquals(new Outcome.Refused("experiment", "130472 m: d"), decoded(400, "130472"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, token",
        "190, token",
        "10, permission",
        "131005, permission",
        "100, invalid",
        "131047, window",
        "131026, undeliverable",
        "132000, parameter-count",
        "132001, template-unknown",
        "132012, parameter-format",
        "132015, template-paused",
        "132016, template-disabled",
        "131050, opted-out",
        "131030, not-listed",
        "131008, parameter-missing",
        "133010, registration",
        "131043, refused"
    })
    void a_permanent_code_has_its_reason(String code, String reason) {
        assertEquals(new Outcome.Refused(reason, code + " m: d"), decoded(400, code));
    }

    @ParameterizedTest
    @CsvSource({
        "131056, pair-rate, PT1S",
        "131048, spam-rate, PT1H",
        "133016, registration-wait, PT72H",
        "131057, upgrade, PT1M"
    })
    void a_limit_has_its_wait(String code, String reason, Duration wait) {
        assertEquals(new Outcome.TryLater(reason, code + " m: d", Optional.of(wait)), decoded(400, code));
    }

    @Test
    void throttling_is_tried_later_though_it_comes_as_a_bad_request() {
        assertEquals(new Outcome.TryLater("rate", "130429 m: d", Optional.empty()), decoded(400, "130429"));
        var reply = new Reply(429, Map.of("Retry-After", "7"), error("130429"));
        assertEquals(
                new Outcome.TryLater("rate", "130429 m: d", Optional.of(Duration.ofSeconds(7))),
                whatsApp.decode(template(Value.Fields.empty()), reply));
    }

    @Test
    void without_a_known_code_the_status_decides() {
        assertEquals(new Outcome.Refused("token", "401 nope"), decoded(401, Value.of("nope")));
        assertEquals("unavailable", Calls.reason(decoded(502, Value.of("Bad gateway"))));
        assertEquals("status", Calls.reason(decoded(400, "999999")));
        assertEquals(
                "sender",
                Calls.reason(decoded(400, Calls.recorded(WhatsAppTest.class, "error-phonenumbernotfounderror.json"))));
        assertEquals(
                "status",
                Calls.reason(decoded(400, Calls.recorded(WhatsAppTest.class, "error-requestcodeerror.json"))));
    }

    @Test
    void a_template_is_shown_as_the_recipient_sees_it() {
        var template = new TemplateText(
                "wo",
                "en",
                "Plant {{1}}",
                "Hello {{1}}, {{2}} is yours.",
                "Maintenance",
                List.of(
                        new TemplateText.Button("Open", "https://x.example/{{1}}"),
                        new TemplateText.Button("Done", "")));
        assertEquals(List.of("header.1", "1", "2", "button.0"), List.copyOf(template.targets()));
        assertEquals(
                """
                Plant A
                Hello Ana, {{2}} is yours.
                Maintenance
                [Open] https://x.example/OT-1
                [Done]""",
                template.filledWith(texts("header.1", "A", "1", "Ana", "button.0", "OT-1"))
                        .asText());
    }

    private static Call template(Value.Fields rows) {
        return new Call(
                ACCOUNT,
                "send-template",
                texts("template", "wo_assigned", "language", "es", "to", "5511999991234"),
                rows,
                "run-7");
    }

    private Outcome decoded(int status, String code) {
        return decoded(status, error(code));
    }

    private Outcome decoded(int status, Value body) {
        return whatsApp.decode(template(Value.Fields.empty()), new Reply(status, Map.of(), body));
    }

    private static Value error(String code) {
        return Calls.json("{\"error\":{\"message\":\"m\",\"code\":" + code + ",\"error_data\":{\"details\":\"d\"}}}");
    }

    private static void assertHasWords(CallProblem problem) {
        for (var language : Language.values()) {
            var words = Connectors.found()
                    .explain("whatsapp", problem.key(), language, String.join(", ", problem.arguments()));
            assertEquals(-1, words.indexOf('{'), words);
            assertEquals(false, words.startsWith("error."), words);
        }
    }
}
