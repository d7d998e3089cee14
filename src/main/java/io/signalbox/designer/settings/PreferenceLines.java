package io.signalbox.designer.settings;

import io.signalbox.designer.Habits;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Preferences;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.CanvasChoices;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The preferences that are a choice or a tick, each as a line of the settings. FX thread only.
final class PreferenceLines {
    private static final List<Integer> SCALES = List.of(90, 100, 110, 125, 150);
    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 11, 21, 14, 3);
    private static final double EXAMPLE_NUMBER = 1234.5;

    private final Words words;
    private final PreferenceBook book;

    PreferenceLines(Words words, PreferenceBook book) {
        this.words = words;
        this.book = book;
    }

    /// The line of one setting; whoever shows it closes it.
    ///
    /// @param key of a preference that is a choice or a tick
    SettingLine line(String key) {
        return switch (key) {
            case "language" -> languages();
            case "theme" -> theme();
            case "scale" -> scale();
            case "density" -> density();
            case "stillness" -> truth(key, Preferences::stillness, Preferences::withStillness);
            case "wheel" -> wheel();
            case "map" -> map();
            case "writes" -> writes();
            case "named" -> habit(key, Habits::named, Habits::withNamed);
            case "dots" -> habit(key, Habits::dots, Habits::withDots);
            case "snaps" -> truth(key, Preferences::snaps, Preferences::withSnaps);
            case "heals" -> truth(key, Preferences::heals, Preferences::withHeals);
            case "reopens" -> habit(key, Habits::reopens, Habits::withReopens);
            case "masks" -> habit(key, Habits::masks, Habits::withMasks);
            default -> throw new IllegalArgumentException(key);
        };
    }

    private SettingLine languages() {
        var locale = words.language().locale();
        var date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(EXAMPLE);
        return named("language")
                .hint(text(
                        "language.hint", date, NumberFormat.getInstance(locale).format(EXAMPLE_NUMBER)))
                .choice(
                        List.of(Language.values()),
                        Language::ownName,
                        words.textsProperty().map(Texts::language),
                        language -> change(now -> now.withLanguage(language)));
    }

    private SettingLine writes() {
        var all = new ArrayList<Optional<Language>>();
        all.add(Optional.empty());
        Arrays.stream(Language.values()).map(Optional::of).forEach(all::add);
        return named("writes")
                .choice(
                        all,
                        language -> language.map(Language::ownName).orElseGet(() -> text("writes.same")),
                        book.nowProperty().map(now -> now.habits().writes()),
                        language -> change(now -> now.withHabits(habits -> habits.withWrites(language))));
    }

    private SettingLine theme() {
        return named("theme")
                .choice(
                        List.of(Theme.Choice.values()),
                        choice -> words.text("top.theme." + choice.key()),
                        book.nowProperty().map(Preferences::theme),
                        choice -> change(now -> now.withTheme(choice)));
    }

    private SettingLine scale() {
        return named("scale")
                .choice(
                        SCALES,
                        percent -> text("scale.percent", percent),
                        book.nowProperty().map(Preferences::scale),
                        percent -> change(now -> now.withScale(percent)));
    }

    private SettingLine density() {
        return named("density")
                .choice(
                        List.of(Habits.Density.values()),
                        density -> text("density."
                                + switch (density) {
                                    case COMFORTABLE -> "comfortable";
                                    case COMPACT -> "compact";
                                }),
                        book.nowProperty().map(now -> now.habits().density()),
                        density -> change(now -> now.withHabits(habits -> habits.withDensity(density))));
    }

    private SettingLine wheel() {
        return named("wheel")
                .choice(
                        List.of(CanvasChoices.Wheel.values()),
                        wheel -> text("wheel."
                                + switch (wheel) {
                                    case AUTOMATIC -> "automatic";
                                    case ZOOM -> "zoom";
                                    case SCROLL -> "scroll";
                                }),
                        book.nowProperty().map(Preferences::wheel),
                        wheel -> change(now -> now.withWheel(wheel)));
    }

    private SettingLine map() {
        return named("map")
                .choice(
                        List.of(Habits.MapShown.values()),
                        shown -> text("map."
                                + switch (shown) {
                                    case ALWAYS -> "always";
                                    case AUTOMATIC -> "automatic";
                                    case NEVER -> "never";
                                }),
                        book.nowProperty().map(now -> now.habits().map()),
                        shown -> change(now -> now.withHabits(habits -> habits.withMap(shown))));
    }

    private SettingLine habit(String key, Predicate<Habits> is, BiFunction<Habits, Boolean, Habits> with) {
        return truth(key, now -> is.test(now.habits()), (now, on) -> now.withHabits(habits -> with.apply(habits, on)));
    }

    private interface With {
        Preferences apply(Preferences now, boolean changed);
    }

    private SettingLine truth(String key, Predicate<Preferences> is, With with) {
        return named(key).truth(book.nowProperty().map(is::test), on -> change(now -> with.apply(now, on)));
    }

    private SettingLine named(String key) {
        return new SettingLine(key, text(key), text(key + ".hint"));
    }

    private String text(String key, Object... arguments) {
        return Texts.of(SettingsPage.class, words.language()).text(key, arguments);
    }

    private void change(UnaryOperator<Preferences> change) {
        book.change(change);
    }
}
