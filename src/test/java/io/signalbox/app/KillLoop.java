package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.engine.Ledger;
import io.signalbox.engine.Recovery;
import io.signalbox.engine.RunState;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills `serve` from outside at random moments under load, again and again, and keeps what it acknowledged on this
/// side. What it sent is counted at the stand-ins, which live here too.
final class KillLoop implements AutoCloseable {
    private static final int SENDERS = 4;

    /// Runs at work at the same time in one process: so many calls may be under way at a kill.
    private static final int WORKERS = 256;

    private static final String FLOW = """
            {"format": "signalbox.flow/1", "id": "told-at-once", "name": "Told at once",
             "nodes": [
              {"id": "trigger", "kind": "trigger", "type": "event",
               "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
              {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main",
               "operation": "send-template",
               "settings": {"template": "wo_urgent", "language": "en", "to": "5511988887777"}},
              {"id": "fields", "kind": "configuration", "fields": [
                {"to": "1", "from": {"path": "trigger.data.wo_folio"}},
                {"to": "2", "from": {"path": "trigger.data.wo_folio"}},
                {"to": "3", "from": {"path": "trigger.data.wo_folio"}}]}],
             "wires": [{"from": "trigger", "to": "send"}, {"from": "send", "to": "fields"}]}
            """;

    private final Path data;
    private final SplittableRandom random;
    private final Sandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Long> ready = new ArrayList<>();
    /// Each once, however alike two are.
    private final Set<Arrived> arrived = Collections.newSetFromMap(new IdentityHashMap<>());
    private String token = "";

    /// @param readyMillis how long each start took until it listened
    /// @param repeats messages that arrived more than once
    record Report(
            int kills, int acknowledged, Ledger ledger, int repeats, List<Long> readyMillis, List<String> wrong) {}

    KillLoop(Path folder, long seed) throws IOException {
        this.data = folder.resolve("data");
        this.random = new SplittableRandom(seed);
        this.sandbox = new Sandbox(0, InstantSource.system());
    }

    /// Nothing is left to wait for when this returns.
    Report run(int kills) throws Exception {
        prepare();
        for (int round = 0; round < kills; round++) {
            killOnce(200 + random.nextInt(1300));
        }
        var last = serve();
        try {
            // As a person does who finds the flow paused: three runs that were at work in three kills each are enough.
            int resumed = call(port(), "POST", "/api/v1/flows/told-at-once/enable", "")
                    .statusCode();
            if (resumed != 200) {
                throw new IllegalStateException("the flow was not resumed: " + resumed);
            }
            Rig.await(() -> acknowledged.isEmpty() || waiting() == 0);
        } finally {
            last.destroy();
            if (!last.waitFor(90, TimeUnit.SECONDS)) {
                last.destroyForcibly().waitFor();
            }
        }
        return look(kills);
    }

    private void prepare() throws Exception {
        try (var workspace = open()) {
            // The vendor's limits would hold up what is counted here: a message a run, whatever the load.
            var whatsApp = Account.of(
                    "whatsapp-main",
                    "whatsapp",
                    Map.of("base-url", sandbox.url() + "/whatsapp", "phone-number-id", "unlimited"));
            workspace.accounts().save(whatsApp, Map.of("access-token", new Secret("sandbox")));
            workspace.flows().save(Rig.flow(FLOW), 0);
            workspace.flows().switchOn("told-at-once");
            token = workspace
                    .tokens()
                    .create("loop", Set.of(Scope.EVENTS, Scope.RUN_READ, Scope.FLOW_DEPLOY))
                    .orElseThrow()
                    .value();
        }
    }

    private Workspace open() throws IOException {
        return Workspace.open(data, new SecureRandom(), InstantSource.system()).orElseThrow();
    }

