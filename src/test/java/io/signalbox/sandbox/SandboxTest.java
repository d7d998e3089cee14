package io.signalbox.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Reply;
import io.signalbox.connector.fracttal.Fracttal;
import io.signalbox.connector.http.Http;
import io.signalbox.connector.whatsapp.WhatsApp;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.sandbox.whatsapp.SampleTemplates;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The stand-ins over real HTTP, asked by the connectors themselves.
final class SandboxTest {
    private static final String ANA = "5511999991234";

    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");
    private final Sandbox sandbox;

    SandboxTest() throws IOException {
        sandbox = new Sandbox(0, () -> now);
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void a_template_arrives_as_the_recipient_sees_it() throws Exception {
        var rows =
                Calls.texts("1", "Marta", "2", "OT-1496", "3", "Replace bearing", "4", "HIGH", "button.0", "OT-1496");
        var outcome = template("wo_assigned", "es", rows);
        assertInstanceOf(Outcome.Delivered.class, outcome);
        var arrived = sandbox.messages().getFirst();
        assertEquals("""
                Orden de trabajo asignada
                Hola, Marta: se le asignó la OT OT-1496: Replace bearing. Prioridad: HIGH.
                Mantenimiento
                [Abrir la OT] https://one.example.com/wo/OT-1496""", arrived.shown());
        assertEquals(
                List.of(ANA, "wo_assigned", "es", now),
                List.of(arrived.to(), arrived.template(), arrived.language(), arrived.at()));
        var listed = json(request("GET", "/sandbox/messages", "")).at(0);
        assertEquals(arrived.asValue(), listed);
        request("DELETE", "/sandbox/messages", "");
        assertEquals(List.of(), sandbox.messages());
    }

    @Test
    void the_same_template_exists_in_every_language_we_speak() {
        var templates = SampleTemplates.shipped();
        for (var language : List.of("en", "pt_BR", "pt_PT", "es", "fr", "it")) {
            assertEquals(
                    List.of("1", "2", "3", "4", "button.0"),
                    List.copyOf(templates
                            .find("wo_assigned", language)
                            .orElseThrow()
                            .targets()));
            assertEquals(
                    List.of("1", "2", "3"),
                    List.copyOf(
                            templates.find("wo_urgent", language).orElseThrow().targets()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "wo_assigned, xx, 4, template-unknown",
        "wo_nothing, es, 4, template-unknown",
        "wo_assigned, es, 3, parameter-count",
        "wo_urgent, es, 4, parameter-count"
    })
    void a_template_that_does_not_fit_is_refused(String name, String language, int count, String reason)
            throws Exception {
        var rows = Value.Fields.empty();
        for (int position = 1; position <= count; position++) {
            rows = rows.with(Integer.toString(position), Value.of("x"));
        }
        assertEquals(reason, Calls.reason(template(name, language, rows)));
        assertEquals(List.of(), sandbox.messages());
    }

    @Test
    void named_parameters_do_not_fit_a_numbered_template() throws Exception {
        var rows = Calls.texts("a", "1", "b", "2", "c", "3");
        assertEquals("parameter-format", Calls.reason(template("wo_urgent", "en", rows)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', 131008",
        "'{\"type\":\"text\"}', 131008",
        "'{\"type\":\"text\",\"text\":\"a\\nb\"}', 100",
        "'{\"type\":\"text\",\"text\":\"a     b\"}', 100"
    })
    void a_parameter_that_the_vendor_refuses_is_refused_here(String parameter, String code) throws Exception {
        var body = """
                {"messaging_product": "whatsapp", "to": "%s", "type": "template", "template": {"name": "wo_urgent",
                 "language": {"code": "en"}, "components": [{"type": "body", "parameters": [%s]}]}}""".formatted(ANA, parameter.replace("\n", "\\n"));
        assertEquals(code, json(whatsApp("token", body)).at("error").at("code").asText());
    }

    @Test
    void free_text_needs_a_person_who_wrote_within_a_day() throws Exception {
        assertEquals("window", Calls.reason(text(ANA)));
        request("POST", "/sandbox/inbound", "{\"from\": \"+55 11 99999-1234\"}");
        assertInstanceOf(Outcome.Delivered.class, text(ANA));
        now = now.plus(Duration.ofHours(25));
        assertEquals("window", Calls.reason(text(ANA)));
        assertEquals(
                List.of("Hello"),
                sandbox.messages().stream().map(Arrived::shown).toList());
    }

    @Test
    void nobody_is_reached_at_the_number_without_whatsapp() throws Exception {
        assertEquals("undeliverable", Calls.reason(text("5500000000000")));
    }

    @Test
    void a_token_that_ran_out_is_told() throws Exception {
        assertEquals(401, whatsApp("expired", "{}").statusCode());
        assertEquals(
                "190", json(whatsApp("expired", "{}")).at("error").at("code").asText());
        assertEquals("190", json(whatsApp("", "{}")).at("error").at("code").asText());
        assertEquals(
                "100", json(whatsApp("token", "no json")).at("error").at("code").asText());
    }

    @Test
    void a_fault_comes_as_often_as_asked() throws Exception {
        fault("{\"vendor\":\"whatsapp\",\"code\":130429,\"times\":2}");
        request("POST", "/sandbox/inbound", "{\"from\": \"" + ANA + "\"}");
        assertEquals("rate", Calls.reason(text(ANA)));
        assertEquals("rate", Calls.reason(text(ANA)));
        assertInstanceOf(Outcome.Delivered.class, text(ANA));
        fault("{\"vendor\":\"http\",\"status\":503,\"retryAfter\":7}");
        var reply = http("get", "/x", Value.Fields.empty());
        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                assertInstanceOf(Outcome.TryLater.class, reply).after());
        fault("{\"vendor\":\"http\",\"delayMs\":5}");
        assertInstanceOf(Outcome.Delivered.class, http("get", "/x", Value.Fields.empty()));
        assertEquals(
                400,
                request("POST", "/sandbox/faults", "{\"vendor\":\"nobody\",\"status\":503}")
                        .statusCode());
        assertEquals(
                400, request("POST", "/sandbox/faults", "{\"vendor\":\"http\"}").statusCode());
    }

    @Test
    void each_vendor_fails_in_its_own_words() throws Exception {
        var token = token("key-1", "secret");
        fault("{\"vendor\":\"fracttal\",\"status\":406,\"times\":2}");
        fault("{\"vendor\":\"fracttal-token\",\"status\":503}");
        fault("{\"vendor\":\"whatsapp\",\"status\":503}");
        assertEquals("rate", Calls.reason(fracttal(token, "find-person", "HR-22")));
        assertEquals("rate", Calls.reason(fracttal(token, "find-person", "HR-22")));
        assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-person", "HR-22"));
        assertEquals(503, buyToken("key-1", "secret", "client_credentials").statusCode());
        assertEquals("unavailable", Calls.reason(text(ANA)));
        fault("{\"vendor\":\"whatsapp\",\"code\":131056,\"times\":9}");
        assertEquals("pair-rate", Calls.reason(text(ANA)));
        request("DELETE", "/sandbox/faults", "");
        assertEquals("window", Calls.reason(text(ANA)));
    }

    @Test
    void a_work_order_of_two_tasks_leads_to_a_person_with_a_number() throws Exception {
        var token = token("key-1", "secret");
        var order = assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-work-order", "OT-1496"));
        assertEquals(2, order.output().at("tasks").asItems().size());
        assertEquals("HR-22", order.output().at("code_responsible").asText());
        var person = assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-person", "HR-22"));
        assertEquals("+55 11 99999-1234", person.output().at("sms").asText());
        assertEquals("not-found", Calls.reason(fracttal(token, "find-work-order", "OT/../1")));
        assertEquals("person-not-found", Calls.reason(fracttal(token, "find-person", "HR-99")));
    }

    @Test
    void the_nasty_people_and_orders_are_there() throws Exception {
        var token = token("key-1", "secret");
        var unreachable = assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-person", "HR-24"));
        assertTrue(unreachable.output().at("sms").isMissing());
        var rightToLeft = assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-work-order", "OT-1499"));
        assertEquals(
                "فاطمة الزهراء",
                rightToLeft.output().at("personnel_description").asText());
        var keyless = assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-work-order", "OT-1501"));
        assertTrue(keyless.output().at("code_responsible").isMissing());
        var list = json(get("/fracttal/api/work_orders?limit=2&start=1", token));
        assertEquals(2, list.at("data").asItems().size());
        assertEquals("7", list.at("total").asText());
        assertEquals(
                "200",
                json(get("/fracttal/api/warehouses", token)).at("mensaje").asText());
    }

    @Test
    void tokens_are_sold_to_the_right_secret_and_run_out() throws Exception {
        assertEquals(401, buyToken("key-1", "wrong", "client_credentials").statusCode());
        assertEquals(400, buyToken("key-1", "secret", "password").statusCode());
        var token = token("key-1", "secret");
        assertEquals("unauthorized", Calls.reason(fracttal("unknown", "find-person", "HR-22")));
        now = now.plus(Duration.ofHours(2));
        assertInstanceOf(Outcome.SignInAgain.class, fracttal(token, "find-person", "HR-22"));
        assertEquals("permission", Calls.reason(fracttal(token("no-permission", "secret"), "find-person", "HR-22")));
    }

    @Test
    void the_two_hundred_and_first_call_of_a_minute_waits() throws Exception {
        var token = token("key-1", "secret");
        for (int call = 0; call < 200; call++) {
            assertEquals(200, get("/fracttal/api/personnel?limit=1", token).statusCode());
        }
        assertEquals("rate", Calls.reason(fracttal(token, "find-person", "HR-22")));
        now = now.plus(Duration.ofSeconds(60));
        assertInstanceOf(Outcome.Delivered.class, fracttal(token, "find-person", "HR-22"));
    }

    @Test
    void any_receiver_echoes_what_it_got() throws Exception {
        var outcome =
                assertInstanceOf(Outcome.Delivered.class, http("post", "/wo/a%2Fb", Calls.texts("person.name", "Ana")));
        assertEquals(Calls.json("""
                {"ok": true, "method": "POST", "path": "/wo/a/b", "query": {}, "key": "run-1",
                 "body": {"person": {"name": "Ana"}}}"""), outcome.output());
        assertEquals("POST /wo/a/b", sandbox.messages().getFirst().to());
    }

    @Test
    void too_large_a_body_and_unknown_places_are_refused() throws Exception {
        assertEquals(
                413, request("POST", "/http/x", "x".repeat(1024 * 1024 + 1)).statusCode());
        assertEquals(404, request("GET", "/elsewhere", "").statusCode());
        assertEquals(404, request("GET", "/", "").statusCode());
    }

    private Outcome template(String name, String language, Value.Fields rows) throws Exception {
        return whatsApp("send-template", Calls.texts("template", name, "language", language, "to", ANA), rows);
    }

    private Outcome text(String to) throws Exception {
        return whatsApp("send-text", Calls.texts("to", to, "text", "Hello"), Value.Fields.empty());
    }

    private Outcome whatsApp(String operation, Value.Fields settings, Value.Fields rows) throws Exception {
        var account = Calls.account("whatsapp", "base-url", sandbox.url() + "/whatsapp", "phone-number-id", "1065");
        return perform(new WhatsApp(), new Call(account, operation, settings, rows, "run-1"), "token");
    }

    private Outcome fracttal(String token, String operation, String wanted) throws Exception {
        var account = Calls.account("fracttal", "base-url", sandbox.url() + "/fracttal/api");
        var settings = Calls.texts(operation.equals("find-person") ? "code" : "folio", wanted);
        return perform(new Fracttal(), new Call(account, operation, settings, Value.Fields.empty(), "run-1"), token);
    }

    private Outcome http(String operation, String path, Value.Fields rows) throws Exception {
        var account = Calls.account("http", "base-url", sandbox.url() + "/http");
        return perform(new Http(), new Call(account, operation, Calls.texts("path", path), rows, "run-1"), "token");
    }

    private Outcome perform(Connector connector, Call call, String token)
            throws CallProblem, IOException, InterruptedException, JsonProblem {
        var outgoing = connector.encode(call);
        var request = HttpRequest.newBuilder(URI.create(outgoing.url())).header("Authorization", "Bearer " + token);
        outgoing.headers().forEach(request::header);
        var body = Calls.body(outgoing);
        request.method(
                outgoing.method(),
                body.isMissing() ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var headers = new LinkedHashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return connector.decode(call, new Reply(response.statusCode(), headers, Json.parse(response.body())));
    }

    private HttpResponse<String> whatsApp(String token, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/whatsapp/v23.0/1065/messages"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> request(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void fault(String wish) throws IOException, InterruptedException {
        assertEquals(200, request("POST", "/sandbox/faults", wish).statusCode());
    }

    private String token(String key, String secret) throws IOException, InterruptedException {
        return json(buyToken(key, secret, "client_credentials"))
                .at("access_token")
                .asText();
    }

    private HttpResponse<String> buyToken(String key, String secret, String grant)
            throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/fracttal/oauth/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=" + grant))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Value json(HttpResponse<String> response) {
        return Calls.json(response.body());
    }
}
