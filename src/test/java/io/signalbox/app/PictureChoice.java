package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which pictures are drawn, told in words: `all` is every screen and not only those of the README; `it` or `pt-PT` a
/// language, else English and French; `light`, `dark` or `contrast` a theme, else the first two; `it-dark` both; `150`
/// the size of the text in percent; `960x640` that of the window. Of any other word, the name of a picture holds one of
/// the parts between commas.
///
/// @param parts of each word, one of which is in a picture's name
/// @param scale of the text, in percent
/// @param width of the window, in pixels, as is its height
record PictureChoice(boolean all, Set<Look> looks, List<List<String>> parts, int scale, double width, double height) {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final List<Theme.Choice> THEMES = List.of(Theme.Choice.LIGHT, Theme.Choice.DARK);
    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.FR);

    /// How a screen is seen.
    record Look(Language language, Theme.Choice theme) {
        /// What ends the names of such pictures: `fr-dark`, and `dark` in English.
        String name() {
            var drawn = theme.name().toLowerCase(Locale.ROOT);
            return language == Language.EN ? drawn : language.tag() + "-" + drawn;
        }

        private static Optional<Look> of(String word) {
            int at = word.lastIndexOf('-');
            return at < 0
                    ? Optional.empty()
                    : Language.of(word.substring(0, at))
                            .flatMap(language ->
                                    Theme.Choice.of(word.substring(at + 1)).map(theme -> new Look(language, theme)));
        }
    }

    static PictureChoice of(List<String> words) {
        var languages = words.stream().flatMap(word -> Language.of(word).stream());
        var themes = words.stream().flatMap(word -> Theme.Choice.of(word).stream());
        var pairs = words.stream().flatMap(word -> Look.of(word).stream());
        var size = words.stream().filter(word -> word.matches("\\d+x\\d+")).map(word -> word.split("x"));
        var sides = size.findFirst();
        return new PictureChoice(
                words.contains("all"),
                looks(languages.toList(), themes.toList(), pairs.toList()),
                words.stream()
                        .filter(PictureChoice::isPart)
                        .map(PictureChoice::parts)
                        .toList(),
                words.stream()
                        .filter(word -> word.matches("\\d+"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(100),
                sides.map(each -> Double.parseDouble(each[0])).orElse(WIDTH),
                sides.map(each -> Double.parseDouble(each[1])).orElse(HEIGHT));
    }

    private static boolean isPart(String word) {
        return !word.equals("all")
                && !word.matches("\\d+(x\\d+)?")
                && Stream.of(Language.of(word), Theme.Choice.of(word), Look.of(word))
                        .allMatch(Optional::isEmpty);
    }

    private static List<String> parts(String word) {
        return Arrays.asList(word.split(","));
    }

    private static Set<Look> looks(List<Language> languages, List<Theme.Choice> themes, List<Look> pairs) {
        var looks = new LinkedHashSet<>(pairs);
        var spoken = languages.isEmpty() && pairs.isEmpty() ? LANGUAGES : languages;
        for (var language : spoken) {
            (themes.isEmpty() ? THEMES : themes).forEach(theme -> looks.add(new Look(language, theme)));
        }
        return looks;
    }

    /// True when the picture of this name is drawn.
    ///
    /// @param kept whether the README shows it
    boolean asks(String name, boolean kept) {
        return all ? parts.stream().allMatch(any -> any.stream().anyMatch(name::contains)) : kept;
    }
}
