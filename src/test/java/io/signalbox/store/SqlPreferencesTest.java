package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlPreferencesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_saved_is_there_after_a_restart_beside_what_was_saved_before() {
        try (var database = open()) {
            var preferences = new SqlPreferences(database);
            assertEquals(Map.of(), preferences.all());
            preferences.save(Map.of("theme", "dark", "scale", "125"));
            preferences.save(Map.of("scale", "90"));
        }
        try (var database = open()) {
            assertEquals(Map.of("theme", "dark", "scale", "90"), new SqlPreferences(database).all());
        }
    }

    private Database open() {
        return Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
    }
}
