package io.signalbox.designer.panel;

import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Path;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Proposes a value for every row that has none: by the name of its target and by words that mean the same. Numbered
/// places have no name, so they get what such messages most often say: who, which work order, what, by when.
final class AutoMap {
    private static final List<String> SUBJECTS = List.of("person", "number", "task", "due", "priority", "place");

    private final Texts texts;
    private final List<FieldChoice> choices;

    AutoMap(Texts texts, List<FieldChoice> choices) {
        this.texts = texts;
        this.choices = choices.stream()
                .filter(choice -> !(choice.sample() instanceof Value.Items)
                        && !choice.sample().isMissing())
                .toList();
    }

    /// @param targets places of the message; those without a row get one
    List<MapRow> filled(List<MapRow> rows, List<String> targets) {
        var filled = new ArrayList<>(rows);
        for (var target : targets) {
            if (filled.stream().noneMatch(row -> row.to().equals(target))) {
                filled.add(MapRow.of(target, Expression.literal("")));
            }
        }
        var used = new HashSet<Path>();
        filled.forEach(row -> used.addAll(row.from().paths()));
        for (int at = 0; at < filled.size(); at++) {
            var row = filled.get(at);
            if (row.from().isBlank()) {
                var found = named(row.to(), used).or(() -> usual(row.to(), used));
                if (found.isPresent()) {
                    used.add(found.get().path());
                    filled.set(
                            at,
                            row.withFrom(new Expression.Reference(found.get().path(), List.of())));
                }
            }
        }
        return List.copyOf(filled);
    }

    private Optional<FieldChoice> named(String target, Set<Path> used) {
        var wanted = plain(target.substring(target.lastIndexOf('.') + 1));
        if (wanted.isEmpty() || wanted.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var exact = choices.stream()
                .filter(choice -> !used.contains(choice.path()))
                .filter(choice -> plain(last(choice)).equals(wanted))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        return SUBJECTS.stream()
                .filter(subject -> words(subject).stream().anyMatch(word -> wanted.contains(word)))
                .findFirst()
                .flatMap(subject -> about(subject, used));
    }

    private Optional<FieldChoice> usual(String target, Set<Path> used) {
        if (target.isEmpty() || !target.chars().allMatch(c -> c >= '0' && c <= '9') || target.length() > 2) {
            return Optional.empty();
        }
        int place = Integer.parseInt(target) - 1;
        return place >= 0 && place < SUBJECTS.size() ? about(SUBJECTS.get(place), used) : Optional.empty();
    }

    /// The first word that fits a name decides: words stand from the most telling to the vaguest.
    private Optional<FieldChoice> about(String subject, Set<Path> used) {
        for (var word : words(subject)) {
            for (var choice : choices.reversed()) {
                if (!used.contains(choice.path())
                        && plain(String.join("", names(choice))).contains(word)) {
                    return Optional.of(choice);
                }
            }
        }
        return Optional.empty();
    }

    /// The last two names: in `responsible.name` only both together tell whose name it is.
    private static List<String> names(FieldChoice choice) {
        var names = choice.path().steps().stream()
                .filter(Path.Member.class::isInstance)
                .map(step -> ((Path.Member) step).name())
                .toList();
        return names.subList(Math.max(0, names.size() - 2), names.size());
    }

    private static String last(FieldChoice choice) {
        var names = names(choice);
        return names.isEmpty() ? "" : names.getLast();
    }

    private List<String> words(String subject) {
        return Arrays.stream(texts.text("automap." + subject).split(",", -1))
                .map(AutoMap::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String name) {
        var plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
