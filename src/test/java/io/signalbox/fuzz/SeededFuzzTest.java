package io.signalbox.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reader with thousands of broken and spliced inputs, the same ones in each build.
final class SeededFuzzTest {
    private static final int TRIES = 2_500;
    private static final long SEED = 20_261_122;

    private static final List<String> PIECES = List.of(
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "{{",
            "}}",
            "{{{{",
            "|",
            "'",
            "..",
            "/",
            "%",
            "%2e",
            "\u0000",
            "\u202e",
            "é",
            "👷",
            "\ud800",
            "1e999",
            "-",
            "9999999999999999999",
            "null",
            "true",
            "\\ud800",
            "&",
            "=",
            "#",
            "@",
            "*/0",
            "0-0",
            "?",
            "L",
            "trigger",
            ".data",
            "[0]",
            " ",
            "\n",
            "+");

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothing_that_comes_in_breaks_its_reader(Target target) {
        var random = new Random(SEED);
        for (var seed : target.seeds()) {
            read(target, seed.getBytes(StandardCharsets.UTF_8));
        }
        for (int n = 0; n < TRIES; n++) {
            read(target, broken(target, random));
        }
    }

    private static void read(Target target, byte[] input) {
        try {
            target.read(input);
        } catch (RuntimeException | AssertionError found) {
            throw new AssertionError(
                    target + " with base64 " + Base64.getEncoder().encodeToString(input) + " ("
                            + new String(input, StandardCharsets.UTF_8) + ")",
                    found);
        }
    }

    private static byte[] broken(Target target, Random random) {
        var text = new StringBuilder(
                target.seeds().get(random.nextInt(target.seeds().size())));
        for (int n = random.nextInt(6); n >= 0; n--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                case 3 -> text.setLength(at);
                default -> {
                    if (at < text.length()) {
                        text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                    }
                }
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
