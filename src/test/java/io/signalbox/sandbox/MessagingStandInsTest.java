package io.signalbox.sandbox;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import io.signalbox.access.Secret;
import io.signalbox.connector.Call;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connector;
import io.signalbox.connector.HookCall;
import io.signalbox.connector.HookItem;
import io.signalbox.connector.HookKeys;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.Verifier;
import io.signalbox.connector.twilio.Twilio;
import io.signalbox.connector.whatsapp.WhatsApp;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// WhatsApp's and Twilio's stand-ins over real HTTP, asked by the connectors, and what they tell judged by the
/// verifiers.
final class MessagingStandInsTest {
    private static final String ANA = "5511999991234";
    private static final String LOST = "5500000000001";
    private static final String SECRET = "a secret with ü";
    private static final String CONTENT = "HX0000000000000000000000000000a551";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");
    private final Sandbox sandbox;
    private final HttpServer receiver;

    /// A call as its bytes came in.
    private record Heard(String url, Map<String, String> headers, String latin) {
        HookCall call() {
            return call(latin);
        }

        HookCall call(String changed) {
            var bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
            return new HookCall("POST", url, headers, query(), bytes, Optional::empty);
        }

        Map<String, String> query() {
            int mark = url.indexOf('?');
            return mark < 0 ? Map.of() : form(url.substring(mark + 1));
        }

