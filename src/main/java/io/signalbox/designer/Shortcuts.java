package io.signalbox.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Which key does what, and where. The one place where keys are named; a person may choose others.
public final class Shortcuts {
    /// How many places of the rail have keys.
    public static final int PLACES = 7;

    /// Where the focus must be. What works in the window works everywhere in it.
    public enum Context {
        WINDOW,
        CANVAS,
        /// In the list of flows, on a row.
        FLOWS,
        /// On the page of connections.
        CONNECTIONS,
        /// In the list of all runs.
        RUNS,
        /// In the list of event rules.
        EVENTS,
        /// On the page of servers.
        SERVERS,
        /// A row or a group of conditions.
        CONDITION
    }

    /// @param action text key of what it does
    public record Shortcut(String action, Context context, KeyCombination keys) {}

    private final List<Shortcut> usual;
    private final ReadOnlyObjectWrapper<List<Shortcut>> all;

    private Shortcuts(List<Shortcut> usual) {
        this.usual = List.copyOf(usual);
        this.all = new ReadOnlyObjectWrapper<>(this.usual);
    }

    /// The keys as they come. No key that French, Italian, Spanish or Portuguese boards have elsewhere:
    /// no `/ [ ] \ ' ?`, no Ctrl+Alt, digits only beside another key.
    public static Shortcuts standard() {
        return standard(false);
    }

