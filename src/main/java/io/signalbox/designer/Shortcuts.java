package io.signalbox.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Which key does what, and where. The one place where keys are named.
public final class Shortcuts {
    /// Where the focus must be. What works in the window works everywhere in it.
    public enum Context {
        WINDOW,
        CANVAS
    }

    /// @param action text key of what it does
    public record Shortcut(String action, Context context, KeyCombination keys) {}

    private final List<Shortcut> all;

    private Shortcuts(List<Shortcut> all) {
        this.all = List.copyOf(all);
    }

    /// The keys as they come. No key that French, Italian, Spanish or Portuguese boards have elsewhere: no `/ [ ] \ '
    /// ?`,
    /// no Ctrl+Alt, digits only beside another key.
    public static Shortcuts standard() {
        var keys = new ArrayList<Shortcut>();
        window(keys, "edit.undo", mod(KeyCode.Z));
        window(keys, "edit.redo", modShift(KeyCode.Z), mod(KeyCode.Y));
        window(keys, "tool.preview", plain(KeyCode.F5));
        window(keys, "tool.tidy", modShift(KeyCode.L));
        window(keys, "top.help", plain(KeyCode.F1));
        window(keys, "region.next", plain(KeyCode.F6));
        window(keys, "region.previous", shift(KeyCode.F6));
        window(keys, "region.drawer", mod(KeyCode.J));
        window(keys, "canvas.zoom.in", mod(KeyCode.EQUALS), mod(KeyCode.PLUS), mod(KeyCode.ADD));
        window(keys, "canvas.zoom.out", mod(KeyCode.MINUS), mod(KeyCode.SUBTRACT));
        window(keys, "canvas.zoom.reset", mod(KeyCode.DIGIT0), mod(KeyCode.NUMPAD0));
        window(keys, "canvas.problem.next", plain(KeyCode.F8));
        window(keys, "canvas.problem.previous", shift(KeyCode.F8));
        canvas(keys, "canvas.fit", plain(KeyCode.HOME), mod(KeyCode.DIGIT1), mod(KeyCode.NUMPAD1));
        canvas(keys, "canvas.fit.chosen", shift(KeyCode.HOME), mod(KeyCode.DIGIT2), mod(KeyCode.NUMPAD2));
        canvas(keys, "canvas.select.all", mod(KeyCode.A));
        canvas(keys, "canvas.delete", plain(KeyCode.DELETE), plain(KeyCode.BACK_SPACE));
        canvas(keys, "canvas.delete.alone", shift(KeyCode.DELETE), shift(KeyCode.BACK_SPACE));
        canvas(keys, "canvas.off", plain(KeyCode.D));
        canvas(keys, "canvas.connect", plain(KeyCode.C));
        canvas(keys, "canvas.wire.next", plain(KeyCode.W));
        canvas(keys, "canvas.wire.previous", shift(KeyCode.W));
        canvas(keys, "canvas.add", plain(KeyCode.A));
        canvas(keys, "canvas.add.free", plain(KeyCode.N));
        canvas(keys, "canvas.add.again", shift(KeyCode.A));
        canvas(keys, "canvas.edit", plain(KeyCode.ENTER));
        canvas(keys, "canvas.escape", plain(KeyCode.ESCAPE));
        for (var direction : Direction.values()) {
            for (var key : direction.keys()) {
                canvas(keys, "canvas.go." + direction.key(), plain(key));
                canvas(keys, "canvas.extend." + direction.key(), shift(key));
                canvas(keys, "canvas.move." + direction.key(), mod(key));
                canvas(keys, "canvas.move-far." + direction.key(), modShift(key));
                canvas(keys, "canvas.pan." + direction.key(), new KeyCodeCombination(key, KeyCombination.ALT_DOWN));
                if (direction.dy() == 0) {
                    canvas(
                            keys,
                            "canvas.reach." + direction.key(),
                            new KeyCodeCombination(key, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN));
                }
            }
        }
        return new Shortcuts(keys);
    }

    /// The four arrow keys.
    public enum Direction {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1);

        private final int dx;
        private final int dy;

        Direction(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        public int dx() {
            return dx;
        }

        public int dy() {
            return dy;
        }

        /// The arrow, and the one on the number pad.
        List<KeyCode> keys() {
            return List.of(KeyCode.valueOf(name()), KeyCode.valueOf("KP_" + name()));
        }

        /// The end of its action keys.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public List<Shortcut> all() {
        return all;
    }

    /// What this key does here.
    public Optional<String> action(KeyEvent event, Context context) {
        return all.stream()
                .filter(shortcut -> shortcut.context() == context)
                .filter(shortcut -> shortcut.keys().match(event))
                .map(Shortcut::action)
                .findFirst();
    }

    /// The first keys of an action, for a tooltip; blank when it has none.
    public String keysOf(String action) {
        return all.stream()
                .filter(shortcut -> shortcut.action().equals(action))
                .map(shortcut -> shortcut.keys().getDisplayText())
                .findFirst()
                .orElse("");
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
