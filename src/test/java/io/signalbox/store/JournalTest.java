package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final int ROUNDS = 12;
    private static final int ROWS = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void closing_in_the_middle_of_a_write_neither_fails_nor_loses_what_was_asked_for() {
        var large = "x".repeat(10_000);
        for (int round = 0; round < ROUNDS; round++) {
            var key = "round-" + round + "-";
            try (var database = open()) {
                var _ = database.journal().submit(statements -> {
                    for (int row = 0; row < ROWS; row++) {
                        statements.update("insert into setting (name, content) values (?, ?)", key + row, large);
                    }
                    return true;
                });
            }
        }
        try (var database = open()) {
            long kept = database.read(
                    "counting",
                    statements -> statements
                            .first("select count(*) from setting where name like 'round-%'", row -> row.getLong(1))
                            .orElse(0L));
            assertEquals(ROUNDS * ROWS, kept);
        }
    }

    private Database open() {
        return Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
    }
}
