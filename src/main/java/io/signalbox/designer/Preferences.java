package io.signalbox.designer;

import io.signalbox.designer.canvas.CanvasChoices;
import io.signalbox.flow.Language;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a person likes and how they left the window. A value; [PreferenceBook] holds the one that is true now.
///
/// @param language empty as long as the person never chose one
/// @param scale of text and controls, in percent
/// @param stillness true where nothing shall glide, whatever the system says
/// @param keys other keys than the standard ones, by action, as [javafx.scene.input.KeyCombination] writes them; an
/// action without keys has an empty list
/// @param screens where the window stood, by screen as [Placement#screen] names it
/// @param habits the smaller things
public record Preferences(
        Optional<Language> language,
        Theme.Choice theme,
        int scale,
        boolean stillness,
        CanvasChoices.Wheel wheel,
        boolean snaps,
        boolean heals,
        Panels panels,
        Map<String, List<String>> keys,
        Map<String, Placement> screens,
        Habits habits) {

    public static final int SMALLEST = 90;
    public static final int LARGEST = 150;

    public Preferences {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
        keys = Map.copyOf(keys);
        screens = Map.copyOf(screens);
    }

    public static Preferences standard() {
        return new Preferences(
                Optional.empty(),
                Theme.Choice.SYSTEM,
                100,
                false,
                CanvasChoices.Wheel.AUTOMATIC,
                true,
                true,
                Panels.standard(),
                Map.of(),
                Map.of(),
                Habits.standard());
    }

    public Preferences withLanguage(Language changed) {
        return new Preferences(
                Optional.of(changed), theme, scale, stillness, wheel, snaps, heals, panels, keys, screens, habits);
    }

    public Preferences withTheme(Theme.Choice changed) {
        return new Preferences(language, changed, scale, stillness, wheel, snaps, heals, panels, keys, screens, habits);
    }

    public Preferences withScale(int changed) {
        return new Preferences(language, theme, changed, stillness, wheel, snaps, heals, panels, keys, screens, habits);
    }

    public Preferences withStillness(boolean changed) {
        return new Preferences(language, theme, scale, changed, wheel, snaps, heals, panels, keys, screens, habits);
    }

    public Preferences withWheel(CanvasChoices.Wheel changed) {
        return new Preferences(language, theme, scale, stillness, changed, snaps, heals, panels, keys, screens, habits);
    }

    public Preferences withSnaps(boolean changed) {
        return new Preferences(language, theme, scale, stillness, wheel, changed, heals, panels, keys, screens, habits);
    }

    public Preferences withHeals(boolean changed) {
        return new Preferences(language, theme, scale, stillness, wheel, snaps, changed, panels, keys, screens, habits);
    }

    public Preferences withPanels(Panels changed) {
        return new Preferences(language, theme, scale, stillness, wheel, snaps, heals, changed, keys, screens, habits);
    }

    public Preferences withKeys(Map<String, List<String>> changed) {
        return new Preferences(
                language, theme, scale, stillness, wheel, snaps, heals, panels, changed, screens, habits);
    }

    public Preferences withPlacement(Placement changed) {
        var all = new TreeMap<>(screens);
        all.put(changed.screen(), changed);
        all.put("", changed);
        return new Preferences(language, theme, scale, stillness, wheel, snaps, heals, panels, keys, all, habits);
    }

    public Preferences withHabits(UnaryOperator<Habits> change) {
        return new Preferences(
                language, theme, scale, stillness, wheel, snaps, heals, panels, keys, screens, change.apply(habits));
    }

    /// Where the window stood last, on whichever screen.
    public Optional<Placement> lastPlacement() {
        return Optional.ofNullable(screens.get(""));
    }

    // ---- as texts ------------------------------------------------------------------------------------------------

    /// Everything by name, to be stored.
    public SequencedMap<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("language", language.map(Language::tag).orElse(""));
        texts.put("theme", theme.key());
        texts.put("scale", Integer.toString(scale));
        texts.put("stillness", Boolean.toString(stillness));
        texts.put("wheel", wheel.name());
        texts.put("snaps", Boolean.toString(snaps));
        texts.put("heals", Boolean.toString(heals));
        texts.put("palette", Boolean.toString(panels.palette()));
        texts.put("outline", Boolean.toString(panels.outline()));
        texts.put("inspector", Boolean.toString(panels.inspector()));
        texts.put("drawer", Boolean.toString(panels.drawer()));
        texts.put("palette-width", Integer.toString(panels.paletteWidth()));
        texts.put("inspector-width", Integer.toString(panels.inspectorWidth()));
        texts.put("drawer-height", Integer.toString(panels.drawerHeight()));
        texts.put(
                "keys",
                new TreeMap<>(keys)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + String.join("\t", entry.getValue()))
                                .collect(Collectors.joining("\n")));
        texts.put(
                "screens",
                new TreeMap<>(screens)
                        .entrySet().stream()
                                .map(entry ->
                                        entry.getKey() + "=" + entry.getValue().text())
                                .collect(Collectors.joining("\n")));
        texts.putAll(habits.texts());
        return texts;
    }

    /// What was stored; whatever is missing or cannot be read is as it comes.
    public static Preferences of(Map<String, String> texts) {
        var standard = standard();
        var usual = standard.panels();
        return new Preferences(
                read(texts, "language", Language::of),
                read(texts, "theme", Theme.Choice::of).orElse(standard.theme()),
                number(texts, "scale", standard.scale()),
                truth(texts, "stillness", standard.stillness()),
                read(texts, "wheel", Preferences::wheel).orElse(standard.wheel()),
                truth(texts, "snaps", standard.snaps()),
                truth(texts, "heals", standard.heals()),
                new Panels(
                        truth(texts, "palette", usual.palette()),
                        truth(texts, "outline", usual.outline()),
                        truth(texts, "inspector", usual.inspector()),
                        truth(texts, "drawer", usual.drawer()),
                        number(texts, "palette-width", 0),
                        number(texts, "inspector-width", 0),
                        number(texts, "drawer-height", 0)),
                lines(texts, "keys", Preferences::chords),
                lines(texts, "screens", Placement::of),
                Habits.of(texts));
    }

    private static Optional<CanvasChoices.Wheel> wheel(String text) {
        return Arrays.stream(CanvasChoices.Wheel.values())
                .filter(wheel -> wheel.name().equals(text))
                .findFirst();
    }

    private static Optional<List<String>> chords(String text) {
        return Optional.of(text.isBlank() ? List.of() : List.of(text.split("\t", -1)));
    }

    private static <T> Optional<T> read(Map<String, String> texts, String name, Function<String, Optional<T>> reader) {
        return reader.apply(texts.getOrDefault(name, ""));
    }

    private static boolean truth(Map<String, String> texts, String name, boolean usual) {
        var text = texts.getOrDefault(name, "");
        return text.isEmpty() ? usual : Boolean.parseBoolean(text);
    }

    private static int number(Map<String, String> texts, String name, int usual) {
        try {
            return Math.max(0, Integer.parseInt(texts.getOrDefault(name, "")));
        } catch (NumberFormatException _) {
            return usual;
        }
    }

    private static <T> Map<String, T> lines(
            Map<String, String> texts, String name, Function<String, Optional<T>> reader) {
        var read = new LinkedHashMap<String, T>();
        texts.getOrDefault(name, "").lines().forEach(line -> {
            int at = line.indexOf('=');
            if (at >= 0) {
                reader.apply(line.substring(at + 1)).ifPresent(value -> read.put(line.substring(0, at), value));
            }
        });
        return read;
    }
}
