package io.signalbox.designer.panel;

import io.signalbox.flow.FieldOptions;
import io.signalbox.flow.Path;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Values that a field is known to have: those its service has words for, and those seen in samples and past events.
final class Observed {
    private static final int MOST = 60;

    /// Whose name stands beside its code in the same record.
    private static final Map<String, List<String>> NAMED_BY = Map.of(
            "code_responsible", List.of("personnel_description"),
            "code", List.of("items_log_description", "full_name", "name"),
            "id", List.of("label", "name", "description"));

    private final Bench bench;

    Observed(Bench bench) {
        this.bench = bench;
    }

    /// @param value what is stored: the field's own value, or a reference with id and label where it has a name
    /// @param text the name, else the value
    record Seen(Value value, String text) {
        /// With the id behind a name that differs from it.
        String full() {
            var id = value.at("id").asText();
            return id.isEmpty() || id.equals(text) ? text : text + " · " + id;
        }
    }

    List<Seen> of(Path path) {
        var seen = new LinkedHashMap<String, Seen>();
        var fields = values(path).toList();
        for (var id : FieldOptions.of(path)) {
            var stored = fields.stream().anyMatch(Value.Decimal.class::isInstance) || isNumber(id, fields)
                    ? Value.of(Long.parseLong(id))
                    : Value.of(id);
            add(seen, stored, FieldOptions.words(path, id, bench.words().flowTexts()));
        }
        records(path).forEach(record -> {
            var last = last(path);
            var name = NAMED_BY.getOrDefault(last, List.of()).stream()
                    .map(sibling -> record.at(sibling).asText())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            for (var item : record.at(last).asItems()) {
                add(seen, item, name);
            }
        });
        return seen.values().stream().limit(MOST).toList();
    }

    /// The one that is called so, whatever the case.
    Optional<Seen> called(Path path, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return of(path).stream()
                .filter(seen -> seen.text().toLowerCase(Locale.ROOT).equals(wanted)
                        || seen.full().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private static boolean isNumber(String id, List<Value> fields) {
        return fields.isEmpty() && id.chars().allMatch(Character::isDigit);
    }

    private static void add(Map<String, Seen> seen, Value value, String name) {
        if (value.isMissing() || value instanceof Value.Fields) {
            return;
        }
        var text = value.asText();
        var stored = name.isEmpty() || name.equals(text) ? value : Value.fields("id", value, "label", Value.of(name));
        seen.putIfAbsent(text, new Seen(stored, name.isEmpty() ? text : name));
    }

    private Stream<Value> values(Path path) {
        return records(path).map(record -> record.at(last(path))).filter(value -> !value.isMissing());
    }

    static String last(Path path) {
        return !path.steps().isEmpty() && path.steps().getLast() instanceof Path.Member(var name) ? name : "";
    }

    /// The records that hold the field: in the samples, then in past events.
    private Stream<Value> records(Path path) {
        if (path.steps().isEmpty()) {
            return Stream.empty();
        }
        var parent = new Path(path.root(), path.steps().subList(0, path.steps().size() - 1));
        if (!path.root().equals(Path.TRIGGER)) {
            return Stream.concat(
                            Stream.of(FieldChoice.valueOf(
                                    path.root(), bench.preview().model())),
                            bench.flow().samples().stream()
                                    .map(sample -> sample.replies().getOrDefault(path.root(), Value.nothing())))
                    .map(parent::from);
        }
        return Stream.concat(
                        bench.flow().samples().stream().map(Sample::event),
                        bench.recent().allProperty().get().stream().map(event -> event.asValue()))
                .map(parent::from);
    }
}
