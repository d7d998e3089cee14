package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Ledger;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.UnreadableFlow;
import io.signalbox.sandbox.Sandbox;
import io.signalbox.store.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A whole Signalbox on loopback: workspace on disk, vendors' stand-ins, executor with its port. As `serve` runs it.
final class Rig implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Sandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;
    private Workspace workspace;
    private Executor executor;

    Rig(Path folder) throws IOException {
        this(folder, Database::open);
    }

    /// @param opening of its database, on a disk of another kind
    Rig(Path folder, Workspace.Opening opening) throws IOException {
        this.folder = folder;
        this.sandbox = new Sandbox(0, InstantSource.system());
        this.gateway = Wiring.gateway(Set.of("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + (sandbox.port() + 1)));
        this.workspace = Workspace.open(folder, new SecureRandom(), InstantSource.system(), opening)
                .orElseThrow();
        this.executor = started();
        SampleAccounts.save(workspace.accounts(), sandbox.url());
    }

    private Executor started() {
        var made = Wiring.executor(
                workspace,
                Connectors.found(),
                gateway,
                "127.0.0.1",
                0,
                new Secret("control"),
                Language.EN,
                InstantSource.system(),
                new SecureRandom());
        if (!made.start().on()) {
            throw new IllegalStateException(made.status().problem());
        }
        return made;
    }

    /// Puts everything away and opens it again, as a restarted machine does.
    void restart() throws IOException {
        putAway();
        openAgain();
    }

    /// Nobody owns the workspace from now on.
    void putAway() {
        executor.close();
        workspace.close();
        gateway.close();
    }

    void openAgain() throws IOException {
        gateway = Wiring.gateway(Set.of("127.0.0.1:" + sandbox.port(), "127.0.0.1:" + (sandbox.port() + 1)));
        workspace = Workspace.open(folder, new SecureRandom(), InstantSource.system())
                .orElseThrow();
        executor = started();
    }

    Workspace workspace() {
        return workspace;
    }

    Executor executor() {
        return executor;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    void account(String name, String type, Map<String, String> values, Map<String, Secret> secrets) {
        workspace.accounts().save(new Account(name, type, new LinkedHashMap<>(values), Set.of(), true), secrets);
    }

    String token(Scope... scopes) {
        var name = "t" + workspace.tokens().all().size();
        return workspace.tokens().create(name, Set.of(scopes)).orElseThrow().value();
    }

    /// Saves the flow and switches it on.
    void run(Flow flow) throws Exception {
        workspace
                .flows()
                .save(
                        flow,
                        workspace
                                .flows()
                                .find(flow.id())
                                .map(stored -> stored.revision())
                                .orElse(0L));
        workspace.flows().switchOn(flow.id());
        executor.live().reload();
    }

    static Flow sample() {
        return SampleFlows.first();
    }

    static Flow flow(String json) {
        try {
            return FlowJson.read(json);
        } catch (UnreadableFlow problem) {
            throw new IllegalArgumentException(problem);
        }
    }

    HttpResponse<String> call(String method, String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(executor.status().address() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        boolean typed = false;
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
            typed |= headers[at].equalsIgnoreCase("Content-Type");
        }
        if (!typed) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static Value json(HttpResponse<String> response) {
        try {
            return Json.parse(response.body());
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(response.body(), problem);
        }
    }

    /// Makes a stand-in fail.
    void fault(String json) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/faults"))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// The ledger once nothing waits any more.
    Ledger settled() throws InterruptedException {
        await(() -> workspace.events().ledger().waiting() == 0);
        return workspace.events().ledger();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        await(condition, () -> "");
    }

    /// @param found how it is instead
    static void await(BooleanSupplier condition, Supplier<String> found) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still not so after " + PATIENCE + " " + found.get());
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        executor.close();
        workspace.close();
        gateway.close();
        sandbox.close();
    }
}
