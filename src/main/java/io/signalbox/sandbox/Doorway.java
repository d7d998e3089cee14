package io.signalbox.sandbox;

import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns the server's requests into [Asked] and writes the answers. Runs on virtual threads, so waiting costs
/// nothing.
final class Doorway extends Handler.Abstract {
    private static final int LARGEST_BODY = 1024 * 1024;

    /// May wait, as a slow vendor does.
    interface Answering {
        Answer answer(Asked asked) throws InterruptedException;
    }

    private final Answering answering;

    Doorway(Answering answering) {
        this.answering = answering;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var answer = answerTo(request);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(
                true,
                ByteBuffer.wrap(
                        answer.isText()
                                ? answer.body().asText().getBytes(StandardCharsets.UTF_8)
                                : Json.bytes(answer.body())),
                callback);
        return true;
    }

    private Answer answerTo(Request request) throws IOException, InterruptedException {
        byte[] body;
        try (var stream = Content.Source.asInputStream(request)) {
            body = stream.readNBytes(LARGEST_BODY + 1);
        }
        if (body.length > LARGEST_BODY) {
            return Answer.problem(413, "the body is larger than 1 MiB");
        }
        var headers = new TreeMap<String, String>();
        request.getHeaders()
                .forEach(header -> headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        var query = request.getHttpURI().getQuery();
        try {
            return answering.answer(new Asked(
                    request.getMethod(),
                    request.getHttpURI().toString(),
                    segments(request.getHttpURI().getPath()),
                    Asked.pairs(query == null ? "" : query),
                    headers,
                    new String(body, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException unreadable) {
            return Answer.problem(400, "the address or form is not percent-encoded: " + unreadable.getMessage());
        }
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus is a plus in a path; only forms mean a space by it.
                segments.add(Asked.decoded(segment.replace("+", "%2B")));
            }
        }
        return segments;
    }
}
