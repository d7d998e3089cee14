package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program started with nothing said, as most people start it.
final class NoArgumentsTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void the_designer_opens_on_the_workspace_of_the_home_folder() throws Exception {
        var said = home.resolve("said.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            var data = home.resolve(".signalbox");
            Rig.await(() -> !process.isAlive() || ControlFile.read(data).isPresent());
            assertTrue(process.isAlive(), Files.readString(said));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
