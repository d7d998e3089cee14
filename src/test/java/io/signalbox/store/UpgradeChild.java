package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/// A process that opens the workspace it is told, says so before, and waits to be killed.
final class UpgradeChild {
    private UpgradeChild() {}

    /// Lets such a process begin, and ends it so long after a file has come to be.
    ///
    /// @param fresh beside the database
    static void killed(Path folder, String fresh, long millis) throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UpgradeChild.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (var said = child.inputReader()) {
            assertEquals("opening", said.readLine());
            while (Files.notExists(folder.resolve("db").resolve(fresh))) {
                assertFalse(child.waitFor(1, TimeUnit.MILLISECONDS), "the child ended by itself");
            }
            child.waitFor(millis, TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        System.out.println("opening");
        try (var _ = Database.open(folder, key)) {
            Thread.sleep(60_000);
        }
    }
}
