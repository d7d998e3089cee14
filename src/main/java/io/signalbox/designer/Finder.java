package io.signalbox.designer;

import io.signalbox.designer.search.Find;
import io.signalbox.designer.search.SearchCard;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the window offers to be found: nodes of the open flow, every action of the registry, and what others add.
final class Finder {
    private final Words words;
    private final Shortcuts shortcuts;
    private final Consumer<String> act;
    private final SearchCard card;
    private Consumer<Consumer<List<Find>>> more = _ -> {};

    /// @param act does what an action says
    Finder(Words words, Shortcuts shortcuts, Consumer<String> act) {
        this.words = words;
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

    void everything(List<Find> nodes) {
        card.show("all", Stream.concat(nodes.stream(), actions().stream()).toList(), false);
        more.accept(card::add);
    }

    void inFlow(List<Find> nodes) {
        card.show("flow", nodes, true);
    }

    void keys() {
        card.show("keys", actions(), false);
    }

    /// Every action, with where it works and its keys.
    private List<Find> actions() {
        return shortcuts.actions().stream()
                .map(action -> new Find(
                        card.text("kind.command"),
                        "key",
                        Shortcuts.name(action, words),
                        card.text(shortcuts.contextOf(action) == Shortcuts.Context.WINDOW ? "window" : "canvas"),
                        shortcuts.keysOf(action),
                        () -> act.accept(action)))
                .toList();
    }
}