    /// @param apple on a board where Alt with a digit types a character: there the places are reached with Control
    public static Shortcuts standard(boolean apple) {
        var place = apple ? KeyCombination.CONTROL_DOWN : KeyCombination.ALT_DOWN;
        var keys = new ArrayList<Shortcut>();
        window(keys, "edit.undo", mod(KeyCode.Z));
        window(keys, "edit.redo", modShift(KeyCode.Z), mod(KeyCode.Y));
        canvas(keys, "edit.copy", mod(KeyCode.C));
        canvas(keys, "edit.cut", mod(KeyCode.X));
        canvas(keys, "edit.paste", mod(KeyCode.V));
        canvas(keys, "canvas.duplicate", mod(KeyCode.D));
        canvas(keys, "canvas.duplicate.wired", modShift(KeyCode.D));
        window(keys, "tool.preview", plain(KeyCode.F5), mod(KeyCode.R));
        window(keys, "tool.preview.stop", shift(KeyCode.F5));
        window(keys, "tool.sandbox", modShift(KeyCode.E));
        window(keys, "tool.live", modShift(KeyCode.ENTER));
        window(keys, "sending.stop", modShift(KeyCode.F5));
        window(keys, "inspector.tab.next", mod(KeyCode.PAGE_DOWN));
        window(keys, "inspector.tab.previous", mod(KeyCode.PAGE_UP));
        window(keys, "tool.tidy", modShift(KeyCode.L));
        window(keys, "top.help", plain(KeyCode.F1));
        window(keys, "region.next", plain(KeyCode.F6));
        window(keys, "region.previous", shift(KeyCode.F6));
        window(keys, "region.palette", mod(KeyCode.B));
        window(keys, "region.outline", modShift(KeyCode.O));
        window(keys, "region.inspector", mod(KeyCode.I));
        window(keys, "region.drawer", mod(KeyCode.J));
        window(keys, "region.larger", plain(KeyCode.F7));
        window(keys, "region.smaller", shift(KeyCode.F7));
        window(keys, "region.usual", modShift(KeyCode.F7));
        window(keys, "search.all", mod(KeyCode.K));
        window(keys, "search.flow", mod(KeyCode.F));
        window(keys, "say.again", modShift(KeyCode.R));
        window(keys, "flow.close", mod(KeyCode.W));
        // Also on Apple boards, where Command with Tab belongs to the system.
        window(keys, "flow.back", new KeyCodeCombination(KeyCode.TAB, KeyCombination.CONTROL_DOWN));
        window(keys, "settings.open", mod(KeyCode.COMMA));
        for (int number = 1; number <= PLACES; number++) {
            window(
                    keys,
                    "place." + number,
                    new KeyCodeCombination(KeyCode.valueOf("DIGIT" + number), place),
                    new KeyCodeCombination(KeyCode.valueOf("NUMPAD" + number), place));
        }
        window(keys, "canvas.zoom.in", mod(KeyCode.EQUALS), mod(KeyCode.PLUS), mod(KeyCode.ADD));
        window(keys, "canvas.zoom.out", mod(KeyCode.MINUS), mod(KeyCode.SUBTRACT));
        window(keys, "canvas.zoom.reset", mod(KeyCode.DIGIT0), mod(KeyCode.NUMPAD0));
        window(keys, "canvas.problem.next", plain(KeyCode.F8));
        window(keys, "canvas.problem.previous", shift(KeyCode.F8));
        window(keys, "window.new", modShift(KeyCode.N));
        flows(keys, "flows.new", mod(KeyCode.N));
        flows(keys, "flows.open", plain(KeyCode.ENTER));
        flows(keys, "flows.rename", plain(KeyCode.F2));
        flows(keys, "flows.duplicate", mod(KeyCode.D));
        flows(keys, "flows.switch", plain(KeyCode.SPACE));
        flows(keys, "flows.delete", plain(KeyCode.DELETE));
        connections(keys, "connections.add", mod(KeyCode.N));
        connections(keys, "connections.keep", mod(KeyCode.S));
        connections(keys, "connections.try", mod(KeyCode.T));
        runs(keys, "runs.open", plain(KeyCode.ENTER));
        runs(keys, "runs.compare", plain(KeyCode.C));
        runs(keys, "runs.repeat", plain(KeyCode.R));
        runs(keys, "runs.find", plain(KeyCode.F3));
        runs(keys, "runs.failure.next", plain(KeyCode.J));
        runs(keys, "runs.failure.previous", plain(KeyCode.K));
        keys.add(new Shortcut("events.delete", Context.EVENTS, plain(KeyCode.DELETE)));
        servers(keys, "servers.add", mod(KeyCode.N));
        servers(keys, "servers.keep", mod(KeyCode.S));
        servers(keys, "servers.check", mod(KeyCode.T));
        canvas(keys, "canvas.fit", plain(KeyCode.HOME), mod(KeyCode.DIGIT1), mod(KeyCode.NUMPAD1));
        canvas(keys, "canvas.fit.chosen", shift(KeyCode.HOME), mod(KeyCode.DIGIT2), mod(KeyCode.NUMPAD2));
        canvas(keys, "canvas.select.all", mod(KeyCode.A));
        canvas(keys, "canvas.delete", plain(KeyCode.DELETE), plain(KeyCode.BACK_SPACE));
        canvas(keys, "canvas.delete.alone", shift(KeyCode.DELETE), shift(KeyCode.BACK_SPACE));
        canvas(keys, "canvas.rename", plain(KeyCode.F2));
        canvas(keys, "canvas.off", plain(KeyCode.D));
        canvas(keys, "canvas.note", shift(KeyCode.N));
        canvas(keys, "canvas.group", mod(KeyCode.G));
        canvas(keys, "canvas.ungroup", modShift(KeyCode.G));
        canvas(keys, "canvas.minimap", plain(KeyCode.M));
        canvas(keys, "canvas.menu", shift(KeyCode.F10), plain(KeyCode.CONTEXT_MENU));
        canvas(keys, "canvas.pin", plain(KeyCode.P));
        canvas(keys, "canvas.payload", plain(KeyCode.V));
        canvas(keys, "tool.preview.here", mod(KeyCode.ENTER));
        canvas(keys, "canvas.connect", plain(KeyCode.C));
        canvas(keys, "canvas.connect.back", shift(KeyCode.C));
        canvas(keys, "canvas.wire.next", plain(KeyCode.W));
        canvas(keys, "canvas.wire.previous", shift(KeyCode.W));
        canvas(keys, "canvas.add", plain(KeyCode.A));
        canvas(keys, "canvas.add.free", plain(KeyCode.N));
        canvas(keys, "canvas.add.again", shift(KeyCode.A));
        canvas(keys, "canvas.edit", plain(KeyCode.ENTER));
        canvas(keys, "canvas.escape", plain(KeyCode.ESCAPE));
        condition(keys, "condition.key.add", mod(KeyCode.ENTER));
        condition(keys, "condition.key.delete", mod(KeyCode.BACK_SPACE));
        condition(keys, "condition.key.earlier", alt(KeyCode.UP));
        condition(keys, "condition.key.later", alt(KeyCode.DOWN));
        condition(keys, "condition.key.nest", alt(KeyCode.RIGHT));
        condition(keys, "condition.key.lift", alt(KeyCode.LEFT));
        for (var direction : Direction.values()) {
            for (var key : direction.keys()) {
                canvas(keys, "canvas.go." + direction.key(), plain(key));
                canvas(keys, "canvas.extend." + direction.key(), shift(key));
                canvas(keys, "canvas.move." + direction.key(), mod(key));
                canvas(keys, "canvas.move-far." + direction.key(), modShift(key));
                canvas(keys, "canvas.pan." + direction.key(), alt(key));
                if (direction.dy() == 0) {
                    canvas(keys, "canvas.reach." + direction.key(), altShift(key));
                }
            }
        }
        return new Shortcuts(keys);
    }

    public List<Shortcut> all() {
        return all.get();
    }

