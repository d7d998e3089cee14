package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The service as it is installed: `bin/signalbox` of the portable distribution, with the JavaFX jars taken out.
@DisabledOnOs(OS.WINDOWS)
final class ServeIT {
    private static final Path DISTRIBUTION = Path.of(System.getProperty("signalbox.distribution", "target/signalbox"));

    /// Asks no source, since the stand-in of Fracttal keeps its limit of 200 calls a minute.
    private static final String TOLD_AT_ONCE = """
            {"format": "signalbox.flow/1", "id": "told-at-once", "name": "Told at once",
             "nodes": [
              {"id": "trigger", "kind": "trigger", "type": "event",
               "settings": {"module": "tasks", "submodule": "work_orders", "event": "new_wo"}},
              {"id": "send", "kind": "connection", "type": "whatsapp", "connection": "whatsapp-main",
               "operation": "send-template",
               "settings": {"template": "wo_urgent", "language": "en", "to": "5511988887777"}},
              {"id": "fields", "kind": "configuration", "fields": [
                {"to": "1", "from": {"path": "trigger.data.wo_folio"}},
                {"to": "2", "from": {"path": "trigger.data.code_responsible"}},
                {"to": "3", "from": {"path": "trigger.entity"}}]}],
             "wires": [{"from": "trigger", "to": "send"}, {"from": "send", "to": "fields"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path program = Path.of("");
    private Path data = Path.of("");
    private final List<Process> started = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void installWithoutJavaFx() throws IOException {
        var server = folder.resolve("server");
        try (var files = Files.walk(DISTRIBUTION)) {
            for (var file : files.toList()) {
                var name = DISTRIBUTION.relativize(file);
                if (!name.startsWith(Path.of("lib", "javafx")) && Files.isRegularFile(file)) {
                    var copy = server.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        program = server.resolve("bin/signalbox");
        data = folder.resolve("data");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (var process : started) {
            process.destroyForcibly().waitFor();
        }
        client.close();
    }

    private Process start(Path output, String... arguments) throws IOException {
        return start(program(arguments).redirectErrorStream(true).redirectOutput(output.toFile()));
    }

    private ProcessBuilder program(String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment()
                .keySet()
                .removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS", "DISPLAY"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        var process = builder.start();
        started.add(process);
        return process;
    }

    /// What the command printed; it must end well.
    private String run(String... arguments) throws Exception {
        var output = Files.createTempFile(folder, "out", ".txt");
        var process = start(output, arguments);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS), String.join(" ", arguments));
        var text = Files.readString(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    private String prepare(Sandbox sandbox) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "sandbox");
        var flow = Files.writeString(folder.resolve("flow.json"), TOLD_AT_ONCE);
        run(
                "connection",
                "set",
                "fracttal-main",
                "--type",
                "fracttal",
                "--set",
                "base-url=" + sandbox.url() + "/fracttal/api",
                "--set",
                "token-url=" + sandbox.url() + "/fracttal/oauth/token",
                "--set",
                "client-id=k",
                "--secret",
                "client-secret=@" + secret,
                "--data",
                data.toString());
        run(
                "connection",
                "set",
                "whatsapp-main",
                "--type",
                "whatsapp",
                "--set",
                "base-url=" + sandbox.url() + "/whatsapp",
                "--set",
                "phone-number-id=unlimited",
                "--secret",
                "access-token=@" + secret,
                "--data",
                data.toString());
        run("import", flow.toString(), "--enable", "--data", data.toString());
        return Json.parse(run(
                        "token",
                        "create",
                        "--name",
                        "it",
                        "--scope",
                        "events",
                        "--scope",
                        "run.read",
                        "--json",
                        "--data",
                        data.toString()))
                .at("token")
                .asText();
    }

    private Process serve(Sandbox sandbox) throws Exception {
        Files.deleteIfExists(data.resolve("control.json"));
        var process = start(
                folder.resolve("serve.txt"),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString(),
                "--allow-host",
                "127.0.0.1:" + sandbox.port());
        Rig.await(() -> ControlFile.read(data).isPresent() || !process.isAlive());
        assertTrue(process.isAlive(), Files.readString(folder.resolve("serve.txt")));
        return process;
    }

    private int post(String token, String id) throws InterruptedException {
        var event = "{\"id\":\"" + id
                + "\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"entity\":\"" + id
                + "\",\"data\":{\"wo_folio\":\"OT-1499\",\"code_responsible\":\"HR-25\",\"id\":\"" + id + "\"}}";
        try {
            var port = ControlFile.read(data).orElseThrow().port();
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                                    .timeout(Duration.ofSeconds(20))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(event))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException _) {
            return 0; // Killed in the middle: nobody was told anything.
        }
    }

    private Value ledger(String token) throws Exception {
        var port = ControlFile.read(data).orElseThrow().port();
        var answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/ledger"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.parse(answer.body());
    }

    @Test
    void the_demo_ends_well_without_a_display_or_anything_configured() throws Exception {
        var result = folder.resolve("result.json");
        var shown = folder.resolve("shown.txt");
        var demo = start(program("demo", "--lang", "en", "--json")
                .redirectOutput(result.toFile())
                .redirectError(shown.toFile()));
        assertTrue(demo.waitFor(90, TimeUnit.SECONDS));
        assertEquals(0, demo.exitValue(), Files.readString(shown));
        assertTrue(Files.readString(shown).contains("Marta Jaramillo"));
        assertEquals(
                "{\"accepted\":5,\"sent\":2,\"suppressed\":3,\"waiting\":0,\"failed\":0,"
                        + "\"balanced\":true,\"messages\":2}",
                Json.write(Json.parse(Files.readString(result))));
    }

    @Test
    void every_command_but_the_window_runs_without_javafx() throws Exception {
        var flow = Files.writeString(folder.resolve("sample.json"), FlowJson.write(Rig.sample()));
        var event = Files.writeString(
                folder.resolve("event.json"),
                Json.write(Rig.sample().samples().getFirst().event()));
        var events = Files.createDirectory(folder.resolve("events"));
        Files.copy(event, events.resolve("event.json"));
        run("check", flow.toString());
        assertTrue(run("export", flow.toString(), "--format", "svg").contains("<svg "));
        assertTrue(run("preview", flow.toString(), "--event", event.toString()).contains("5511999991234"));
        assertTrue(run("rehearse", flow.toString(), "--events", events.toString(), "--json")
                .contains("\"messages\": 1"));
        try (var sandbox = new Sandbox(0, InstantSource.system())) {
            prepare(sandbox);
            assertTrue(run("export", "told-at-once", "--data", data.toString()).contains("signalbox.flow/1"));
            assertTrue(run("connection", "list", "--data", data.toString()).contains("whatsapp-main"));
            serve(sandbox);
            var made = run(
                    "token",
                    "create",
                    "--name",
                    "d",
                    "--scope",
                    "flow.read",
                    "--scope",
                    "flow.deploy",
                    "--json",
                    "--data",
                    data.toString());
            var token = Files.writeString(
                    folder.resolve("token"), Json.parse(made).at("token").asText());
            var port = ControlFile.read(data).orElseThrow().port();
            run("deploy", flow.toString(), "--server", "http://127.0.0.1:" + port, "--token-file", token.toString());
            assertTrue(
                    run("export", "new-wo-whatsapp", "--data", data.toString()).contains("Find the responsible"));
        }
        var standIns = folder.resolve("sandbox.txt");
        start(standIns, "sandbox", "--port", "0", "--lang", "en");
        Rig.await(() -> text(standIns).contains("/sandbox/messages"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
        try (var sandbox = new Sandbox(0, InstantSource.system())) {
            var token = prepare(sandbox);
            var acknowledged = new TreeSet<String>();
            int kills = 3;
            for (int round = 0; round <= kills; round++) {
                var process = serve(sandbox);
                for (int n = 0; n < 40; n++) {
                    var id = "r" + round + "-" + n;
                    if (round < kills && n == 30) {
                        process.destroyForcibly();
                    }
                    if (post(token, id) == 202) {
                        acknowledged.add(id);
                    }
                }
                if (round < kills) {
                    process.waitFor();
                }
            }
            assertTrue(acknowledged.size() >= 100, acknowledged.toString());
            Rig.await(() -> waiting(token) == 0);
            var counted = ledger(token);
            assertEquals(Value.of(true), counted.at("balanced"));
            // An event that was stored when the kill came, but not answered yet, is delivered, too.
            long accepted = Long.parseLong(counted.at("accepted").asText());
            assertTrue(accepted >= acknowledged.size() && accepted <= acknowledged.size() + kills, counted.asText());
            assertEquals(counted.at("accepted"), counted.at("sent"));
            var keys = keys(sandbox.messages());
            assertTrue(keys.size() >= acknowledged.size(), keys.size() + " of " + acknowledged.size());
            // Only calls under way at a kill may be repeated, and each repeat bears the key of the first.
            int repeats = sandbox.messages().size() - keys.size();
            assertTrue(repeats <= kills * 4, "repeated " + repeats);
        }
    }

    private long waiting(String token) {
        try {
            return Long.parseLong(ledger(token).at("waiting").asText());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Set<String> keys(List<Arrived> messages) {
        var keys = new HashSet<String>();
        for (var message : messages) {
            keys.add(fields(message).getOrDefault("biz_opaque_callback_data", ""));
        }
        return keys;
    }

    private static Map<String, String> fields(Arrived message) {
        try {
            var fields = new HashMap<String, String>();
            Json.parse(message.body()).asFields().fields().forEach((name, value) -> fields.put(name, value.asText()));
            return fields;
        } catch (JsonProblem problem) {
            throw new IllegalArgumentException(message.body(), problem);
        }
    }

    @Test
    void it_stops_at_once_when_asked_and_leaves_the_workspace_to_others() throws Exception {
        try (var sandbox = new Sandbox(0, InstantSource.system())) {
            var token = prepare(sandbox);
            var process = serve(sandbox);
            assertEquals(202, post(token, "e-1"));
            Rig.await(() -> waiting(token) == 0);
            process.destroy();
            assertTrue(process.waitFor(15, TimeUnit.SECONDS));
            assertFalse(Files.exists(data.resolve("control.json")));
            assertTrue(run("token", "list", "--data", data.toString()).contains("it"));
        }
    }
}
