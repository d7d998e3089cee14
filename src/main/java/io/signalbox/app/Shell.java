package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.engine.Safekeeping;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where a command speaks: results to `out`, everything else to `err`.
record Shell(PrintStream out, PrintStream err, InputStream in) {

    /// A command that ends here and now.
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int code;

        /// @param message for the person
        Stop(int code, String message) {
            super(message);
            this.code = code;
        }

        int code() {
            return code;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /// Exit codes: what scripts hold on to.
    static final int YES = 0;

    static final int NO = 1;
    static final int UNUSABLE = 2;
    static final int NO_DISPLAY = 3;
    static final int NO_WORKSPACE = 4;

    static Texts texts(Language language) {
        return Texts.of(Shell.class, language);
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }

    void print(Value value) {
        out.print(Json.pretty(value));
    }

    /// @throws Stop when it is not there or no text
    static String read(Path file, Texts texts) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new Stop(UNUSABLE, texts.text("file.none", file));
        } catch (MalformedInputException _) {
            throw new Stop(UNUSABLE, texts.text("file.text", file));
        } catch (IOException failure) {
            throw new Stop(UNUSABLE, texts.text("file.failed", file, String.valueOf(failure.getMessage())));
        }
    }

    /// The passphrase that a file holds, without what surrounds it.
    ///
    /// @throws Stop when the file cannot be read, or what it holds could be guessed
    static Secret passphrase(Path file, Texts texts) {
        var text = read(file, texts).strip();
        if (text.length() < Safekeeping.SHORTEST_PASSPHRASE) {
            throw new Stop(UNUSABLE, texts.text("passphrase.short", file, Safekeeping.SHORTEST_PASSPHRASE));
        }
        return new Secret(text);
    }

    String readIn() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading standard input", failure);
        }
    }
}
