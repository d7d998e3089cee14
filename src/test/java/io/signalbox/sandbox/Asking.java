package io.signalbox.sandbox;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/// A sandbox whose clock stands still, asked over HTTP by the connectors themselves.
public final class Asking implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");

    public Asking() throws IOException {
        InstantSource clock = () -> now;
        sandbox = new Sandbox(0, clock);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public String url() {
        return sandbox.url();
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// What the connector makes of the stand-in's answer.
    ///
    /// @param authorization the header's value; blank for none
    public Outcome perform(Connector connector, Call call, String authorization)
            throws CallProblem, IOException, InterruptedException {
        return connector.decode(call, reply(connector.encode(call), authorization));
    }

    public Reply reply(Outgoing outgoing, String authorization) throws IOException, InterruptedException {
        var body = switch (outgoing.body()) {
            case Outgoing.NoBody _ -> "";
            case Outgoing.JsonBody(var value) -> Json.write(value);
            case Outgoing.SealedBody(var value, var _) -> Json.write(value);
            case Outgoing.MailBody(var letter) -> letter.toString();
            case Outgoing.FormBody(var fields, var json) -> fields + " " + json;
        };
        var response = send(outgoing.method(), outgoing.url(), body, authorization);
        var headers = new LinkedHashMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new Reply(response.statusCode(), headers, Calls.json(response.body()));
    }

    public Value control(String method, String path, String body) throws IOException, InterruptedException {
        return Calls.json(send(method, url() + "/sandbox" + path, body, "").body());
    }

    private HttpResponse<String> send(String method, String url, String body, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