    private Process serve() throws Exception {
        Files.deleteIfExists(data.resolve("control.json"));
        long started = System.nanoTime();
        var process = ServeChild.start(data, data.resolveSibling("serve.txt"), sandbox.port());
        try {
            Rig.await(() -> ControlFile.read(data).isPresent() || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(data.resolveSibling("serve.txt")));
            }
        } catch (InterruptedException | RuntimeException | AssertionError failure) {
            process.destroyForcibly();
            throw failure;
        }
        ready.add((System.nanoTime() - started) / 1_000_000);
        return process;
    }

    private void killOnce(int after) throws Exception {
        var process = serve();
        int port = ControlFile.read(data).orElseThrow().port();
        var senders = new ArrayList<Thread>();
        try {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.add(Thread.ofVirtual().start(() -> send(process, port)));
            }
            Thread.sleep(after);
        } finally {
            process.destroyForcibly().waitFor();
        }
        for (var sender : senders) {
            sender.join();
        }
        gather();
    }

    /// The stand-ins keep the latest only.
    private void gather() {
        arrived.addAll(sandbox.messages());
    }

    private void send(Process process, int port) {
        while (process.isAlive()) {
            var id = "e-" + numbers.incrementAndGet();
            var event =
                    "{\"id\":\"" + id + "\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\","
                            + "\"entity\":\"" + id + "\",\"data\":{\"wo_folio\":\"" + id + "\"}}";
            try {
                var answer = call(port, "POST", "/events", event);
                if (answer.statusCode() == 202) {
                    acknowledged.put(id, Json.parse(answer.body()).at("eventId").asText());
                }
            } catch (IOException _) {
                return; // Killed in the middle: nobody was told anything.
            } catch (InterruptedException | JsonProblem failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private HttpResponse<String> call(int port, String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int port() throws IOException {
        return ControlFile.read(data).orElseThrow().port();
    }

    private long waiting() {
        try {
            var ledger = Json.parse(call(port(), "GET", "/api/v1/ledger", "").body());
            return Long.parseLong(ledger.at("waiting").asText());
        } catch (IOException | InterruptedException | JsonProblem failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// What the rows say, against what was acknowledged and what arrived.
    private Report look(int kills) throws IOException {
        var wrong = new ArrayList<String>();
        gather();
        var arrivals = new HashMap<String, Integer>();
        for (var message : arrived) {
            arrivals.merge(key(message.body()), 1, Integer::sum);
        }
        int repeats = arrivals.values().stream().mapToInt(times -> times - 1).sum();
        if (repeats > kills * WORKERS) {
            wrong.add(repeats + " repeats after " + kills + " kills");
        }
        try (var workspace = open()) {
            int blamed = 0;
            var pairs = new HashSet<String>();
            var keys = new HashSet<String>();
            for (var run : workspace.runs().latest("", Integer.MAX_VALUE)) {
                if (!pairs.add(run.eventId() + " " + run.flow())) {
                    wrong.add("two runs for event " + run.eventId());
                }
                boolean givenUp = run.state() == RunState.DEAD && run.reason().equals(Recovery.POISON);
                if (givenUp) {
                    // At work in three deaths of the process, as far as it can know of its own doing: kept, and in the
                    // list of what a person may start again.
                    blamed++;
                }
                for (var step : workspace.runs().find(run.id()).orElseThrow().steps()) {
                    keys.add(step.key());
                    if (!givenUp && arrivals.getOrDefault(step.key(), 0) == 0) {
                        wrong.add("run " + run.id() + " sent nothing");
                    }
                    if (arrivals.getOrDefault(step.key(), 0) > 1 && !step.possibleDuplicate()) {
                        wrong.add("run " + run.id() + " sent twice and is not marked");
                    }
                }
            }
            arrivals.keySet().stream()
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> wrong.add("a message with the unknown key " + key));
            acknowledged.forEach((id, event) -> {
                if (!pairs.contains(event + " told-at-once")) {
                    wrong.add("event " + id + " was acknowledged and is lost");
                }
            });
            var ledger = workspace.events().ledger();
            if (blamed > kills / 3) {
                wrong.add(blamed + " runs blamed for " + kills + " kills");
            }
            if (!ledger.balanced()
                    || ledger.waiting() > 0
                    || ledger.failed() != blamed
                    || ledger.sent() + blamed != ledger.accepted()) {
                wrong.add(ledger.toString());
            }
            return new Report(kills, acknowledged.size(), ledger, repeats, List.copyOf(ready), List.copyOf(wrong));
        }
    }

    private static String key(String body) {
        try {
            return Json.parse(body).at("biz_opaque_callback_data").asText();
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(body, problem);
        }
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
