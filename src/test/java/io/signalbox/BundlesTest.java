package io.signalbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.flow.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word that people read stands in all six languages. The bundles are found in the sources, so that one added
/// later is held to the same rules without being listed here.
final class BundlesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /// Names, the same in every language.
    private static final Set<String> NAMES = Set.of(
            "{0} GiB",
            "{0} MiB",
            "Braze",
            "Fracttal",
            "Fracttal One",
            "JSON",
            "Sandbox",
            "Signalbox",
            "Signalbox {0}",
            "Token",
            "WalkMe",
            "Webhook",
            "WhatsApp",
            "Twilio",
            "signalbox.",
            "token");

    /// Words that a language happens to write as English does.
    private static final Map<Language, Set<String>> SHARED = Map.of(
            Language.PT_PT, Set.of("Stock"),
            Language.ES, Set.of("no", "Error", "General"),
            Language.FR,
                    Set.of(
                            "Action",
                            "Actions",
                            "Code",
                            "Condition",
                            "Conditions",
                            "Configuration",
                            "Description",
                            "Document",
                            "Message",
                            "Messages",
                            "Module",
                            "Note",
                            "Production",
                            "Palette",
                            "Secret",
                            "Source",
                            "Stock",
                            "Urgent",
                            "date",
                            "{0} condition",
                            "{0} notes",
                            "{0} conditions"),
            Language.IT, Set.of("no", "Asset", "Server", "Trigger", "Video", "record", "{0} record"));

    /// Whose quotation marks are « and ».
    private static final Set<Language> ANGLED = Set.of(Language.ES, Language.FR, Language.IT);

    /// What is printed on the keys of boards sold in Brazil and Portugal.
    private static final Set<String> BOARD =
            Set.of("Shift", "Delete", "Insert", "Home", "End", "Page Up", "Page Down", "Backspace");

    private static boolean isPrinted(Language language, String key, String text) {
        boolean portuguese = language == Language.PT_BR || language == Language.PT_PT;
        return key.startsWith("key.")
                && (Set.of("Esc", "Tab", "Backspace", "Insert").contains(text) || (portuguese && BOARD.contains(text)));
    }

    static List<Path> folders() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("text_en.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_bundles_are_found() throws IOException {
        assertFalse(folders().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_bundle_has_the_same_keys_in_every_language(Path folder) throws IOException {
        var english = bundle(folder, Language.EN).stringPropertyNames();
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            if (!Files.exists(file(folder, language))) {
                faults.add(language + " is missing");
                continue;
            }
            var own = bundle(folder, language).stringPropertyNames();
            without(english, own).forEach(key -> faults.add(language + " lacks " + key));
            without(own, english).forEach(key -> faults.add(language + " alone has " + key));
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void what_is_said_of_several_is_said_of_one_too(Path folder) throws IOException {
        var keys = bundle(folder, Language.EN).stringPropertyNames();
        var faults = keys.stream()
                .filter(key -> key.endsWith(".many"))
                // A list of alternatives, and refusals of what is too much.
                .filter(key -> !key.equals("operator.many") && !key.matches("(problem|error)\\..*"))
                .filter(key -> !keys.contains(key.replaceFirst("many$", "one")))
                .toList();
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void no_text_is_empty_or_its_own_key(Path folder) throws IOException {
        var english = bundle(folder, Language.EN);
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            bundle(folder, language).forEach((key, text) -> {
                if (text.equals(key)) {
                    faults.add(language + " only repeats " + key);
                }
                if (text.toString().isBlank()
                        && !english.getProperty(key.toString(), "").isBlank()) {
                    faults.add(language + " says nothing for " + key);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /// Two kinds beside each other look like a slip.
    @ParameterizedTest
    @MethodSource("folders")
    void apostrophes_are_plain(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            bundle(folder, language).forEach((key, text) -> {
                if (text.toString().contains("\u2019")) {
                    faults.add(language + " " + key + ": " + text);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /// Each language has its own; a second kind in the same window looks like a slip.
    @ParameterizedTest
    @MethodSource("folders")
    void quotation_marks_are_those_of_the_language(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            var foreign = ANGLED.contains(language) ? Pattern.compile("[“”]") : Pattern.compile("[«»]");
            bundle(folder, language).forEach((key, text) -> {
                if (foreign.matcher(text.toString()).find()) {
                    faults.add(language + " " + key + ": " + text);
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /// As the buttons beside them do: “Cerca”, not “Cercare”.
    @ParameterizedTest
    @MethodSource("folders")
    void italian_actions_are_told_as_commands(Path folder) throws IOException {
        var infinitive = Pattern.compile("\\p{Lu}\\p{Ll}+(are|ere|ire|rre)\\b.*");
        var faults = bundle(folder, Language.IT).entrySet().stream()
                .filter(text -> text.getKey().toString().startsWith("operation."))
                .filter(text -> infinitive.matcher(text.getValue().toString()).matches())
                .toList();
        assertEquals(List.of(), faults);
    }

    /// The later one would win, unseen.
    @ParameterizedTest
    @MethodSource("folders")
    void no_key_stands_twice(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            var seen = new HashSet<String>();
            var file = file(folder, language);
            for (var line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                var key = line.split("=", 2)[0].strip();
                if (line.contains("=") && !key.startsWith("#") && !seen.add(key)) {
                    faults.add(language + " " + key);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void a_translation_fills_in_what_english_fills_in(Path folder) throws IOException {
        var english = bundle(folder, Language.EN);
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            bundle(folder, language).forEach((key, text) -> {
                var expected = placeholders(english.getProperty(key.toString(), ""));
                var own = placeholders(text.toString());
                if (!expected.equals(own)) {
                    faults.add("%s %s: %s instead of %s".formatted(language, key, own, expected));
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void nothing_is_left_in_english(Path folder) throws IOException {
        var english = bundle(folder, Language.EN);
        var faults = new ArrayList<String>();
        for (var language : Language.values()) {
            if (language == Language.EN) {
                continue;
            }
            var shared = SHARED.getOrDefault(language, Set.of());
            bundle(folder, language).forEach((key, text) -> {
                var same = text.toString();
                if (same.equals(english.getProperty(key.toString()))
                        && hasWords(same)
                        // What a service is called is its own affair.
                        && !(key.equals("name") && folder.toString().contains("connector"))
                        && !NAMES.contains(same)
                        && !isPrinted(language, key.toString(), same)
                        && !shared.contains(same)) {
                    faults.add("%s %s: %s".formatted(language, key, same));
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /// Empty when there is no such file: that is one fault, told by one test.
    private static Properties bundle(Path folder, Language language) throws IOException {
        var bundle = new Properties();
        var file = file(folder, language);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                bundle.load(reader);
            }
        }
        return bundle;
    }

    private static Path file(Path folder, Language language) {
        return folder.resolve("text_" + language.suffix() + ".properties");
    }

    private static Set<String> without(Set<String> keys, Set<String> others) {
        var rest = new TreeSet<>(keys);
        rest.removeAll(others);
        return rest;
    }

    /// Not so in “{0} → {1}”, which every language writes alike.
    private static boolean hasWords(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