        String text() {
            return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        Value body() {
            if (text().startsWith("{")) {
                return Calls.json(text());
            }
            var fields = Value.Fields.empty();
            for (var field : form(text()).entrySet()) {
                fields = fields.with(field.getKey(), Value.of(field.getValue()));
            }
            return fields;
        }

        private static Map<String, String> form(String text) {
            var form = new HashMap<String, String>();
            for (var pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            return form;
        }
    }

    MessagingStandInsTest() throws IOException {
        sandbox = new Sandbox(0, () -> now);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        receiver.createContext("/", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            heard.add(new Heard(
                    base() + exchange.getRequestURI(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        sandbox.hook("whatsapp", new Hooks.Hook(base() + "/hooks/w", SECRET, ""));
        sandbox.hook("twilio", new Hooks.Hook(base() + "/hooks/t", SECRET, ""));
    }

    @AfterEach
    void close() {
        receiver.stop(0);
        client.close();
        sandbox.close();
    }

    private String base() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort();
    }

    private List<Heard> hear(int count) throws InterruptedException {
        var all = new ArrayList<Heard>();
        while (all.size() < count) {
            var next = heard.poll(20, TimeUnit.SECONDS);
            assertTrue(next != null, "heard only " + all.size());
            if (next != null) {
                all.add(next);
            }
        }
        return all;
    }

    private static final class Keys implements HookKeys {
        @Override
        public Optional<Secret> secret(String... fields) {
            return Optional.of(new Secret(SECRET));
        }

        @Override
        public String value(String field) {
            return "";
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<String> fetch(String url) {
            return Optional.empty();
        }
    }

    private static boolean isGenuine(Connector connector, HookCall call) {
        return connector.verifier().orElseThrow().judge(call, new Keys()) instanceof Verifier.Genuine;
    }

    private static HookItem item(Connector connector, Heard told) {
        assertTrue(isGenuine(connector, told.call()), told.text());
        return connector
                .verifier()
                .orElseThrow()
                .items(told.call(), told.body())
                .getFirst();
    }

    /// Whatever of a body is changed, its sender is not believed.
    private static void assertEveryBitCounts(Connector connector, Heard told, Predicate<String> sameMeaning) {
        for (int bit = 0; bit < told.latin().length() * 8; bit++) {
            var changed = new StringBuilder(told.latin());
            changed.setCharAt(bit / 8, (char) (changed.charAt(bit / 8) ^ (1 << bit % 8)));
            var text = changed.toString();
            boolean genuine;
            try {
                genuine = isGenuine(connector, told.call(text));
            } catch (IllegalArgumentException unreadable) {
                genuine = false;
            }
            assertTrue(!genuine || sameMeaning.test(text), "bit " + bit + ": " + text);
        }
    }

    @Test
    void what_whatsapps_stand_in_signs_is_believed_and_no_bit_of_it_can_be_changed() throws Exception {
        inbound("{\"from\": \"+55 11 99999-1234\", \"text\": \"Olá ✓ “status”\"}");
        var told = hear(1).getFirst();
        var item = item(new WhatsApp(), told);
        assertEquals("Olá ✓ “status”", item.data().at("text").at("body").asText());
        assertEquals(ANA, item.data().at("from").asText());
        assertEveryBitCounts(new WhatsApp(), told, _ -> false);
    }

    @Test
    void what_twilios_stand_in_signs_is_believed_and_no_bit_of_it_can_be_changed() throws Exception {
        inbound("{\"vendor\": \"twilio\", \"from\": \"5511999991234\", \"text\": \"Olá ✓ & more\"}");
        var told = hear(1).getFirst();
        var item = item(new Twilio(), told);
        assertEquals("twilio.messages.message_received", item.kind());
        assertEquals("Olá ✓ & more", item.data().at("Body").asText());
        // A form spells the same values in several ways: %C3 and %c3, or two fields that trade a letter of name and
        // value cannot be told from each other, as in the vendor's own scheme.
        var values = Heard.form(told.text());
        var signature = told.headers().get("x-twilio-signature");
        assertTrue(new RequestValidator(SECRET).validate(told.url(), values, signature), "Twilio's own library");
        assertEveryBitCounts(
                new Twilio(), told, text -> joined(Heard.form(text)).equals(joined(values)));
    }

    private static String joined(Map<String, String> form) {
        var all = new StringBuilder();
        new java.util.TreeMap<>(form).forEach((name, value) -> all.append(name).append(value));
        return all.toString();
    }

    @Test
    void buttons_and_rows_come_back_as_they_do_from_the_vendor() throws Exception {
        inbound("{\"from\": \"%s\", \"button\": {\"text\": \"Yes\", \"payload\": \"done\"}}".formatted(ANA));
        var button = item(new WhatsApp(), hear(1).getFirst()).data();
        assertEquals("button", button.at("type").asText());
        assertEquals("done", button.at("button").at("payload").asText());
        inbound("{\"from\": \"%s\", \"reply\": {\"id\": \"late\", \"title\": \"Not yet\"}}".formatted(ANA));
        var reply = item(new WhatsApp(), hear(1).getFirst()).data();
        assertEquals("late", reply.at("interactive").at("button_reply").at("id").asText());
        inbound("{\"from\": \"%s\", \"choice\": {\"id\": \"a\", \"title\": \"Pump\"}}".formatted(ANA));
        var choice = item(new WhatsApp(), hear(1).getFirst()).data();
        assertEquals("a", choice.at("interactive").at("list_reply").at("id").asText());
        inbound("{\"vendor\": \"twilio\", \"from\": \"%s\", \"button\": {\"text\": \"Sim\", \"payload\": \"done\"}}"
                .formatted(ANA));
        assertEquals(
                "done",
                item(new Twilio(), hear(1).getFirst())
                        .data()
                        .at("ButtonPayload")
                        .asText());
    }

    @Test
    void each_message_is_followed_by_its_statuses() throws Exception {
        var sent = assertInstanceOf(Outcome.Delivered.class, urgent(ANA));
        var states = new ArrayList<String>();
        for (var told : hear(3)) {
            var data = item(new WhatsApp(), told).data();
            assertEquals(sent.externalId(), data.at("id").asText());
            assertEquals("run-1", data.at("biz_opaque_callback_data").asText());
            states.add(data.at("status").asText());
        }
        assertEquals(
                List.of("delivered", "read", "sent"), states.stream().sorted().toList());
        assertInstanceOf(Outcome.Delivered.class, urgent(LOST));
        var failed = new WhatsApp()
                .deliveries()
                .orElseThrow()
                .in(item(new WhatsApp(), hear(1).getFirst()))
                .orElseThrow();
        assertEquals("undeliverable", failed.reason());
    }

    @Test
    void one_person_gets_forty_five_at_once_and_then_one_in_six_seconds() throws Exception {
        for (int message = 0; message < 45; message++) {
            assertInstanceOf(Outcome.Delivered.class, urgent(ANA));
        }
        assertEquals("pair-rate", Calls.reason(urgent(ANA)));
        assertInstanceOf(Outcome.Delivered.class, urgent("5511988887777"));
        now = now.plus(Duration.ofSeconds(6));
        assertInstanceOf(Outcome.Delivered.class, urgent(ANA));
        assertEquals("pair-rate", Calls.reason(urgent(ANA)));
    }

    @Test
    void eighty_messages_go_out_in_a_second() throws Exception {
        for (int message = 0; message < 80; message++) {
            assertInstanceOf(Outcome.Delivered.class, urgent("55119999" + (10_000 + message)));
        }
        assertEquals("rate", Calls.reason(urgent("5511999999999")));
        now = now.plus(Duration.ofSeconds(1));
        assertInstanceOf(Outcome.Delivered.class, urgent("5511999999999"));
    }

    @Test
    void a_paused_template_is_refused() throws Exception {
        var outcome = whatsApp(
                "send-template", texts("template", "wo_reminder", "language", "en", "to", ANA), texts("1", "OT-1496"));
        assertEquals("template-paused", Calls.reason(outcome));
    }

    @Test
    void buttons_media_and_lists_arrive_within_the_window_alone() throws Exception {
        var settings = texts("to", ANA, "text", "Done?", "footer", "Maintenance", "button", "Choose");
        var rows = texts("done", "Yes", "late", "Not yet");
        assertEquals("window", Calls.reason(whatsApp("send-buttons", settings, rows)));
        inbound("{\"from\": \"" + ANA + "\"}");
        assertInstanceOf(Outcome.Delivered.class, whatsApp("send-buttons", settings, rows));
        assertInstanceOf(
                Outcome.Delivered.class,
                whatsApp("send-list", settings, texts("a", "Pump 14", "a.description", "Line 2")));
        assertInstanceOf(
                Outcome.Delivered.class,
                whatsApp(
                        "send-media",
                        texts("to", ANA, "link", "https://x.example/a.jpg", "caption", "The pump"),
                        Value.Fields.empty()));
        assertEquals(
                List.of(
                        "Done?\nMaintenance\n[Yes]\n[Not yet]",
                        "Done?\nMaintenance\n· Pump 14 – Line 2",
                        "https://x.example/a.jpg\nThe pump"),
                sandbox.messages().stream().map(Arrived::shown).toList());
        assertInstanceOf(
                Outcome.Delivered.class, whatsApp("mark-read", texts("message-id", "wamid.1"), Value.Fields.empty()));
    }

    @Test
    void a_content_arrives_and_its_reports_come_where_the_message_said() throws Exception {
        var outcome = twilio(
                "send-template",
                texts("template", CONTENT, "to", ANA),
                texts("1", "Marta", "2", "OT-1496", "3", "Cambiar rodamiento"),
                base() + "/hooks/t");
        var sent = assertInstanceOf(Outcome.Delivered.class, outcome);
        assertEquals("""
                Hola, Marta: se le asignó la OT OT-1496: Cambiar rodamiento.
                [Abrir la OT] https://one.example.com/wo/OT-1496""", sandbox.messages().getFirst().shown());
        for (var told : hear(3)) {
            assertTrue(told.url().endsWith("/hooks/t?step=run-1"), told.url());
            var status = new Twilio()
                    .deliveries()
                    .orElseThrow()
                    .in(item(new Twilio(), told))
                    .orElseThrow();
            assertEquals(List.of(sent.externalId(), "run-1"), List.of(status.externalId(), status.key()));
        }
    }

    @Test
    void what_whatsapp_does_not_deliver_twilio_tells_afterwards() throws Exception {
        assertInstanceOf(
                Outcome.Delivered.class,
                twilio("send-text", texts("to", ANA, "text", "Hello"), Value.Fields.empty(), ""));
        assertEquals("window", reason(hear(1).getFirst()));
        assertInstanceOf(
                Outcome.Delivered.class,
                twilio("send-template", texts("template", CONTENT, "to", ANA), texts("1", "a"), ""));
        assertEquals("content", reason(hear(1).getFirst()));
        assertEquals(List.of(), sandbox.messages());
    }

    private static String reason(Heard told) {
        return new Twilio()
                .deliveries()
                .orElseThrow()
                .in(item(new Twilio(), told))
                .orElseThrow()
                .reason();
    }

    @Test
    void twilio_refuses_at_once_what_it_can_see() throws Exception {
        assertEquals(
                "content-missing",
                Calls.reason(twilio(
                        "send-template",
                        texts("template", "HX" + "f".repeat(32), "to", ANA),
                        Value.Fields.empty(),
                        "")));
        assertEquals(
                "recipient",
                Calls.reason(twilio("send-text", texts("to", "12", "text", "x"), Value.Fields.empty(), "")));
        fault("{\"vendor\": \"twilio\", \"code\": 20429}");
        assertEquals(
                "rate", Calls.reason(twilio("send-text", texts("to", ANA, "text", "x"), Value.Fields.empty(), "")));
    }

    private Outcome urgent(String to) throws Exception {
        return whatsApp(
                "send-template",
                texts("template", "wo_urgent", "language", "en", "to", to),
                texts("1", "a", "2", "b", "3", "c"));
    }

    private Outcome whatsApp(String operation, Value.Fields settings, Value.Fields rows) throws Exception {
        var account = Calls.account("whatsapp", "base-url", sandbox.url() + "/whatsapp", "phone-number-id", "1065");
        return perform(new WhatsApp(), new Call(account, operation, settings, rows, "run-1"), "Bearer token");
    }

    private Outcome twilio(String operation, Value.Fields settings, Value.Fields rows, String callback)
            throws Exception {
        var account = Calls.account(
                "twilio",
                "base-url",
                sandbox.url() + "/twilio",
                "account-sid",
                "AC1",
                "sender",
                "14155238886",
                "status-callback",
                callback);
        var basic = Base64.getEncoder().encodeToString("AC1:token".getBytes(StandardCharsets.UTF_8));
        return perform(new Twilio(), new Call(account, operation, settings, rows, "run-1"), "Basic " + basic);
    }

    private Outcome perform(Connector connector, Call call, String authorization) throws Exception {
        var outgoing = connector.encode(call);
        var request = HttpRequest.newBuilder(URI.create(outgoing.url())).header("Authorization", authorization);
        var body = switch (outgoing.body()) {
            case Outgoing.NoBody _ -> "";
            case Outgoing.JsonBody(var value) -> Json.write(value);
            case Outgoing.SealedBody _, Outgoing.MailBody _ ->
                throw new IllegalArgumentException("no such service here");
            case Outgoing.FormBody(var fields, var json) -> {
                var all = new ArrayList<String>();
                fields.forEach((name, value) -> all.add(name + "=" + encoded(value)));
                json.forEach((name, value) -> all.add(name + "=" + encoded(Json.write(value))));
                yield String.join("&", all);
            }
        };
        request.method(outgoing.method(), BodyPublishers.ofString(body));
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        var headers = new LinkedHashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return connector.decode(call, new Reply(response.statusCode(), headers, read(response.body())));
    }

    private static Value read(String text) throws JsonProblem {
        return Json.parse(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void inbound(String said) throws IOException, InterruptedException {
        assertEquals(200, post("/sandbox/inbound", said));
    }

    private void fault(String wish) throws IOException, InterruptedException {
        assertEquals(200, post("/sandbox/faults", wish));
    }

    private int post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }
}
