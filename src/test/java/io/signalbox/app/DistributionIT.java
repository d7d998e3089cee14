package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs `bin/signalbox` of the portable distribution, as a user would.
@DisabledOnOs(OS.WINDOWS)
final class DistributionIT {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("signalbox.distribution", "target/signalbox"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void it_answers_with_its_version_and_nothing_else() throws Exception {
        assertEquals(answer(0, "signalbox " + Main.version() + "\n", ""), run(DISTRIBUTION, Map.of(), "--version"));
    }

    @Test
    void the_second_start_reads_the_class_archive_and_says_nothing_of_it() throws Exception {
        run(DISTRIBUTION, Map.of(), "--version");
        try (var archives = Files.list(folder.resolve("cache/signalbox"))) {
            assertEquals(1, archives.count());
        }
        assertEquals(answer(0, "signalbox " + Main.version() + "\n", ""), run(DISTRIBUTION, Map.of(), "--version"));
    }

    @Test
    void a_cache_that_cannot_be_written_does_no_harm() throws Exception {
        var answered = run(DISTRIBUTION, Map.of("XDG_CACHE_HOME", "/proc/nowhere"), "--version");
        assertEquals(answer(0, "signalbox " + Main.version() + "\n", ""), answered);
    }

    @Test
    void commands_run_with_the_javafx_jars_deleted() throws Exception {
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
        assertEquals(answer(0, "signalbox " + Main.version() + "\n", ""), run(server, Map.of(), "--version"));
    }

    @Test
    void it_runs_through_a_link() throws Exception {
        var link = Files.createSymbolicLink(
                folder.resolve("linked"), DISTRIBUTION.resolve("bin/signalbox").toAbsolutePath());
        var answered = start(link, Map.of(), "--version");
        Files.delete(link);
        assertEquals(answer(0, "signalbox " + Main.version() + "\n", ""), answered);
    }

    private Answer run(Path distribution, Map<String, String> environment, String... arguments) throws Exception {
        return start(distribution.resolve("bin/signalbox"), environment, arguments);
    }

    private Answer start(Path program, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        var output = folder.resolve("output").toFile();
        var errors = folder.resolve("errors").toFile();
        var builder = new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
        // Java would say on standard error that it has picked them up.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_OPTS"));
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        return answer(builder.start().waitFor(), text(output), text(errors));
    }

    private static String text(File file) throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    private static Answer answer(int exit, String output, String errors) {
        return new Answer(exit, output, errors);
    }

    private record Answer(int exit, String output, String errors) {}
}
