package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.Recovery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is let in, and who is told to come again.
final class FrontDoorTest {
    private static final String EVENT = "{\"module\":\"m\",\"submodule\":\"s\",\"event\":\"e\",\"data\":{}}";

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

    private HttpResponse<String> post(String body) throws Exception {
        return rig.call("POST", "/events", token, body);
    }

    private void waiting(long runs) {
        rig.executor().engine().orElseThrow().admission().begin(new Recovery.Backlog(runs, 0));
    }

    private void sentAway(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertTrue(
                answer.headers().firstValueAsLong("Retry-After").orElse(0) >= 1,
                answer.headers().toString());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(Rig.json(answer).at("detail").asText().contains("Nothing was stored"), answer.body());
        assertEquals(0, rig.workspace().events().ledger().accepted());
    }

    @Test
    void bulk_is_asked_to_come_again_when_much_waits() throws Exception {
        waiting(80_001);
        sentAway(429, post("{\"events\":[" + EVENT + "," + EVENT + "]}"));
        assertEquals(202, post(EVENT).statusCode());
    }

    @Test
    void everybody_is_asked_to_come_again_when_it_is_nearly_full() throws Exception {
        waiting(95_001);
        sentAway(503, post(EVENT));
        waiting(0);
        assertEquals(202, post(EVENT).statusCode());
    }

    @Test
    void c1_what_was_not_read_to_its_end_is_not_ours() throws Exception {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), rig.executor().port())) {
            var half = "POST /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"module\":";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            rig.restart();
        }
        assertEquals(0, rig.workspace().events().ledger().accepted());
        assertEquals(202, post(EVENT).statusCode());
        assertEquals(1, rig.workspace().events().ledger().accepted());
    }
}
