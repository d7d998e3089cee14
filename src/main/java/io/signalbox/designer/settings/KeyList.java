package io.signalbox.designer.settings;

import io.signalbox.designer.Icon;
import io.signalbox.designer.KeyName;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Shortcuts.Context;
import io.signalbox.designer.Words;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;

/// Every action with its keys, by where they work; found by name or by key, and given other keys. FX thread only.
public final class KeyList extends VBox implements AutoCloseable {
    private final Words words;
    private final Shortcuts shortcuts;
    private final PreferenceBook book;
    private final CustomTextField search = new CustomTextField();
    private final VBox rows = new VBox();
    private final Subscription watching;

    public KeyList(Words words, Shortcuts shortcuts, PreferenceBook book) {
        this.words = words;
        this.shortcuts = shortcuts;
        this.book = book;
        setId("key-list");
        getStyleClass().add("key-list");
        search.setId("key-search");
        search.setLeft(Icon.of("search"));
        search.promptTextProperty().bind(words.textsProperty().map(_ -> text("keys.search")));
        search.accessibleTextProperty().bind(search.promptTextProperty());
        rows.getStyleClass().add("key-rows");
        getChildren().addAll(search, rows);
        watching = Subscription.combine(
                words.textsProperty().subscribe(this::fill),
                search.textProperty().subscribe(this::fill),
                shortcuts.allProperty().subscribe((_, _) -> fill()));
        fill();
    }

    /// Puts the cursor into the search field.
    public void focusSearch() {
        Keyboard.giveTo(search);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    String text(String key, Object... arguments) {
        return Texts.of(KeyList.class, words.language()).text(key, arguments);
    }

    private void fill() {
        rows.getChildren().clear();
        for (var context : Context.values()) {
            var found = shortcuts.actions().stream()
                    .filter(action -> shortcuts.contextOf(action) == context)
                    .filter(this::isWanted)
                    .toList();
            if (!found.isEmpty()) {
                var head = new Label(text(head(context)));
                head.getStyleClass().add("key-context");
                rows.getChildren().add(head);
                found.forEach(action -> rows.getChildren().add(new KeyRow(this, action)));
            }
        }
        if (rows.getChildren().isEmpty()) {
            var nothing = new Label(text("keys.nothing", search.getText()));
            nothing.getStyleClass().add("muted");
            rows.getChildren().add(nothing);
        }
    }

    private static String head(Context context) {
        return switch (context) {
            case WINDOW -> "keys.window";
            case CANVAS -> "keys.canvas";
            case FLOWS -> "keys.flows";
            case CONNECTIONS -> "keys.connections";
            case RUNS -> "keys.runs";
            case EVENTS -> "keys.events";
            case SERVERS -> "keys.servers";
            case CONDITION -> "keys.condition";
        };
    }

    private boolean isWanted(String action) {
        var wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        return name(action).toLowerCase(Locale.ROOT).contains(wanted)
                || chords(action).stream()
                        .anyMatch(keys -> keys.toLowerCase(Locale.ROOT).contains(wanted));
    }

    String name(String action) {
        return Shortcuts.name(action, words);
    }

    /// The keys as a person reads them.
    List<String> chords(String action) {
        return shortcuts.all().stream()
                .filter(shortcut -> shortcut.action().equals(action))
                .map(shortcut -> KeyName.of(shortcut.keys(), words))
                .distinct()
                .toList();
    }

    boolean isRebound(String action) {
        return book.now().keys().containsKey(action);
    }

    /// Why these keys cannot be given to the action; blank when they can.
    String refusal(String action, KeyCombination keys, boolean letterAlone) {
        if (letterAlone && shortcuts.contextOf(action) == Context.WINDOW) {
            return text("keys.letter");
        }
        return shortcuts
                .taken(keys, action)
                .map(other -> text("keys.taken", KeyName.of(keys, words), name(other)))
                .orElse("");
    }

    void rebind(String action, KeyCombination keys) {
        var changed = new TreeMap<>(book.now().keys());
        changed.put(action, List.of(keys.getName()));
        book.change(now -> now.withKeys(changed));
    }

    void unbind(String action) {
        var changed = new TreeMap<>(book.now().keys());
        changed.remove(action);
        book.change(now -> now.withKeys(changed));
    }
}
