package io.signalbox.store;

import java.nio.file.Path;
import java.security.SecureRandom;

/// A process that opens the workspace it is told, says so before, and waits to be killed.
final class UpgradeChild {
    private UpgradeChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = Path.of(arguments[0]);
        var key = VaultKey.open(folder.resolve("vault.key"), new SecureRandom());
        System.out.println("opening");
        try (var _ = Database.open(folder, key)) {
            Thread.sleep(60_000);
        }
    }
}
