package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every command takes, wherever it stands in the line.
final class OptionsTest {
    @TempDir
    private Path folder = Path.of("");

    private static String run(int code, String... arguments) {
        var out = new ByteArrayOutputStream();
        var both = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(code, Main.run(both, both, InputStream.nullInputStream(), arguments));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void options_before_the_command_count_as_those_behind_it() {
        var data = folder.resolve("before").toString();
        assertEquals(
                "[]", run(0, "--data", data, "--json", "connection", "list").strip());
        assertTrue(Files.isDirectory(folder.resolve("before")));
        assertEquals(
                "[]", run(0, "connection", "--data", data, "--json", "list").strip());
    }

    @Test
    void the_last_one_said_holds() {
        run(
                0,
                "--data",
                folder.resolve("one").toString(),
                "connection",
                "list",
                "--data",
                folder.resolve("two").toString());
        assertFalse(Files.exists(folder.resolve("one")));
        assertTrue(Files.isDirectory(folder.resolve("two")));
    }

    @Test
    void the_language_before_the_command_is_that_of_its_words() {
        var nothing = folder.resolve("nothing.json").toString();
        assertEquals(run(2, "check", nothing, "--lang", "fr"), run(2, "--lang", "fr", "check", nothing));
    }

    @Test
    void what_is_wrong_with_a_line_is_said_in_the_persons_language() {
        assertTrue(run(2, "--lang", "fr", "check").startsWith("Il manque : FLOW."));
        assertTrue(run(2, "preview", "--lang", "es", "x.json").startsWith("Falta: --event=FILE."));
        assertTrue(run(2, "--lang", "it", "check", "x.json", "--bogus").startsWith("«--bogus» non è noto qui."));
        assertTrue(run(2, "--lang", "pt-BR", "serve", "--port", "abc")
                .startsWith("O valor de --port não pode ser usado: “abc”: 0–65535"));
        assertTrue(run(2, "--lang", "en", "runs", "list", "--limit", "many")
                .startsWith("The value of --limit cannot be used: “many”"));
    }
}
