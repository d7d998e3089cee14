package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.RemoteServer;
import io.signalbox.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same event through the desktop's executor and, after "Send to server", through the server's.
final class SameBytesTest {
    @TempDir
    private Path desktop = Path.of("");

    @TempDir
    private Path server = Path.of("");

    /// Answers as the vendors would and keeps every byte that came in.
    private static final class Recorder implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<String> requests = new CopyOnWriteArrayList<>();

        Recorder() throws IOException {
            Thread.ofVirtual().start(this::accept);
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    var one = socket.accept();
                    Thread.ofVirtual().start(() -> serve(one));
                } catch (IOException _) {
                    return; // Closed: the test is over.
                }
            }
        }

        private void serve(Socket one) {
            try (one) {
                var in = one.getInputStream();
                for (var request = read(in); !request.isEmpty(); request = read(in)) {
                    requests.add(request);
                    var body = reply(request).getBytes(StandardCharsets.UTF_8);
                    var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                            + "\r\n\r\n";
                    one.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                    one.getOutputStream().write(body);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String reply(String request) {
            var sample = Rig.sample().samples().getFirst().replies();
            if (request.contains("/oauth/token")) {
                return "{\"access_token\":\"t\",\"expires_in\":7200}";
            }
            if (request.contains("/work_orders/")) {
                return "{\"success\":true,\"message\":\"200\",\"data\":["
                        + Json.write(sample.firstEntry().getValue().at("tasks").at(0)) + "],\"total\":1}";
            }
            if (request.contains("/personnel")) {
                return "{\"success\":true,\"message\":\"200\",\"data\":["
                        + Json.write(sample.lastEntry().getValue()) + "],\"total\":1}";
            }
            return "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.1\"}]}";
        }

        private static String read(InputStream in) throws IOException {
            var bytes = new ByteArrayOutputStream();
            while (!bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                bytes.write(next);
            }
            var head = bytes.toString(StandardCharsets.UTF_8);
            int at = head.indexOf("Content-Length: ");
            if (at >= 0) {
                bytes.write(in.readNBytes(Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)))));
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /// A workspace with its executor. The key of a step differs from one installation to the next by design.
    private static final class Place implements AutoCloseable {
        private final HttpGateway gateway;
        private final Workspace workspace;
        private final Executor executor;

        Place(Path folder, int vendors) throws IOException {
            gateway = new HttpGateway(Set.of("127.0.0.1:" + vendors));
            workspace = Workspace.open(folder, new SecureRandom(), InstantSource.system())
                    .orElseThrow();
            SampleAccounts.save(workspace.accounts(), "http://127.0.0.1:" + vendors);
            executor = Wiring.executor(
                    workspace,
                    Connectors.found(),
                    gateway,
                    "127.0.0.1",
                    0,
                    new Secret("control"),
                    Language.EN,
                    InstantSource.system(),
                    new SecureRandom());
            executor.start();
        }

        void post(Flow flow) throws Exception {
            var token = workspace.tokens().create("e", Set.of(Scope.EVENTS)).orElseThrow();
            try (var client = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(
                                URI.create(executor.status().address() + "/events"))
                        .header("Authorization", "Bearer " + token.value())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                Json.write(flow.samples().getFirst().event())))
                        .build();
                assertEquals(
                        202,
                        client.send(request, HttpResponse.BodyHandlers.ofString())
                                .statusCode());
            }
            Rig.await(() -> workspace.events().ledger().sent() == 1);
        }

        @Override
        public void close() {
            executor.close();
            workspace.close();
            gateway.close();
        }
    }

    @Test
    void desktop_and_server_send_the_same_bytes_for_the_same_event() throws Exception {
        var flow = Rig.sample();
        List<String> fromDesktop;
        List<String> fromServer;
        try (var recorder = new Recorder();
                var drawn = new Place(desktop, recorder.socket.getLocalPort());
                var remote = new Place(server, recorder.socket.getLocalPort());
                var gateway = new HttpGateway(Set.of())) {
            drawn.workspace.flows().save(flow, 0);
            drawn.workspace.flows().switchOn(flow.id());
            drawn.executor.live().reload();
            drawn.post(flow);
            fromDesktop = List.copyOf(recorder.requests);
            recorder.requests.clear();

            var token = remote.workspace
                    .tokens()
                    .create("d", Set.of(Scope.FLOW_READ, Scope.FLOW_DEPLOY))
                    .orElseThrow();
            var door = new RemoteServer(gateway, remote.executor.status().address(), token);
            door.send(drawn.workspace.flows().find(flow.id()).orElseThrow().flow(), Optional.empty(), true);
            remote.post(flow);
            fromServer = List.copyOf(recorder.requests);
        }
        assertEquals(4, fromDesktop.size());
        assertEquals(withoutKeys(fromDesktop), withoutKeys(fromServer));
    }

    private static List<String> withoutKeys(List<String> requests) {
        return requests.stream()
                .map(request -> request.replaceAll(
                        "\"biz_opaque_callback_data\":\"[a-z2-7]{26}\"", "\"biz_opaque_callback_data\":\"KEY\""))
                .toList();
    }
}
