package io.signalbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.access.Token;
import io.signalbox.access.Tokens;
import io.signalbox.engine.Meters;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bodies that come at the same time, over real sockets.
final class IntakeTest {
    private static final int MOST = 1024 * 1024;
    private static final int SIZE = 100 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Integer> read = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final Intake intake = new Intake(MOST);
    private final WebServer server = new WebServer(
            "127.0.0.1",
            0,
            List.of(route("/events", new Route.Needs(Scope.EVENTS)), route("/hooks/{id}", new Route.Itself())),
            new Doorkeeper(new OneToken(), new Secret("control"), texts()),
            intake,
            Meters.none(),
            texts());

    private static Texts texts() {
        return Texts.of(Listener.class, Language.EN);
    }

    private Route route(String path, Route.Guard guard) {
        return new Route("POST", path, guard, asked -> {
            read.add(asked.body().bytes().length);
            return Answer.text(202, "text/plain", "taken");
        });
    }

    private record OneToken() implements Tokens {
        @Override
        public Optional<Secret> create(String name, Set<Scope> scopes) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Optional<Token> find(String text) {
            return Optional.of(new Token("plant", Set.of(Scope.EVENTS), Instant.EPOCH, "abcd"));
        }

        @Override
        public List<Token> all() {
            throw new UnsupportedOperationException("nobody lists them here");
        }

        @Override
        public boolean revoke(String name) {
            throw new UnsupportedOperationException(name);
        }
    }

    @BeforeEach
    void open() throws IOException {
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        server.close();
    }

    /// Announces a body and sends all of it but its end.
    private Socket begun(String path, int size) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket.setSoTimeout(60_000);
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer t\r\nContent-Length: " + size
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write((head + "x".repeat(size - 1)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String ended(Socket socket) throws IOException {
        socket.getOutputStream().write('x');
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// So many that are in memory but for their end.
    private List<Socket> slow(String path, int many) throws Exception {
        var slow = new ArrayList<Socket>();
        for (int n = 1; n <= many; n++) {
            slow.add(begun(path, SIZE));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (intake.held() != (SIZE - 1L) * n) {
                assertTrue(System.nanoTime() < end, "only " + intake.held() + " bytes came of " + n);
                Thread.sleep(1);
            }
        }
        return slow;
    }

    private static void assertSentAway(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
        assertTrue(answer.contains("Retry-After: 5"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("no room for this"), answer);
    }

    @Test
    void many_slow_bodies_have_a_bound_together_and_who_comes_then_is_asked_to_come_back() throws Exception {
        var slow = slow("/events", MOST / SIZE);
        var late = new ArrayList<Socket>();
        for (int n = 0; n < 40; n++) {
            late.add(begun("/events", SIZE));
        }
        for (var socket : late) {
            assertSentAway(ended(socket));
        }
        assertTrue(intake.held() <= MOST, intake.held() + " bytes");
        // There is room for a little one meanwhile.
        assertTrue(ended(begun("/events", 100)).startsWith("HTTP/1.1 202"));
        for (var socket : slow) {
            assertTrue(ended(socket).startsWith("HTTP/1.1 202"));
        }
        assertEquals(0, intake.held());
        assertTrue(ended(begun("/events", SIZE)).startsWith("HTTP/1.1 202"));
        assertEquals(MOST / SIZE + 2, read.size());
    }

    @Test
    void who_needs_no_token_cannot_take_the_room_of_those_who_have_one() throws Exception {
        var slow = slow("/hooks/1", MOST / 2 / SIZE);
        assertSentAway(ended(begun("/hooks/1", SIZE)));
        assertTrue(ended(begun("/events", SIZE)).startsWith("HTTP/1.1 202"));
        for (var socket : slow) {
            assertTrue(ended(socket).startsWith("HTTP/1.1 202"));
        }
    }

    @Test
    void who_goes_away_half_way_leaves_room() throws Exception {
        for (var socket : slow("/events", 3)) {
            socket.close();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (intake.held() != 0) {
            assertTrue(System.nanoTime() < end, intake.held() + " bytes stayed");
            Thread.sleep(1);
        }
        assertEquals(List.of(), read);
    }
}
