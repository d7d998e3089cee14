package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What senders may do to the port, over real sockets: each is answered with the problem that it is, nothing of it is
/// stored, memory stays flat, and an honest sender is answered meanwhile.
final class HostileSendersTest {
    private static final String EVENT =
            "{\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"data\":{\"x\":%s}}";

    /// Of what may stay behind after everything is over: caches, pools, classes.
    private static final long FLAT = 24L * 1024 * 1024;

    @TempDir
    private Path folder = Path.of("");

    private Rig rig;
    private String token;

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
        token = rig.token(Scope.EVENTS);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Socket socket() throws IOException {
        var uri = URI.create(rig.executor().status().address());
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private byte[] head(String type, String framing) {
        return ("POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\nContent-Type: "
                        + type + "\r\n" + framing + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private String post(byte[] body) throws IOException {
        return answer(joined(head("application/json", "Content-Length: " + body.length), body));
    }

    private String post(String body) throws IOException {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private String answer(byte[] request) throws IOException {
        try (var socket = socket()) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// A problem with this status and a sentence.
    private static void assertProblem(int status, String answer) throws Exception {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        var problem = Json.parse(answer.substring(answer.indexOf("\r\n\r\n") + 4));
        assertEquals(Value.of(status), problem.at("status"));
        assertTrue(problem.at("detail").asText().length() > 10, answer);
    }

    private void sendEverythingBad() throws Exception {
        assertProblem(400, post("[".repeat(65) + "]".repeat(65)));
        assertProblem(400, post(EVENT.formatted("{\"a\":".repeat(63) + "1" + "}".repeat(63))));
        assertProblem(400, post("[".repeat(500_000)));
        assertProblem(400, post(EVENT.formatted("{\"a\":1,\"a\":2}")));
        assertProblem(400, post(EVENT.formatted("1e999999999")));
        assertProblem(400, post(EVENT.formatted("1e-999999999")));
        assertProblem(400, post(EVENT.formatted("9".repeat(100_000))));
        assertProblem(400, post(EVENT.formatted("\"" + "x".repeat(300_000) + "\"")));
        assertProblem(400, post(EVENT.formatted("{\"" + "n".repeat(300) + "\":1}")));
        assertProblem(400, post(EVENT.formatted("[" + "1,".repeat(60_000) + "1]")));
        assertProblem(400, post(EVENT.formatted("NaN")));
        assertProblem(400, post(EVENT.formatted("1") + "{}"));
        assertProblem(400, post(""));
        var event = EVENT.formatted("\"§\"").getBytes(StandardCharsets.ISO_8859_1);
        assertProblem(400, post(event));
        for (int at = 0; at < event.length; at++) {
            if (event[at] == (byte) 0xA7) {
                // The long spelling of NUL, which is no UTF-8.
                assertProblem(
                        400,
                        post(joined(
                                Arrays.copyOf(event, at),
                                new byte[] {(byte) 0xC0, (byte) 0x80},
                                Arrays.copyOfRange(event, at + 1, event.length))));
            }
        }
        assertProblem(415, answer(joined(head("text/xml", "Content-Length: 4"), new byte[4])));
        assertProblem(415, answer(joined(head("", "Content-Length: 4"), new byte[4])));
        assertProblem(422, post("[]"));
        assertProblem(422, post("\"x\""));
        assertProblem(422, post(EVENT.formatted("1").replace("{\"x\":1}", "[1]")));
        assertProblem(422, post(EVENT.formatted("1").replace("\"tasks\"", "7")));
        assertProblem(
                422, post(EVENT.formatted("1").replace("\"data\"", "\"occurredAt\":\"9999999999-01-01\",\"data\"")));
        assertProblem(413, post(new byte[1_100_000]));
        assertProblem(413, answer(joined(head("application/json", "Transfer-Encoding: chunked"), chunks(1_100_000))));
    }

    private static byte[] chunks(int length) {
        var chunk = "1000\r\n" + "x".repeat(4_096) + "\r\n";
        return (chunk.repeat(length / 4_096 + 1) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void everything_bad_is_told_what_it_is_and_leaves_nothing_behind() throws Exception {
        sendEverythingBad();
        long before = Heap.used();
        for (int round = 0; round < 8; round++) {
            sendEverythingBad();
        }
        long grown = Heap.used() - before;
        assertTrue(grown < FLAT, "the heap grew by " + grown);
        assertEquals(0, rig.workspace().events().ledger().accepted());
        assertEquals(
                202, rig.call("POST", "/events", token, EVENT.formatted("1")).statusCode());
    }

    @Test
    void half_characters_and_strange_ones_are_stored_so_that_they_can_be_read_again() throws Exception {
        for (var strange : List.of(
                "\"\\ud800\"",
                "\"\\udc00x\"",
                "\"\\u0000\"",
                "\"\\u202e\\u2066\"",
                "\"" + "👷".repeat(40_000) + "\"",
                "{\"\":{\"\":[]}}",
                "-0.0",
                "1e400",
                "1e-400")) {
            var answer = rig.call("POST", "/events", token, EVENT.formatted(strange));
            assertEquals(202, answer.statusCode(), strange + answer.body());
            var id = Rig.json(answer).at("eventId").asText();
            assertEquals(
                    "new_wo", rig.workspace().events().find(id).orElseThrow().event());
        }
        assertEquals(
                400,
                rig.call("POST", "/events", token, EVENT.formatted("{\"\\ud800\":1}"))
                        .statusCode());
        var emoji = EVENT.formatted("1").replace("\"data\"", "\"entity\":\"x" + "👷".repeat(300) + "\",\"data\"");
        assertEquals(202, rig.call("POST", "/events", token, emoji).statusCode());
        assertEquals(10, rig.settled().accepted());
    }

    @Test
    void a_thousand_slow_bodies_hold_up_nobody() throws Exception {
        int count = 1_000;
        rig.call("POST", "/events", token, EVENT.formatted("1"));
        long before = Heap.used();
        var slow = new ArrayList<Socket>();
        try {
            for (int n = 0; n < count; n++) {
                var socket = socket();
                slow.add(socket);
                // A third announces a large body, a third sends chunks without end, a third stops in the headers.
                socket.getOutputStream()
                        .write(
                                switch (n % 3) {
                                    case 0 ->
                                        joined(head("application/json", "Content-Length: 1000000"), new byte[] {'{'});
                                    case 1 ->
                                        joined(
                                                head("application/json", "Transfer-Encoding: chunked"),
                                                "1\r\n{\r\n".getBytes(StandardCharsets.US_ASCII));
                                    default ->
                                        "POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "
                                                .getBytes(StandardCharsets.US_ASCII);
                                });
            }
            for (int n = 0; n < 40; n++) {
                assertEquals(
                        202,
                        rig.call("POST", "/events", token, EVENT.formatted(n)).statusCode());
            }
            long each = (Heap.used() - before) / count;
            assertTrue(each < 96 * 1024, "a slow sender costs " + each + " bytes");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        assertEquals(41, rig.settled().accepted());
        assertEquals(
                202, rig.call("POST", "/events", token, EVENT.formatted("1")).statusCode());
    }

    @Tag("long")
    @Test
    void a_body_without_end_is_given_up_after_half_a_minute() throws Exception {
        try (var socket = socket()) {
            socket.getOutputStream().write(head("application/json", "Transfer-Encoding: chunked"));
            var answers = new StringBuilder();
            var reader = Thread.ofVirtual().start(() -> {
                try {
                    answers.append(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    answers.append(closed.getMessage());
                }
            });
            long end = System.nanoTime() + 50_000_000_000L;
            while (reader.isAlive() && System.nanoTime() < end) {
                try {
                    socket.getOutputStream().write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                } catch (IOException _) {
                    break;
                }
                Thread.sleep(500);
            }
            reader.join();
            assertTrue(answers.toString().startsWith("HTTP/1.1 400"), answers.toString());
        }
    }
}
