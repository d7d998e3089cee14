package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Secret;
import io.signalbox.engine.StoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    @TempDir
    private Path folder = Path.of("");

    private final SecureRandom random = new SecureRandom();

    private VaultKey key() {
        return VaultKey.open(folder.resolve("vault.key"), random);
    }

    @Test
    void a_secret_opens_only_at_its_own_place_and_with_its_own_key() {
        var vault = new Vault(key(), random);
        var sealed = vault.seal("default|wa|access-token|1", new Secret("c4nary"));
        assertEquals(new Secret("c4nary"), vault.open("default|wa|access-token|1", sealed));
        assertThrows(StoreException.class, () -> vault.open("default|other|access-token|1", sealed));
        var other = new Vault(VaultKey.open(folder.resolve("other.key"), random), random);
        assertThrows(StoreException.class, () -> other.open("default|wa|access-token|1", sealed));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("c4nary"));
    }

    @Test
    void every_changed_bit_is_noticed() {
        var vault = new Vault(key(), random);
        var sealed = vault.seal("p", new Secret("s"));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var changed = Arrays.copyOf(sealed, sealed.length);
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThrows(StoreException.class, () -> vault.open("p", changed), "bit " + bit);
        }
    }

    @Test
    void the_same_secret_is_never_sealed_alike_twice() {
        var vault = new Vault(key(), random);
        assertNotEquals(
                Arrays.toString(vault.seal("p", new Secret("s"))), Arrays.toString(vault.seal("p", new Secret("s"))));
    }

    @Test
    void the_key_file_is_its_owners_alone() throws Exception {
        key();
        var file = folder.resolve("vault.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var refused = assertThrows(StoreException.class, this::key);
        assertTrue(String.valueOf(refused.getCause()).contains("chmod 600"), String.valueOf(refused.getCause()));
    }

    @Test
    void neither_key_nor_secret_prints_itself() {
        assertEquals("VaultKey[hidden]", key().toString());
        assertEquals("Secret[hidden]", new Secret("c4nary").toString());
    }

    @Test
    void the_applications_user_may_read_and_write_rows_and_nothing_else() throws Exception {
        var key = key();
        try (var database = Database.open(folder, key)) {
            assertEquals(
                    Integer.toString(OpenDatabase.SCHEMA),
                    database.read(
                                    "asking",
                                    rows -> rows.first(
                                            "select content from setting where name = 'schema'",
                                            row -> row.getString(1)))
                            .orElse(""));
            var place = folder.resolve("db/signalbox").toAbsolutePath().toString();
            var url = "jdbc:h2:" + CheckedFiles.over(place) + ";IFEXISTS=TRUE";
            try (var connection = DriverManager.getConnection(url, "SB_APP", key.password("db-app"));
                    var statement = connection.createStatement()) {
                for (var forbidden : new String[] {
                    "create alias f for 'java.lang.System.exit'",
                    "create table t (n int)",
                    "drop table flow",
                    "update audit.entry set actor = 'nobody'",
                    "delete from audit.entry",
                    "select file_read('/etc/hostname')",
                    "call csvwrite('/tmp/x', 'select 1')",
                    "set write_delay 500",
                    "script to '/tmp/x'",
                    "backup to '/tmp/x'",
                    "checkpoint sync",
                    "shutdown"
                }) {
                    assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
                }
            }
        }
    }
}
