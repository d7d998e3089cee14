package io.signalbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpGatewayTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    HttpGatewayTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var path = exchange.getRequestURI().getPath();
            var body = path.equals("/large") ? "a".repeat(1_100_000) : "{\"n\":1.50}";
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "0");
            var status = path.startsWith("/status/") ? Integer.parseInt(path.substring("/status/".length())) : 200;
            exchange.sendResponseHeaders(path.equals("/moved") ? 302 : status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private Exchange send(Set<String> allowed, Outgoing outgoing, Optional<String> privateHost) {
        try (var gateway = new HttpGateway(allowed)) {
            return gateway.send(outgoing, privateHost);
        }
    }

    private static String reason(Exchange exchange) {
        return switch (exchange) {
            case Exchange.Answered(var reply) -> Integer.toString(reply.status());
            case Exchange.Unanswered unanswered -> unanswered.reason() + (unanswered.retry() ? ", again" : "");
            case Exchange.Lost lost -> lost.reason() + ", lost";
        };
    }

    private String get(String url, String... allowed) {
        return reason(send(Set.of(allowed), Outgoing.get(url), Optional.empty()));
    }

    /// The client would make a protocol fault of one, and ask again by itself after others.
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 406, 407, 408, 409, 421, 429, 500, 502, 503, 504})
    void every_refusal_comes_as_it_was_said_and_nothing_is_asked_twice(int status) {
        var place = "http://" + host() + "/status/" + status;
        var post = Outgoing.json("POST", place, Value.fields("a", Value.of(1)));
        assertEquals(Integer.toString(status), reason(send(Set.of(host()), post, Optional.empty())));
        assertEquals(List.of("POST /status/" + status + " {\"a\":1}"), asked);
    }

    @Test
    void a_private_address_is_called_only_when_it_is_listed() {
        assertEquals("private-address", get("http://" + host() + "/"));
        assertEquals(
                "private-address", get("http://localhost:" + server.getAddress().getPort() + "/", host()));
        assertEquals("200", get("http://" + host() + "/", host()));
        assertEquals("200", reason(send(Set.of(), Outgoing.get("http://" + host() + "/"), Optional.of(host()))));
        assertEquals(
                "private-address",
                reason(send(Set.of(), Outgoing.get("http://" + host() + "/"), Optional.of("127.0.0.1:1"))));
        assertEquals(2, asked.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://0.0.0.0/",
                "http://[fe80::1]/",
                "http://224.0.0.1/",
                "http://2130706433/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "ftp://example.com/",
                "no address at all"
            })
    void some_addresses_are_never_called_even_when_listed(String url) {
        assertEquals("forbidden-address", get(url, "169.254.169.254:80", "0.0.0.0:80", "127.1:80"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://172.16.5.5/",
                "http://192.168.1.1/",
                "http://100.64.0.1/",
                "http://198.18.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[::ffff:127.0.0.1]/"
            })
    void addresses_inside_networks_are_private(String url) {
        assertEquals("private-address", get(url));
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        assertEquals("302", get("http://" + host() + "/moved", host()));
        assertEquals(List.of("GET /moved "), asked);
    }

    @Test
    void a_reply_is_read_to_a_mebibyte_and_no_further() {
        assertEquals("reply-too-large", get("http://" + host() + "/large", host()));
    }

    @Test
    void what_nobody_answers_may_be_asked_again() throws IOException {
        int port;
        try (var free = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals("unreachable, again", get("http://127.0.0.1:" + port + "/", "127.0.0.1:" + port));
    }

    @Test
    void a_body_goes_out_as_it_is_and_a_number_comes_in_as_written() {
        var body = Value.fields("to", Value.of("5511999991234"), "text", Value.of("Olá"));
        var answer = send(Set.of(host()), Outgoing.json("POST", "http://" + host() + "/m", body), Optional.empty());
        assertEquals(List.of("POST /m {\"to\":\"5511999991234\",\"text\":\"Olá\"}"), asked);
        assertTrue(
                answer instanceof Exchange.Answered(Reply reply)
                        && reply.body().at("n").asText().equals("1.50"),
                answer.toString());
    }

    @Test
    void a_header_with_a_line_break_is_refused() {
        var request = Outgoing.get("http://" + host() + "/").withHeader("X-Note", "a\r\nHost: evil");
        assertEquals("header", reason(send(Set.of(host()), request, Optional.empty())));
        assertEquals(List.of(), asked);
    }
}
