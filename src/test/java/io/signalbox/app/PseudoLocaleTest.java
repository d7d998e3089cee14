package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A language whose words are some 40 % longer than the English ones and full of accents has room everywhere, at the
/// usual size of text and at the largest, in the usual window and in the smallest.
final class PseudoLocaleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACE_OR_VOWEL = Pattern.compile("\\{\\d}|[aeiou]");
    private static final String ACCENTED = "åëïöü";
    private static final int PATIENCE_SECONDS = 300;
    private static final String USUAL = "1440x900";
    private static final String SMALLEST = "960x640";
    /// Fewer would mean that the lengthened words were not those in the window.
    private static final int SOME = 50;

    @TempDir
    private Path folder;

    @BeforeEach
    void lengthen() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(at -> at.endsWith("text_en.properties")).toList()) {
                lengthen(file, folder.resolve("words").resolve(SOURCES.relativize(file)));
            }
        }
    }

    @Test
    void no_text_is_cut_at_the_largest_size() throws Exception {
        nothingIsCut(150, Walk.Depth.PLACES);
    }

    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {100, 150})
    void no_text_is_cut_in_lists_and_menus(int scale) throws Exception {
        nothingIsCut(scale, Walk.Depth.LISTS);
    }

    private void nothingIsCut(int scale, Walk.Depth depth) throws Exception {
        var said = folder.resolve("said.txt");
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dstdout.encoding=UTF-8",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        folder.resolve("words") + File.pathSeparator + System.getProperty("java.class.path"),
                        PseudoLocaleChild.class.getName(),
                        Integer.toString(scale),
                        depth.name(),
                        USUAL,
                        SMALLEST)
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try {
            assertTrue(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "the child goes on");
        } finally {
            child.destroyForcibly();
        }
        assertEquals(0, child.exitValue(), () -> read(folder.resolve("errors.txt")));
        var lines = read(said).lines().toList();
        assertTrue(
                after(PseudoLocaleChild.MEASURED, lines).stream()
                                .mapToInt(Integer::parseInt)
                                .sum()
                        > SOME,
                "lengthened texts in the window");
        assertEquals(List.of(), after(PseudoLocaleChild.CUT, lines));
    }

    private static List<String> after(String start, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void lengthen(Path from, Path to) throws IOException {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(from)) {
            words.load(reader);
        }
        words.replaceAll((_, text) -> longer((String) text));
        Files.createDirectories(to.getParent());
        try (Writer writer = Files.newBufferedWriter(to)) {
            words.store(writer, null);
        }
    }

    /// Every vowel twice, with an accent. What is filled in stays as it is.
    private static String longer(String text) {
        return PLACE_OR_VOWEL.matcher(text).replaceAll(found -> {
            int vowel = "aeiou".indexOf(found.group());
            return vowel < 0
                    ? found.group()
                    : ACCENTED.substring(vowel, vowel + 1).repeat(2);
        });
    }
}
