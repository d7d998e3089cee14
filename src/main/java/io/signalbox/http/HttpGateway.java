package io.signalbox.http;

import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// The only way out of the process but for mail. One client and one policy: no redirects, 10 seconds to connect, 30 for
/// the whole
/// exchange down to the last byte of the reply, replies of at most 1 MiB when unpacked, private addresses only by the
/// allow-list. Safe for use by several threads.
public final class HttpGateway implements Gateway {
    private static final long LARGEST_REPLY = 1024 * 1024;
    /// As many as runs at work at the same time: with fewer, a busy server would open and close them all the time.
    private static final int IDLE_CONNECTIONS = 256;
    /// Less than the shortest that common servers keep one for, 5 s: a message on a connection that the other side has
    /// just closed has an outcome that nobody knows.
    private static final long IDLE_SECONDS = 4;

    private static final MediaType JSON = MediaType.get("application/json");

    private final AddressPolicy policy;
    private final OkHttpClient outside;
    private final OkHttpClient inside;

    /// How long is waited for others.
    ///
    /// @param exchange from the first look at the address to the last byte of the reply
    public record Patience(Duration connect, Duration exchange) {
        public static final Patience STANDARD = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /// @param allowed `host:port` of private targets that every account may reach
    public HttpGateway(Set<String> allowed) {
        this(allowed, Patience.STANDARD);
    }

    /// @param allowed `host:port` of private targets that every account may reach
    public HttpGateway(Set<String> allowed, Patience patience) {
        policy = new AddressPolicy(allowed);
        var ownAnswers = new OwnAnswers();
        outside = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                // A repeat is ours to decide and to count.
                .retryOnConnectionFailure(false)
                .connectTimeout(patience.connect())
                .callTimeout(patience.exchange())
                // The deadline of the whole exchange alone ends a wait: a service may think as long as that.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListener(new Told())
                .addNetworkInterceptor(HttpGateway::plain)
                .addNetworkInterceptor(ownAnswers)
                .socketFactory(ownAnswers)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .dns(new CheckedDns(false))
                .build();
        inside = outside.newBuilder().dns(new CheckedDns(true)).build();
    }

    /// How far a call came.
    private static final class Progress {
        private volatile boolean sent;
        private volatile int status;
    }

    /// Keeps refusals from the client, which would ask again by itself after some and make a fault of others: it sees
    /// one that it has no opinion of.
    private static Response plain(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var progress = chain.request().tag(Progress.class);
        if (progress == null) {
            return response;
        }
        progress.status = response.code();
        return response.code() < 400
                ? response
                : response.newBuilder().code(400).build();
    }

    /// Notes when the first byte of a request goes out: before, nobody can have taken it.
    private static final class Told extends EventListener {
        @Override
        public void requestHeadersStart(okhttp3.Call call) {
            var progress = call.request().tag(Progress.class);
            if (progress != null) {
                progress.sent = true;
            }
        }
    }

    /// What the name stands for is what is dialled: the check and the connection use the same answer.
    private record CheckedDns(boolean privately) implements Dns {
        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            var addresses = Dns.SYSTEM.lookup(host);
            for (var address : addresses) {
                check(host, address, privately);
            }
            return addresses;
        }

        static void check(String host, InetAddress address, boolean privately) throws ForbiddenAddress {
            var refusal = AddressPolicy.refusal(address, privately);
            if (refusal.isPresent()) {
                throw new ForbiddenAddress(refusal.get(), host);
            }
        }
    }

    private static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1;

        private final String key;

