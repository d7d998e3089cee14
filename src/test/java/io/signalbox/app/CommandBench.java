package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A workspace and files to run commands on, in this process.
abstract class CommandBench {
    @TempDir
    Path folder = Path.of("");

    Path data = Path.of("");
    Path flow = Path.of("");
    Path event = Path.of("");

    /// What a command left behind.
    record Ran(int code, String out, String err) {
        Value json() {
            try {
                return Json.parse(out);
            } catch (JsonProblem problem) {
                throw new IllegalArgumentException(out, problem);
            }
        }
    }

    @BeforeEach
    void files() throws IOException {
        data = folder.resolve("data");
        flow = write("flow.json", FlowJson.write(Rig.sample()));
        event = write("event.json", Json.write(Rig.sample().samples().getFirst().event()));
    }

    final Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static Ran run(String in, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        int code = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    final Ran workspace(String in, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return run(in, all.toArray(String[]::new));
    }

    final void connections() {
        assertEquals(
                0,
                workspace(
                                "s",
                                "connection",
                                "set",
                                "fracttal-main",
                                "--type",
                                "fracttal",
                                "--set",
                                "client-id=k",
                                "--secret",
                                "client-secret=-")
                        .code());
        assertEquals(
                0,
                workspace(
                                "s",
                                "connection",
                                "set",
                                "whatsapp-main",
                                "--type",
                                "whatsapp",
                                "--set",
                                "phone-number-id=1",
                                "--secret",
                                "access-token=-")
                        .code());
    }
}
