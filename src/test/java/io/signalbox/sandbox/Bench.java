package io.signalbox.sandbox;

import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Calls;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Outcome;
import io.signalbox.engine.Direct;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.mail.MailGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A sandbox at a time of the test's choosing, and the connectors that ask it as the engine does.
public final class Bench implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final Gateway gateway;
    private Instant now = Instant.parse("2026-11-21T14:00:00Z");

    public Bench() throws IOException {
        sandbox = new Sandbox(0, () -> now);
        var allowed = Set.of("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + (sandbox.port() + 1));
        gateway = new MailGateway(new HttpGateway(allowed), allowed);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public void pass(long seconds) {
        now = now.plusSeconds(seconds);
    }

    public Instant now() {
        return now;
    }

    /// The connection of that name that comes with the stand-ins, its secrets and values changed.
    public Direct line(String account, Map<String, String> values, Map<String, String> secrets) {
        return line(account, values, secrets, gateway);
    }

    private Direct line(String account, Map<String, String> values, Map<String, String> secrets, Gateway way) {
        var sample = Sandbox.samples(sandbox.url()).stream()
                .filter(one -> one.account().name().equals(account))
                .findFirst()
                .orElseThrow();
        var allValues = new LinkedHashMap<>(sample.account().values());
        allValues.putAll(values);
        var allSecrets = new LinkedHashMap<String, String>();
        sample.secrets().forEach((key, secret) -> allSecrets.put(key, secret.value()));
        allSecrets.putAll(secrets);
        var connector = Connectors.found().find(sample.account().type()).orElseThrow();
        return new Direct(connector, way, allValues, allSecrets);
    }

    /// The same, on a line that breaks after each call that makes something happen, before its answer comes.
    public Direct breaking(String account) {
        Gateway breaks = (outgoing, privateHost) -> {
            var exchange = gateway.send(outgoing, privateHost);
            return outgoing.method().equals("POST") ? new Exchange.Lost("broken-off", "") : exchange;
        };
        return line(account, Map.of(), Map.of(), breaks);
    }

    public Direct line(String account) {
        return line(account, Map.of(), Map.of());
    }

    /// `later ` before the reason where the call is to be made again; blank when it went well.
    public static String said(Outcome outcome) {
        return (outcome instanceof Outcome.TryLater ? "later " : "") + Calls.reason(outcome);
    }

    /// What an operation without a map led to, settings as names and texts.
    public static String said(Direct line, String operation, String... settings) throws CallProblem {
        return said(line.call(operation, Calls.texts(settings), Value.Fields.empty(), "key-1"));
    }

    public HttpResponse<String> control(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
        sandbox.close();
    }
}
