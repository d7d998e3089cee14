package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that the keyboard reaches says what it is, and no text is missing or raw.
@ExtendWith(StallWatch.class)
final class AccessibleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern UNFILLED = Pattern.compile("\\{\\d}|\\bnull\\b");

    /// With the first place where it was seen.
    private final Map<String, String> wrong = new TreeMap<>();
    private final Set<String> keys = keys();

    /// That every language has words where these have some is seen in the bundles.
    @ParameterizedTest
    @CsvSource({"EN, LISTS", "FR, PLACES"})
    void whatever_can_be_reached_has_a_role_and_a_name(Language language, Walk.Depth depth) throws Exception {
        everythingIsNamed(language, depth);
    }

    @ParameterizedTest
    @Tag("long")
    @EnumSource(Language.class)
    void whatever_can_be_reached_has_a_role_and_a_name_in_every_language(Language language) throws Exception {
        everythingIsNamed(language, Walk.Depth.LISTS);
    }

    private void everythingIsNamed(Language language, Walk.Depth depth) throws Exception {
        try (var walk = new Walk(Theme.Choice.LIGHT, language, 100, depth, this::look)) {
            walk.everywhere();
        }
        assertEquals(Map.of(), wrong);
    }

    private void look(String place, Scene scene) {
        var seen = Walk.seen(scene.getRoot()).toList();
        var labels = labels(seen);
        seen.stream().filter(AccessibleTest::canBeReached).forEach(node -> {
            if (node.getAccessibleRole() == null || node.getAccessibleRole() == AccessibleRole.NODE) {
                wrong.putIfAbsent("no role: " + Walk.describe(node), place);
            }
            if (name(node, labels.getOrDefault(node, "")).isBlank()) {
                wrong.putIfAbsent("no name: " + Walk.describe(node), place);
            }
        });
        seen.forEach(node -> texts(node)
                .filter(this::isRaw)
                .forEach(text -> wrong.putIfAbsent("raw: “" + text + "” " + Walk.describe(node), place)));
    }

    private static boolean canBeReached(Node node) {
        return node.isFocusTraversable() && !node.isDisabled();
    }

    private boolean isRaw(String text) {
        return keys.contains(text) || UNFILLED.matcher(text).find();
    }

    private static Stream<String> texts(Node node) {
        // What a person or a service wrote is theirs.
        boolean theirs = node.getStyleClass().stream().anyMatch(style -> style.contains("code"))
                || (node instanceof Text && node.getParent() != null && !(node.getParent() instanceof Labeled));
        return theirs
                ? Stream.empty()
                : Stream.of(
                                node.getAccessibleText(),
                                node instanceof Labeled labeled ? labeled.getText() : "",
                                node instanceof TextInputControl input ? input.getPromptText() : "",
                                node instanceof Control control && control.getTooltip() != null
                                        ? control.getTooltip().getText()
                                        : "")
                        .filter(Objects::nonNull);
    }

    /// What stands beside a control to name it.
    private static Map<Node, String> labels(List<Node> seen) {
        return seen.stream()
                .filter(node -> node instanceof Label label && label.getLabelFor() != null)
                .map(Label.class::cast)
                .collect(Collectors.toMap(Label::getLabelFor, label -> said(label.getText()), (first, _) -> first));
    }

    /// As a screen reader finds it. What stands in a field is its value and no name.
    private static String name(Node node, String label) {
        return Stream.of(
                        said(node.getAccessibleText()),
                        node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                                ? ""
                                : said(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)),
                        label,
                        node instanceof Control control && control.getTooltip() != null
                                ? said(control.getTooltip().getText())
                                : "",
                        node instanceof TextInputControl input ? said(input.getPromptText()) : "")
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String said(Object text) {
        return text == null ? "" : text.toString();
    }

    /// Of every bundle, those that are more than one plain word.
    private static Set<String> keys() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("text_en.properties"))
                    .flatMap(file -> read(file).stringPropertyNames().stream())
                    .filter(key -> key.contains("."))
                    .collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties read(Path file) {
        var found = new Properties();
        try (Reader from = Files.newBufferedReader(file)) {
            found.load(from);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }
}
