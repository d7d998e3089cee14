package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Directory;
import io.signalbox.connector.Outcome;
import io.signalbox.designer.Background;
import io.signalbox.designer.Words;
import io.signalbox.engine.Directories;
import io.signalbox.engine.Directories.Answer;
import io.signalbox.engine.Directories.Wanted;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the services know by name, offered while a value is typed. Asked off the FX thread; FX thread only.
public final class Suggestions {
    private final Optional<Directories> source;
    private final Background background;
    private final Map<Wanted, Map<String, Observed.Seen>> known = new HashMap<>();

    public Suggestions(Directories source, Background background) {
        this(Optional.of(source), background);
    }

    private Suggestions(Optional<Directories> source, Background background) {
        this.source = source;
        this.background = background;
    }

    /// Nobody knows anything.
    static Suggestions none(Background background) {
        return new Suggestions(Optional.empty(), background);
    }

    /// What came for what was typed.
    ///
    /// @param note why nothing more is offered; blank when the service answered
    record Offer(List<Observed.Seen> seen, String note) {}

    /// @param done told later, or at once
    void ask(Bench bench, Wanted wanted, String typed, Consumer<Offer> done) {
        var preferred = connections(bench.flow());
        source.ifPresent(directories -> background.run(
                () -> directories.find(wanted, typed, preferred),
                answer -> done.accept(offer(answer, wanted, bench.words(), bench.connectors())),
                failure -> done.accept(new Offer(List.of(), String.valueOf(failure.getMessage())))));
    }

    /// The people of a connection whom no message reaches.
    ///
    /// @param country calling code of numbers that are kept without one
    void unreachable(Account account, String country, Consumer<Outcome> done, Consumer<Exception> failed) {
        var settings = Value.Fields.empty().withPresent("country-code", Value.of(country));
        source.ifPresent(directories ->
                background.run(() -> directories.read(account, Directory.WITHOUT_NUMBER, settings), done, failed));
    }

    /// The one that is called so among those that came, whatever the case.
    Optional<Observed.Seen> called(Wanted wanted, String text) {
        return Optional.ofNullable(known.getOrDefault(wanted, Map.of()).get(plain(text)));
    }

    static Wanted wanted(Path path, String responsible) {
        return new Wanted(Observed.last(path), responsible);
    }

    private Offer offer(Answer answer, Wanted wanted, Words words, Connectors connectors) {
        return switch (answer) {
            case Answer.Known(var choices, var _) -> {
                var seen = choices.stream().map(Suggestions::seen).toList();
                var names = known.computeIfAbsent(wanted, _ -> new HashMap<>());
                seen.forEach(each -> {
                    names.put(plain(each.text()), each);
                    names.put(plain(each.full()), each);
                });
                yield new Offer(seen, "");
            }
            case Answer.Unreached(var account, var reason, var detail) -> {
                var why = connectors.explain(account.type(), reason, words.language(), detail);
                yield new Offer(List.of(), account.name() + " · " + why);
            }
        };
    }

    private static Observed.Seen seen(Directories.Choice choice) {
        var label = choice.label();
        return label.equals(choice.value().asText())
                ? new Observed.Seen(choice.value(), label)
                : new Observed.Seen(Value.fields("id", choice.value(), "label", Value.of(label)), label);
    }

    /// Those the flow names, in the order of its nodes.
    private static List<String> connections(Flow flow) {
        return flow.nodes().values().stream()
                .flatMap(node -> switch (node) {
                    case Node.Source service -> Stream.of(service.connection());
                    case Node.Connection service -> Stream.of(service.connection());
                    case Node.Trigger trigger -> Stream.of(trigger.settings().text("connection"));
                    case Node.Configuration _ -> Stream.<String>empty();
                })
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
