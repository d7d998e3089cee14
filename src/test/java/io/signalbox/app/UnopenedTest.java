package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace that cannot be opened is left as it is, and what is the matter is said.
final class UnopenedTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void make() {
        run(0, "connection", "list");
    }

    private Path file() {
        return folder.resolve("db").resolve("signalbox.mv.db");
    }

    private String run(int code, String... arguments) {
        var out = new ByteArrayOutputStream();
        var both = new PrintStream(out, true, StandardCharsets.UTF_8);
        var line = new String[arguments.length + 4];
        System.arraycopy(arguments, 0, line, 4, arguments.length);
        line[0] = "--data";
        line[1] = folder.toString();
        line[2] = "--lang";
        line[3] = "en";
        assertEquals(code, Main.run(both, both, InputStream.nullInputStream(), line), () -> text(out));
        return text(out);
    }

    private static String text(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_key_that_is_not_its_own_is_named() throws Exception {
        var key = folder.resolve("vault.key");
        var own = Files.readAllBytes(key);
        Files.delete(key);
        var said = run(4, "connection", "list");
        assertTrue(said.contains("made with another key than the file vault.key in it"), said);
        Files.write(key, own);
        run(0, "connection", "list");
    }

    @Test
    void a_damaged_database_without_a_copy_is_called_damaged() throws Exception {
        var bytes = Files.readAllBytes(file());
        for (int at = 8192; at < bytes.length - 4096; at += 16) {
            bytes[at] ^= 0x10;
        }
        Files.write(file(), bytes);
        var said = run(4, "connection", "list");
        assertTrue(said.contains("is damaged (") && said.contains("signalbox restore FILE"), said);
        assertTrue(run(1, "doctor").contains("is damaged ("));
        assertArrayEquals(bytes, Files.readAllBytes(file()));
    }
}
