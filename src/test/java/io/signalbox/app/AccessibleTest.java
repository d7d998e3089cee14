package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Everything that the keyboard reaches says what it is, in every language, and no text is missing or raw.
@ExtendWith(StallWatch.class)
final class AccessibleTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    /// Lists are built alike in every language; two of them show what a translation can break.
    private static final Set<Language> LISTED = EnumSet.of(Language.EN, Language.FR);

    private static final Pattern UNFILLED = Pattern.compile("\\{\\d}|\\bnull\\b");

    /// With the first place where it was seen.
    private final Map<String, String> wrong = new TreeMap<>();
    private final Set<String> keys = keys();

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatever_can_be_reached_has_a_role_and_a_name(Language language) throws Exception {
        var depth = LISTED.contains(language) ? Walk.Depth.LISTS : Walk.Depth.PLACES;
        try (var walk = new Walk(Theme.Choice.LIGHT, language, 100, depth, this::look)) {
            walk.everywhere();
        }
        assertEquals(Map.of(), wrong);
    }

    private void look(String place, Scene scene) {
        Walk.seen(scene.getRoot()).filter(AccessibleTest::canBeReached).forEach(node -> {
            if (node.getAccessibleRole() == null || node.getAccessibleRole() == AccessibleRole.NODE) {
                wrong.putIfAbsent("no role: " + Walk.describe(node), place);
            }
            if (name(node, scene).isBlank()) {
                wrong.putIfAbsent("no name: " + Walk.describe(node), place);
            }
        });
        Walk.seen(scene.getRoot())
                .forEach(node -> texts(node)
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

    /// As a screen reader finds it. What stands in a field is its value and no name.
    private static String name(Node node, Scene scene) {
        return Stream.of(
                        said(node.getAccessibleText()),
                        node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                                ? ""
                                : said(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)),
                        Walk.seen(scene.getRoot())
                                .filter(other -> other instanceof Label label && node.equals(label.getLabelFor()))
                                .map(other -> said(((Label) other).getText()))
                                .findFirst()
                                .orElse(""),
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
