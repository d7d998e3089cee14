package io.signalbox.designer.panel;

import io.signalbox.flow.Expression;
import io.signalbox.flow.Language;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Proposes a value for every row that has none: by the name of its target, by the words that the template has before
/// the place, and by words that mean the same. Places about which nothing is said get what such messages most often say
/// and this one does not say yet: who, which work order, what, by when.
final class AutoMap {
    private static final List<String> SUBJECTS = List.of("person", "number", "task", "due", "priority", "place");

    private final List<Texts> languages;
    private final List<FieldChoice> choices;
    private final Places places;

    /// @param languages that names of fields and words of the template may be in
    private AutoMap(List<Texts> languages, List<FieldChoice> choices, Places places) {
        this.languages = List.copyOf(languages);
        this.places = places;
        this.choices = choices.stream()
                .filter(choice -> !(choice.sample() instanceof Value.Items)
                        && !choice.sample().isMissing())
                .toList();
    }

    /// For a node of the open flow: with the values that are known when it runs, and the template it fills.
    /// The template's language comes first, then the flow's, the person's, and that in which services name fields.
    static AutoMap of(Bench bench, NodeId node) {
        var template = Wired.template(bench, node);
        var languages = new LinkedHashSet<Language>();
        template.flatMap(found -> Language.of(found.language())).ifPresent(languages::add);
        languages.add(bench.flow().language());
        languages.add(bench.words().language());
        languages.add(Language.EN);
        return new AutoMap(
                languages.stream()
                        .map(language -> Texts.of(Bench.class, language))
                        .toList(),
                FieldChoice.of(bench, FieldChoice.rootsBefore(bench.flow(), node)),
                Wired.places(bench, node));
    }

    /// Every row, those for places without one added, and a value where one was found.
    List<MapRow> filled(List<MapRow> rows) {
        var filled = new ArrayList<>(rows);
        for (var target : places.targets()) {
            if (filled.stream().noneMatch(row -> row.to().equals(target))) {
                filled.add(MapRow.of(target, Expression.literal("")));
            }
        }
        var used = new HashSet<Path>();
        filled.forEach(row -> used.addAll(row.from().paths()));
        var subjects = new LinkedHashSet<>(SUBJECTS);
        // What the template itself says comes first, so that no guess takes away what belongs elsewhere.
        for (int at = 0; at < filled.size(); at++) {
            var row = filled.get(at);
            var subject = said(row.to());
            // A button's link leads to what the text speaks of: the same value serves twice.
            var taken = row.to().startsWith("button.") ? Set.<Path>of() : used;
            subject.ifPresent(subjects::remove);
            if (row.from().isBlank()) {
                var found = named(row.to(), used).or(() -> subject.flatMap(about -> about(about, taken)));
                fill(filled, at, found, used);
            }
        }
        for (int at = 0; at < filled.size(); at++) {
            var row = filled.get(at);
            if (row.from().isBlank() && isNumber(row.to()) && said(row.to()).isEmpty() && !subjects.isEmpty()) {
                fill(filled, at, about(subjects.removeFirst(), used), used);
            }
        }
        return List.copyOf(filled);
    }

    private static void fill(List<MapRow> rows, int at, Optional<FieldChoice> found, Set<Path> used) {
        found.ifPresent(choice -> {
            used.add(choice.path());
            rows.set(at, rows.get(at).withFrom(new Expression.Reference(choice.path(), List.of())));
        });
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
                .filter(subject -> words("automap.", subject).stream().anyMatch(word -> wanted.contains(plain(word))))
                .findFirst()
                .flatMap(subject -> about(subject, used));
    }

    /// What the words before a place speak of: the word nearest to the place decides.
    private Optional<String> said(String target) {
        var before = " " + spaced(places.wordsBefore(target)) + " ";
        var found = Optional.<String>empty();
        int nearest = -1;
        for (var subject : SUBJECTS) {
            for (var word : words("automap.near.", subject)) {
                var wanted = spaced(word);
                int at = wanted.isEmpty() ? -1 : before.lastIndexOf(" " + wanted + " ");
                if (at >= 0 && at + wanted.length() > nearest) {
                    nearest = at + wanted.length();
                    found = Optional.of(subject);
                }
            }
        }
        return found;
    }

    private static boolean isNumber(String target) {
        return !target.isEmpty() && target.length() <= 2 && target.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The first word that fits a name decides: words stand from the most telling to the vaguest. A name that is the
    /// word goes before one that contains it, and later steps before earlier ones.
    private Optional<FieldChoice> about(String subject, Set<Path> used) {
        var free = choices.reversed().stream()
                .filter(choice -> !used.contains(choice.path()))
                .sorted(Comparator.comparing(AutoMap::isOneOfMany))
                .toList();
        for (var word : words("automap.", subject)) {
            var wanted = plain(word);
            var found = free.stream()
                    .filter(choice -> plain(last(choice)).equals(wanted))
                    .findFirst()
                    .or(() -> free.stream()
                            .filter(choice ->
                                    plain(String.join("", names(choice))).contains(wanted))
                            .findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isOneOfMany(FieldChoice choice) {
        return choice.path().steps().stream().anyMatch(Path.Index.class::isInstance);
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

    private List<String> words(String prefix, String subject) {
        return languages.stream()
                .flatMap(texts -> Arrays.stream(texts.text(prefix + subject).split(",", -1)))
                .map(String::strip)
                .filter(word -> !plain(word).isEmpty())
                .toList();
    }

    private static String plain(String name) {
        return spaced(name).replace(" ", "");
    }

    /// Lower case, without accents, one space between words.
    private static String spaced(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