    /// Tells whoever shows keys that a person has chosen others.
    public ReadOnlyObjectProperty<List<Shortcut>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The actions in the order of the list, each once.
    public List<String> actions() {
        return usual.stream().map(Shortcut::action).distinct().toList();
    }

    /// Where an action works.
    public Context contextOf(String action) {
        return usual.stream()
                .filter(shortcut -> shortcut.action().equals(action))
                .map(Shortcut::context)
                .findFirst()
                .orElse(Context.WINDOW);
    }

    /// What an action does, in the chosen language.
    public static String name(String action, Words words) {
        for (var direction : Direction.values()) {
            var end = "." + direction.key();
            if (action.endsWith(end)) {
                return words.text(action.substring(0, action.length() - end.length())) + ", "
                        + words.text("direction" + end);
            }
        }
        return words.text(action);
    }

    /// Gives these actions other keys than they come with; all others get their own back. FX thread only.
    ///
    /// @param chosen by action, as [KeyCombination#getName] writes them; what cannot be read is left out
    public void rebind(Map<String, List<String>> chosen) {
        var changed = new ArrayList<Shortcut>();
        for (var action : actions()) {
            var context = contextOf(action);
            if (chosen.containsKey(action)) {
                chosen.get(action).stream()
                        .flatMap(name -> chord(name).stream())
                        .forEach(keys -> changed.add(new Shortcut(action, context, keys)));
            } else {
                usual.stream()
                        .filter(shortcut -> shortcut.action().equals(action))
                        .forEach(changed::add);
            }
        }
        all.set(List.copyOf(changed));
    }

    private static Optional<KeyCombination> chord(String name) {
        try {
            return Optional.of(KeyCombination.valueOf(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The action that these keys would be taken from, were they given to `action`.
    public Optional<String> taken(KeyCombination keys, String action) {
        var context = contextOf(action);
        return all().stream()
                .filter(shortcut -> !shortcut.action().equals(action))
                // What works in the window works on the canvas too.
                .filter(shortcut -> shortcut.context() == context
                        || shortcut.context() == Context.WINDOW
                        || context == Context.WINDOW)
                .filter(shortcut -> shortcut.keys().equals(keys))
                .map(Shortcut::action)
                .findFirst();
    }

    /// What this key does here.
    public Optional<String> action(KeyEvent event, Context context) {
        return all().stream()
                .filter(shortcut -> shortcut.context() == context)
                .filter(shortcut -> shortcut.keys().match(event))
                .map(Shortcut::action)
                .findFirst();
    }

    /// The first keys of an action as a person reads them; blank when it has none.
    public String keysOf(String action, Words words) {
        return all().stream()
                .filter(shortcut -> shortcut.action().equals(action))
                .map(shortcut -> KeyName.of(shortcut.keys(), words))
                .findFirst()
                .orElse("");
    }

    /// The same as keys, for a menu.
    public Optional<KeyCombination> keys(String action, Words words) {
        return all().stream()
                .filter(shortcut -> shortcut.action().equals(action))
                .findFirst()
                .map(shortcut -> KeyName.on(shortcut.keys(), words));
    }

    /// The first keys of an action, for a tooltip: follows what a person chooses, and the language.
    public ObservableValue<String> bound(String action, Words words) {
        return words.textsProperty().flatMap(_ -> all.map(_ -> keysOf(action, words)));
    }

    private static void window(List<Shortcut> keys, String action, KeyCombination... combinations) {
        for (var combination : combinations) {
            keys.add(new Shortcut(action, Context.WINDOW, combination));
        }
    }

    private static void canvas(List<Shortcut> keys, String action, KeyCombination... combinations) {
        for (var combination : combinations) {
            keys.add(new Shortcut(action, Context.CANVAS, combination));
        }
    }

    private static void flows(List<Shortcut> keys, String action, KeyCombination combination) {
        keys.add(new Shortcut(action, Context.FLOWS, combination));
    }

    private static void connections(List<Shortcut> keys, String action, KeyCombination combination) {
        keys.add(new Shortcut(action, Context.CONNECTIONS, combination));
    }

    private static void runs(List<Shortcut> keys, String action, KeyCombination combination) {
        keys.add(new Shortcut(action, Context.RUNS, combination));
    }

    private static void servers(List<Shortcut> keys, String action, KeyCombination combination) {
        keys.add(new Shortcut(action, Context.SERVERS, combination));
    }

    private static void condition(List<Shortcut> keys, String action, KeyCombination combination) {
        keys.add(new Shortcut(action, Context.CONDITION, combination));
    }

    private static KeyCombination alt(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN);
    }

    private static KeyCombination altShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination plain(KeyCode key) {
        return new KeyCodeCombination(key);
    }

    private static KeyCombination shift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination mod(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination modShift(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
