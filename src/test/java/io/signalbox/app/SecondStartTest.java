package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `signalbox` on a workspace that is open already.
final class SecondStartTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private int start(Path workspace, String... more) {
        var arguments = new ArrayList<>(List.of("--lang", "en", "--data", workspace.toString()));
        arguments.addAll(List.of(more));
        return Main.run(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(complaints, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                arguments.toArray(String[]::new));
    }

    @Test
    void a_second_start_brings_the_window_to_the_front_with_the_file_it_was_given() throws Exception {
        var workspace = folder.resolve("desk");
        var file = Files.writeString(
                folder.resolve("given.signalbox.json"),
                FlowJson.write(Rig.sample().withId("given")));
        try (var desktop = Desktop.open(workspace, Language.EN).orElseThrow()) {
            var shown = new ArrayList<Optional<String>>();
            desktop.setOnShow(shown::add);

            assertEquals(0, start(workspace));
            assertEquals(0, start(workspace, file.toString()));

            assertEquals(List.of(Optional.empty(), Optional.of("given")), shown);
            assertTrue(desktop.desk().flows().find("given").isPresent());
            assertEquals("", complaints.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_file_that_is_no_flow_is_refused_in_the_second_start() throws Exception {
        var workspace = folder.resolve("desk");
        var file = Files.writeString(folder.resolve("broken.json"), "{");
        try (var desktop = Desktop.open(workspace, Language.EN).orElseThrow()) {
            desktop.setOnShow(_ -> {
                throw new IllegalStateException("nothing was to be shown");
            });
            assertEquals(Shell.NO_WORKSPACE, start(workspace, file.toString()));
            assertTrue(complaints.toString(StandardCharsets.UTF_8).contains("broken.json"));
        }
    }

    @Test
    void a_service_says_that_the_workspace_is_its_own() throws Exception {
        try (var rig = new Rig(folder.resolve("served"))) {
            ControlFile.here(rig.executor().port(), new Secret("control")).write(folder.resolve("served"));
            assertEquals(Shell.NO_WORKSPACE, start(folder.resolve("served")));
            assertTrue(complaints.toString(StandardCharsets.UTF_8).contains("already in use by another Signalbox"));
        }
    }
}
