package io.signalbox.designer;

import io.signalbox.designer.Shortcuts.Context;
import io.signalbox.designer.search.Find;
import io.signalbox.designer.search.SearchCard;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What the window offers to be found: nodes of the open flow, every action of the registry, and what others add.
final class Finder {
    private final Words words;
    private final DeedWords deeds;
    private final Shortcuts shortcuts;
    private final Consumer<String> act;
    private final SearchCard card;
    private Consumer<Consumer<List<Find>>> more = _ -> {};
    private Supplier<List<Find>> help = List::of;
    private Optional<FlowSession> session = Optional.empty();

    /// @param act does what an action says
    Finder(Words words, Shortcuts shortcuts, Consumer<String> act) {
        this.words = words;
        deeds = new DeedWords(words);
        this.shortcuts = shortcuts;
        this.act = act;
        card = new SearchCard(words);
    }

    SearchCard card() {
        return card;
    }

    void setMore(Consumer<Consumer<List<Find>>> changed) {
        more = changed;
    }

    void setHelp(Supplier<List<Find>> changed) {
        help = changed;
    }

    /// @param open whose steps can be undone; empty while no flow is open
    void follow(Optional<FlowSession> open) {
        session = open;
    }

    /// What works in a list or on a condition is not done from here, and is found in the card of keys.
    void everything(List<Find> nodes) {
        var doable = actions(context -> context == Context.WINDOW || context == Context.CANVAS, this::now);
        card.show("all", Stream.concat(nodes.stream(), doable.stream()).toList(), false);
        more.accept(card::add);
    }

    void inFlow(List<Find> nodes) {
        card.show("flow", nodes, true);
    }

    void keys() {
        card.show(
                "keys",
                Stream.concat(help.get().stream(), actions(_ -> true, this::always).stream())
                        .toList(),
                false);
    }

    private String always(String action) {
        return Shortcuts.name(action, words);
    }

    /// What it would do now.
    private String now(String action) {
        var history = session.map(open -> open.historyProperty().get());
        return switch (action) {
            case "edit.undo" -> history.map(deeds::undo).orElseGet(() -> always(action));
            case "edit.redo" -> history.map(deeds::redo).orElseGet(() -> always(action));
            default -> always(action);
        };
    }

    /// Every action, with where it works and its keys.
    private List<Find> actions(Predicate<Context> wanted, UnaryOperator<String> name) {
        return shortcuts.actions().stream()
                .filter(action -> wanted.test(shortcuts.contextOf(action)))
                .map(action -> new Find(
                        card.text("kind.command"),
                        "key",
                        name.apply(action),
                        card.text(place(shortcuts.contextOf(action))),
                        shortcuts.keysOf(action, words),
                        () -> act.accept(action)))
                .toList();
    }

    private static String place(Context context) {
        return switch (context) {
            case WINDOW -> "window";
            case CANVAS -> "canvas";
            case FLOWS -> "flows";
            case CONNECTIONS -> "connections";
            case RUNS -> "runs";
            case EVENTS -> "events";
            case SERVERS -> "servers";
            case CONDITION -> "condition";
        };
    }
}