        ForbiddenAddress(String key, String host) {
            super(host);
            this.key = key;
        }
    }

    @Override
    public Exchange send(Outgoing outgoing, Optional<String> privateHost) {
        var url = HttpUrl.parse(outgoing.url());
        if (url == null || AddressPolicy.isDisguised(url.host())) {
            return new Exchange.Unanswered("forbidden-address", url == null ? "" : url.host(), false);
        }
        boolean privately = policy.mayReachPrivate(url.host(), url.port())
                || privateHost.filter((url.host() + ":" + url.port())::equals).isPresent();
        var progress = new Progress();
        try {
            if (isLiteral(url.host())) {
                // The client asks no name service for a literal, so it is checked here.
                CheckedDns.check(url.host(), InetAddress.ofLiteral(url.host()), privately);
            }
            try (var response = (privately ? inside : outside)
                    .newCall(request(outgoing, url, progress))
                    .execute()) {
                return read(response, progress.status, outgoing.wantsBytes());
            }
        } catch (ForbiddenAddress forbidden) {
            return new Exchange.Unanswered(forbidden.key, url.host() + ":" + url.port(), false);
        } catch (IOException broken) {
            return broken(url, broken, progress.sent);
        } catch (IllegalArgumentException unfit) {
            // A header with a line break, say: the client refuses to write it, and so do we. Its words may hold a
            // secret.
            return new Exchange.Unanswered("header", url.host(), false);
        }
    }

    /// @param sent true when some of the request went out
    private static Exchange broken(HttpUrl url, IOException failure, boolean sent) {
        var detail = url.host() + ": " + failure.getMessage();
        if (!sent) {
            return new Exchange.Unanswered("unreachable", detail, true);
        }
        return new Exchange.Lost(failure instanceof InterruptedIOException ? "timeout" : "broken-off", detail);
    }

    private static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    private static Request request(Outgoing outgoing, HttpUrl url, Progress progress) {
        var request =
                new Request.Builder().url(url).tag(Progress.class, progress).header("User-Agent", "Signalbox");
        outgoing.headers().forEach(request::header);
        if (outgoing.body() instanceof Outgoing.SealedBody(var value, var seal)) {
            var bytes = Json.bytes(value);
            seal.headers(bytes).forEach(request::header);
            return request.method(outgoing.method(), RequestBody.create(bytes, JSON))
                    .build();
        }
        return request.method(outgoing.method(), body(outgoing)).build();
    }

    private static @Nullable RequestBody body(Outgoing outgoing) {
        return switch (outgoing.body()) {
            case Outgoing.NoBody _ ->
                switch (outgoing.method()) {
                    case "POST", "PUT", "PATCH" -> RequestBody.create(new byte[0], null);
                    default -> null;
                };
            case Outgoing.JsonBody(var value) -> RequestBody.create(Json.bytes(value), JSON);
            case Outgoing.SealedBody _, Outgoing.MailBody _ ->
                throw new IllegalArgumentException("no body of a request");
            case Outgoing.FormBody(var fields, var json) -> {
                var form = new FormBody.Builder(StandardCharsets.UTF_8);
                fields.forEach(form::add);
                json.forEach((name, value) -> form.add(name, Json.write(value)));
                yield form.build();
            }
        };
    }

    private static Exchange read(Response response, int status, boolean asBytes) throws IOException {
        var source = response.body().source();
        if (source.request(LARGEST_REPLY + 1)) {
            return new Exchange.Unanswered("reply-too-large", Integer.toString(status), false);
        }
        var bytes = source.readByteArray();
        var headers = new HashMap<String, String>();
        response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        var body = asBytes ? Value.of(new String(bytes, StandardCharsets.ISO_8859_1)) : value(response, bytes);
        return new Exchange.Answered(new Reply(status, headers, body));
    }

    /// JSON where it says so or looks so; else the text.
    private static Value value(Response response, byte[] bytes) {
        if (bytes.length == 0) {
            return Value.nothing();
        }
        var type = response.header("Content-Type", "");
        boolean json =
                (type != null && type.toLowerCase(Locale.ROOT).contains("json")) || bytes[0] == '{' || bytes[0] == '[';
        if (json) {
            try {
                return Json.parse(bytes);
            } catch (JsonProblem _) {
                return Value.of(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return Value.of(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        outside.dispatcher().executorService().shutdown();
        outside.connectionPool().evictAll();
    }
}
