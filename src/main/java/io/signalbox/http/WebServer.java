package io.signalbox.http;

import io.signalbox.engine.Meters;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one port. Finds the route, asks its guard, reads the body within its limit and answers; every error is
/// problem+json with a sentence for people. Endpoints run on virtual threads and may block.
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Server server;
    private final ServerConnector connector;
    private final List<Route> routes;
    private final Doorkeeper doorkeeper;
    private final Intake intake;
    private final Meters meters;
    private final Texts texts;
    private final boolean onLoopback;

    /// @param port 0 for any free one
    /// @param texts of this package, for the sentences
    WebServer(
            String bind,
            int port,
            List<Route> routes,
            Doorkeeper doorkeeper,
            Intake intake,
            Meters meters,
            Texts texts) {
        this.routes = List.copyOf(routes);
        this.doorkeeper = doorkeeper;
        this.intake = intake;
        this.meters = meters;
        this.texts = texts;
        this.onLoopback = LOOPBACK.contains(bind);
        var threads = new QueuedThreadPool(16, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        var config = new HttpConfiguration();
        config.setSendServerVersion(false);
        config.setSendDateHeader(true);
        config.setRequestHeaderSize(16 * 1024);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(config));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(30_000);
        // Many who connect in the same moment wait for their turn; beyond the queue each waits a second or more.
        connector.setAcceptQueueSize(1024);
        // Senders keep connections open for the next event; when stopping, an idle one is not waited for.
        connector.setShutdownIdleTimeout(200);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Door()));
        server.setStopTimeout(20_000);
    }

    /// @throws IOException when the port is taken
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException("starting the listener", failure);
        }
    }

    /// The one it listens at.
    public int port() {
        return connector.getLocalPort();
    }

    /// Answers 503 to new requests, lets those under way end for at most 20 seconds.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("the listener did not stop cleanly", failure);
        }
    }

    private final class Door extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var answer = safely(request);
            refusal(request, answer.status()).ifPresent(meters::refused);
            response.setStatus(answer.status());
            if (!answer.body().isEmpty()) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
            }
            answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            if (!request.consumeAvailable()) {
                // Who was refused before its body was heard must not send the next request after it.
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)), callback);
            return true;
        }
    }

    /// Why an event was not taken, for the count; empty for whatever else was asked.
    private static Optional<String> refusal(Request request, int status) {
        var path = String.valueOf(Request.getPathInContext(request));
        if (status < 400 || !(path.equals("/events") || path.startsWith("/hooks/"))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (status) {
                    case 400 -> "unreadable";
                    case 401 -> "unauthorized";
                    case 403 -> "forbidden";
                    case 413 -> "too-large";
                    case 415 -> "content-type";
                    case 422 -> "invalid";
                    case 429 -> "busy";
                    case 503 -> "unavailable";
                    default -> "other";
                });
    }

    private Answer safely(Request request) {
        try {
            return answer(request);
        } catch (Page.Unfit unfit) {
            return unfit.answer(texts);
        } catch (Intake.TooLarge _) {
            return problem(413, "http.too-large");
        } catch (Intake.Crowded _) {
            return problem(503, "http.crowded").with("Retry-After", "5");
        } catch (IOException broken) {
            return Answer.problem(
                    400, texts.text("http.400"), texts.text("http.unread", String.valueOf(broken.getMessage())));
        } catch (StoreException.Full full) {
            LOG.warn("the disk is nearly full; a request was refused: {}", String.valueOf(full.getCause()));
            return problem(503, "http.full").with("Retry-After", "60");
        } catch (StoreException failure) {
            LOG.error("the store failed; the request was refused and nothing of it was stored", failure);
            return problem(503, "http.store").with("Retry-After", "5");
        } catch (RuntimeException failure) {
            LOG.error("a request failed", failure);
            return problem(500, "http.fault");
        }
    }

    private Answer answer(Request request) throws IOException {
        var headers = headers(request);
        if (onLoopback && !LOOPBACK.contains(host(request))) {
            // Somebody's web page points a name of its own at this machine.
            return problem(421, "http.host");
        }
        if (headers.containsKey("origin")) {
            return problem(403, "http.origin");
        }
        var path = request.getHttpURI().getCanonicalPath();
        var segments = path == null || !path.startsWith("/") ? List.<String>of() : segments(path);
        var methods = new LinkedHashSet<String>();
        for (var route : routes) {
            var parts = route.match(segments);
            if (parts.isEmpty()) {
                continue;
            }
            methods.add(route.method());
            if (route.method().equals(request.getMethod())) {
                return through(route, request, headers, parts.get());
            }
        }
        return methods.isEmpty()
                ? problem(404, "http.path")
                : problem(405, "http.method").with("Allow", String.join(", ", methods));
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.substring(1).split("/", -1)) {
            segments.add(decoded(segment));
        }
        return segments;
    }

    private Answer through(Route route, Request request, Map<String, String> headers, Map<String, String> parts)
            throws IOException {
        var query = request.getHttpURI().getQuery();
        var asked = new Asked(
                request.getMethod(),
                String.valueOf(request.getHttpURI().getPath()),
                query == null ? "" : query,
                headers,
                parts,
                query(request),
                new Body(new byte[0]));
        return switch (doorkeeper.ask(route.guard(), asked)) {
            case Doorkeeper.Refused(var refusal) -> refusal;
            case Doorkeeper.Admitted(var actor) -> {
                try (var held = intake.take(request, route.guard())) {
                    var whole = asked.with(held.body());
                    yield actor.doing(() -> route.endpoint().answer(whole));
                }
            }
        };
    }

    private static Map<String, String> headers(Request request) {
        var headers = new HashMap<String, String>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
        }
        return headers;
    }

    private static String host(Request request) {
        var host = Request.getServerName(request);
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> query(Request request) {
        var query = new HashMap<String, String>();
        var text = request.getHttpURI().getQuery();
        if (text != null) {
            for (var pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                query.putIfAbsent(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private Answer problem(int status, String key) {
        return Answer.problem(status, texts.text("http." + status), texts.text(key));
    }
}
