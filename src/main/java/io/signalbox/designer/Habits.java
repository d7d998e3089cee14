package io.signalbox.designer;

import io.signalbox.engine.Retention;
import io.signalbox.flow.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// The smaller things a person likes, and what the window remembers for them.
///
/// @param reopens whether a start goes back to the flow that was open last
/// @param flow the id of that flow; blank for none
/// @param masks whether phone numbers of real people are hidden in runs
/// @param map when the map of the canvas is shown
/// @param density how much room rows and controls have
/// @param coached whether the first steps are shown over the canvas
/// @param steps the first steps that are done, by name
/// @param retention how long what the executor stored stays
/// @param told the number of the newest incident they were told
/// @param cards whether the list of flows shows cards instead of a table
/// @param named whether the places at the left have their names beside them
/// @param dots whether the ground of the canvas is dotted
/// @param writes the language in which new flows write; empty for that of the program
public record Habits(
        boolean reopens,
        String flow,
        boolean masks,
        MapShown map,
        Density density,
        boolean coached,
        SequencedSet<String> steps,
        Retention retention,
        long told,
        boolean cards,
        boolean named,
        boolean dots,
        Optional<Language> writes) {

    /// When the map of the canvas is shown.
    public enum MapShown {
        ALWAYS,
        /// With flows that are too large to be seen at once.
        AUTOMATIC,
        NEVER
    }

    /// How much room rows and controls have.
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    public Habits {
        steps = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(steps));
    }

    public static Habits standard() {
        return new Habits(
                false,
                "",
                false,
                MapShown.AUTOMATIC,
                Density.COMFORTABLE,
                false,
                new LinkedHashSet<>(),
                Retention.STANDARD,
                0,
                false,
                false,
                true,
                Optional.empty());
    }

    public Habits withReopens(boolean changed) {
        return new Habits(
                changed, flow, masks, map, density, coached, steps, retention, told, cards, named, dots, writes);
    }

    public Habits withFlow(String changed) {
        return new Habits(
                reopens, changed, masks, map, density, coached, steps, retention, told, cards, named, dots, writes);
    }

    public Habits withMasks(boolean changed) {
        return new Habits(
                reopens, flow, changed, map, density, coached, steps, retention, told, cards, named, dots, writes);
    }

    public Habits withMap(MapShown changed) {
        return new Habits(
                reopens, flow, masks, changed, density, coached, steps, retention, told, cards, named, dots, writes);
    }

    public Habits withDensity(Density changed) {
        return new Habits(
                reopens, flow, masks, map, changed, coached, steps, retention, told, cards, named, dots, writes);
    }

    public Habits withCoach(boolean shown, SequencedSet<String> done) {
        return new Habits(reopens, flow, masks, map, density, shown, done, retention, told, cards, named, dots, writes);
    }

    public Habits withRetention(Retention changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, changed, told, cards, named, dots, writes);
    }

    public Habits withTold(long changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, retention, changed, cards, named, dots, writes);
    }

    public Habits withCards(boolean changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, retention, told, changed, named, dots, writes);
    }

    public Habits withNamed(boolean changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, retention, told, cards, changed, dots, writes);
    }

    public Habits withDots(boolean changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, retention, told, cards, named, changed, writes);
    }

    public Habits withWrites(Optional<Language> changed) {
        return new Habits(
                reopens, flow, masks, map, density, coached, steps, retention, told, cards, named, dots, changed);
    }

    /// Everything by name, to be stored.
    Map<String, String> texts() {
        var texts = new LinkedHashMap<>(Map.of(
                "reopens", Boolean.toString(reopens),
                "flow", flow,
                "masks", Boolean.toString(masks),
                "map", map.name(),
                "density", density.name(),
                "coach.shown", Boolean.toString(coached),
                "coach.done", String.join(",", steps),
                "incidents.told", Long.toString(told),
                "flows.cards", Boolean.toString(cards)));
        texts.put("rail.named", Boolean.toString(named));
        texts.put("canvas.dots", Boolean.toString(dots));
        texts.put("flows.language", writes.map(Language::tag).orElse(""));
        texts.putAll(retention.texts());
        return texts;
    }

    /// What was stored; whatever is missing or cannot be read is as it comes.
    static Habits of(Map<String, String> texts) {
        var standard = standard();
        return new Habits(
                Boolean.parseBoolean(texts.getOrDefault("reopens", "")),
                texts.getOrDefault("flow", ""),
                Boolean.parseBoolean(texts.getOrDefault("masks", "")),
                map(texts.getOrDefault("map", "")).orElse(standard.map()),
                density(texts.getOrDefault("density", "")).orElse(standard.density()),
                Boolean.parseBoolean(texts.getOrDefault("coach.shown", "")),
                Arrays.stream(texts.getOrDefault("coach.done", "").split(",", -1))
                        .filter(step -> !step.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                Retention.of(texts),
                number(texts.getOrDefault("incidents.told", "")),
                Boolean.parseBoolean(texts.getOrDefault("flows.cards", "")),
                Boolean.parseBoolean(texts.getOrDefault("rail.named", "")),
                Boolean.parseBoolean(texts.getOrDefault("canvas.dots", "true")),
                Language.of(texts.getOrDefault("flows.language", "")));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static Optional<MapShown> map(String text) {
        return Arrays.stream(MapShown.values())
                .filter(shown -> shown.name().equals(text))
                .findFirst();
    }

    private static Optional<Density> density(String text) {
        return Arrays.stream(Density.values())
                .filter(density -> density.name().equals(text))
                .findFirst();
    }
}
