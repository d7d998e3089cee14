package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.engine.RunState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A service that waits for calls under way, and is told to end a second time.
@DisabledOnOs(OS.WINDOWS)
final class SecondSignalTest {
    private static final String EVENT = "{\"module\": \"m\", \"submodule\": \"s\", \"event\": \"wo\", \"data\": {}}";

    @TempDir
    private Path folder = Path.of("");

    private String prepare(int port) throws Exception {
        try (var workspace = open()) {
            var address = "http://127.0.0.1:" + port;
            workspace
                    .accounts()
                    .save(Account.of("plant", "http", Map.of("base-url", address, "allow-private", "true")), Map.of());
            workspace.flows().save(Rig.flow(EngineBench.flow("wo", "", false)), 0);
            workspace.flows().switchOn("wo");
            return workspace
                    .tokens()
                    .create("test", Set.of(Scope.EVENTS))
                    .orElseThrow()
                    .value();
        }
    }

    private Workspace open() throws IOException {
        return Workspace.open(folder.resolve("data"), new SecureRandom(), InstantSource.system())
                .orElseThrow();
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void told_twice_it_ends_at_once_and_loses_nothing() throws Exception {
        var log = folder.resolve("serve.txt");
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var token = prepare(silent.getLocalPort());
            var process = ServeChild.start(folder.resolve("data"), log, silent.getLocalPort());
            try {
                var data = folder.resolve("data");
                Rig.await(() -> ControlFile.read(data).isPresent() || !process.isAlive());
                int port = ControlFile.read(data).orElseThrow().port();
                assertEquals(202, post(port, token));
                try (var call = silent.accept()) {
                    assertTrue(call.isConnected(), "a call is under way, and gets no answer");
                    process.destroy();
                    Rig.await(() -> !listens(port));
                    process.destroy();
                    assertEquals(143, process.waitFor());
                }
                assertTrue(Files.readString(log).contains("told a second time"), Files.readString(log));
                assertTrue(ControlFile.read(data).isPresent(), "nothing was put away");
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        try (var workspace = open()) {
            var runs = workspace.runs().latest("wo", 10);
            assertEquals(1, runs.size());
            assertEquals(RunState.QUEUED, runs.getFirst().state());
        }
    }

    private static int post(int port, String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(EVENT))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
