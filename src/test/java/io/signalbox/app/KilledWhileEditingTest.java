package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was drawn a second before the program is killed is there when the workspace is opened again.
final class KilledWhileEditingTest {
    private static final long MAY_BE_LOST_MILLIS = 1000;
    private static final int ROUNDS = Integer.getInteger("signalbox.kills", 3);

    @TempDir
    private Path folder;

    private record Typed(long at, int number) {}

    @Test
    void at_most_the_last_second_is_lost_when_the_program_is_killed() throws Exception {
        var random = new Random(20261122);
        for (int round = 1; round <= ROUNDS; round++) {
            killOnce(folder.resolve("desk" + round), 500 + random.nextInt(3000));
        }
    }

    private static void killOnce(Path desk, long after) throws Exception {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingChild.class.getName(),
                        desk.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var typed = new ArrayList<Typed>();
        long killed;
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            typed.add(read(lines));
            var reader = Thread.ofVirtual().start(() -> readAll(lines, typed));
            Thread.sleep(after);
            killed = System.currentTimeMillis();
            child.destroyForcibly();
            reader.join();
        } finally {
            child.destroyForcibly();
            assertTrue(child.waitFor(90, TimeUnit.SECONDS));
        }
        int must = typed.stream()
                .filter(edit -> edit.at() <= killed - MAY_BE_LOST_MILLIS)
                .mapToInt(Typed::number)
                .max()
                .orElse(0);
        int kept = stored(desk);
        System.out.printf(
                "killed after %d ms: %d edits, %d older than a second, %d kept%n",
                after, typed.getLast().number(), must, kept);
        assertTrue(kept >= must, () -> "edit " + must + " was a second old, but the last one kept is " + kept);
    }

    private static Typed read(BufferedReader lines) throws java.io.IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("the child ended before it edited anything");
        }
        return typed(line);
    }

    private static Typed typed(String line) {
        var parts = line.split(" ", -1);
        return new Typed(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    /// Until the pipe breaks with the child.
    private static void readAll(BufferedReader lines, List<Typed> typed) {
        lines.lines()
                .filter(line -> line.matches("\\d+ \\d+"))
                .map(KilledWhileEditingTest::typed)
                .forEach(typed::add);
    }

    private static int stored(Path desk) throws Exception {
        try (var workspace =
                Workspace.open(desk, new SecureRandom(), InstantSource.system()).orElseThrow()) {
            var name = workspace
                    .flows()
                    .find(Rig.sample().id())
                    .orElseThrow()
                    .flow()
                    .name();
            return name.startsWith("Edit ") ? Integer.parseInt(name.substring(5)) : 0;
        }
    }
}
