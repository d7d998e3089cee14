package io.signalbox.connector.http;

import static io.signalbox.connector.Calls.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import io.signalbox.connector.Auth;
import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Direct;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Services that hand out lists in their own ways, want tokens, forms and headers, and say no under status 200.
final class AnyServiceTest {
    private final Http http = new Http();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final String host = "127.0.0.1:" + server.getAddress().getPort();

    AnyServiceTest() throws IOException {
        server.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var auth = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + form);
            var path = exchange.getRequestURI().getPath();
            var query = String.valueOf(exchange.getRequestURI().getQuery());
            int page = query.contains("start=4") || query.contains("cursor=p3") || query.contains("n=3")
                    ? 3
                    : query.contains("start=2") || query.contains("cursor=p2") || query.contains("n=2") ? 2 : 1;
            var rows = page == 3 ? "[5]" : page == 2 ? "[3,4]" : "[1,2]";
            var body = switch (path) {
                case "/token" -> "{\"access_token\":\"t-1\",\"expires_in\":600}";
                case "/secured" -> auth.equals("Bearer t-1") ? "{\"ok\":true}" : "{}";
                case "/link" -> rows;
                case "/cursor" ->
                    "{\"data\":" + rows + ",\"meta\":{\"next\":" + (page == 3 ? "null" : "\"p" + (page + 1) + "\"")
                            + "}}";
                case "/offset" -> "{\"data\":" + rows + ",\"total\":5}";
                default ->
                    "{\"data\":" + rows + ",\"next\":" + (page == 3 ? "null" : "\"/next?n=" + (page + 1) + "\"") + "}";
            };
            if (path.equals("/link") && page < 3) {
                exchange.getResponseHeaders()
                        .add("Link", "</link?n=1&a=b,c>; rel=\"first\", </link?n=" + (page + 1) + ">; rel=\"next\"");
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    path.equals("/secured") && !auth.equals("Bearer t-1") ? 401 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "link, '', '', ''",
        "cursor, data, meta.next, cursor",
        "offset, data, total, start",
        "next-url, data, next, ''"
    })
    void every_style_of_pages_is_read_to_its_end(String style, String rows, String from, String parameter)
            throws Exception {
        try (var gateway = new HttpGateway(Set.of(host))) {
            var line = new Direct(http, gateway, Map.of("base-url", "http://" + host), Map.of());
            var path = style.equals("next-url") ? "next" : style;
            var found = line.pages(
                    "get",
                    texts(
                            "path",
                            path,
                            "paging",
                            style,
                            "page-rows",
                            rows,
                            "page-from",
                            from,
                            "page-parameter",
                            parameter));
            var output = assertInstanceOf(Outcome.Delivered.class, found).output();
            assertEquals(Calls.json("[1,2,3,4,5]"), rows.isEmpty() ? output : output.at(rows));
            assertEquals(3, asked.size());
        }
    }

    @Test
    void a_token_is_fetched_once_and_shown_to_the_service() throws Exception {
        try (var gateway = new HttpGateway(Set.of(host))) {
            var line = new Direct(
                    http,
                    gateway,
                    Map.of(
                            "base-url", "http://" + host,
                            "auth", "oauth",
                            "token-url", "http://" + host + "/token",
                            "user", "me",
                            "scope", "read write"),
                    Map.of("secret", "s3cr3t"));
            for (int call = 0; call < 2; call++) {
                assertInstanceOf(
                        Outcome.Delivered.class, line.call("get", texts("path", "secured"), Value.Fields.empty(), "k"));
            }
            assertEquals(
                    List.of(
                            "POST /token grant_type=client_credentials&scope=read+write",
                            "GET /secured ",
                            "GET /secured "),
                    asked);
        }
    }

    @Test
    void rows_are_sent_as_a_form_or_changed_by_patch() throws CallProblem {
        var form = http.encode(call("post", texts("path", "a", "body", "form"), texts("a", "1", "b", "ñ &")));
        assertEquals(
                Map.of("a", "1", "b", "ñ &"),
                assertInstanceOf(Outgoing.FormBody.class, form.body()).fields());
        var patch = http.encode(call("patch", texts("path", "a"), texts("a", "1")));
        assertEquals("PATCH", patch.method());
        assertEquals(Calls.json("{\"a\":\"1\"}"), Calls.body(patch));
    }

    @Test
    void a_step_sets_headers_of_its_own() throws CallProblem {
        var sent =
                http.encode(call("get", texts("path", "a", "headers", "X-Plant: 7\n\n Accept : text/csv \n"), texts()));
        assertEquals(Map.of("X-Plant", "7", "Accept", "text/csv"), sent.headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization: Bearer x",
                "Host: evil.example",
                "X-API-Key: x",
                "Content-Length: 0",
                "Cookie: a=b"
            })
    void what_others_write_is_not_for_a_step(String line) {
        assertEquals("header.taken", refused(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Plant", ": 7", "X Plant: 7", "X-Plant: ñ", "X-Plant: a\rHost: b"})
    void a_line_that_is_no_header_is_refused(String line) {
        assertEquals("header.line", refused(line));
    }

    private String refused(String headers) {
        var account =
                Calls.account("http", "base-url", "https://x.example", "auth", "header", "header-name", "X-API-Key");
        var call = new Call(account, "get", texts("path", "a", "headers", headers), Value.Fields.empty(), "k");
        return assertThrows(CallProblem.class, () -> http.encode(call)).key();
    }

    @ParameterizedTest
    @CsvSource({"result.0.state, done, ''", "result.0.state, open, not-success", "gone, x, not-success", "'', '', ''"})
    void a_service_may_say_no_under_status_200(String path, String value, String reason) {
        var call = call("get", texts("path", "a", "success-path", path, "success-value", value), texts());
        assertEquals(reason, Calls.reason(http.decode(call, Calls.reply(200, "{\"result\":[{\"state\":\"done\"}]}"))));
    }

    @Test
    void a_problem_in_the_form_of_rfc_9457_is_told_in_its_words() {
        var body = Calls.json(
                "{\"type\":\"https://x/p\",\"title\":\"Out of stock\",\"status\":422,\"detail\":\"BRG-6204 is gone\"}");
        var reply = new Reply(422, Map.of("Content-Type", "application/problem+json; charset=utf-8"), body);
        assertEquals(
                new Outcome.Refused("status", "422 Out of stock: BRG-6204 is gone"),
                http.decode(call("get", texts(), texts()), reply));
    }

    @Test
    void a_token_that_ended_before_its_time_is_asked_for_anew() {
        var account = Calls.account("http", "auth", "oauth", "token-url", "https://x.example/token");
        var call = new Call(account, "get", Value.Fields.empty(), Value.Fields.empty(), "k");
        assertInstanceOf(Outcome.SignInAgain.class, http.decode(call, Calls.reply(401, "{}")));
        assertEquals(new Auth.ClientCredentials("https://x.example/token", "", "secret"), http.auth(account));
    }

    private static Call call(String operation, Value.Fields settings, Value.Fields rows) {
        return new Call(Calls.account("http", "base-url", "https://x.example"), operation, settings, rows, "");
    }
}
