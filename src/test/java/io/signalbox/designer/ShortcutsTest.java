package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Shortcuts.Context;
import io.signalbox.designer.Shortcuts.Shortcut;
import io.signalbox.flow.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

final class ShortcutsTest {

    /// What works in the window works on the canvas too, so a chord of the window is taken there.
    @Test
    void no_two_actions_share_a_chord_where_both_can_be_meant() {
        assertEquals("[]", clashes(Shortcuts.standard()).toString());
        assertEquals("[]", clashes(Shortcuts.standard(true)).toString());
    }

    private static List<String> clashes(Shortcuts shortcuts) {
        var clashes = new ArrayList<String>();
        var all = shortcuts.all();
        for (var one : all) {
            for (var other : all) {
                if (all.indexOf(one) < all.indexOf(other)
                        && meet(one, other)
                        && one.keys().equals(other.keys())) {
                    clashes.add(one.action() + " and " + other.action() + ": " + one.keys());
                }
            }
        }
        return clashes;
    }

    /// Alt with a digit types a character there.
    @Test
    void on_apple_boards_the_places_are_reached_with_control() {
        var places = Shortcuts.standard(true).all().stream()
                .filter(each -> each.action().startsWith("place."))
                .toList();
        assertEquals(2 * Shortcuts.PLACES, places.size());
        assertTrue(places.stream()
                .allMatch(each -> each.keys().getControl() == ModifierValue.DOWN
                        && each.keys().getAlt() != ModifierValue.DOWN));
    }

    /// Boards of France, Italy, Spain and Portugal have these elsewhere; Ctrl+Alt is AltGr on Windows; macOS takes H, M
    /// and Space.
    @Test
    void no_key_is_out_of_reach_on_a_board_of_our_languages() {
        var elsewhere = EnumSet.of(
                KeyCode.SLASH,
                KeyCode.OPEN_BRACKET,
                KeyCode.CLOSE_BRACKET,
                KeyCode.BACK_SLASH,
                KeyCode.QUOTE,
                KeyCode.BACK_QUOTE,
                KeyCode.DEAD_GRAVE);
        var taken = EnumSet.of(KeyCode.H, KeyCode.M, KeyCode.SPACE);
        var wrong = new ArrayList<String>();
        for (var shortcut : Shortcuts.standard().all()) {
            var keys = typed(shortcut);
            boolean mod = keys.getShortcut() == ModifierValue.DOWN;
            if (elsewhere.contains(keys.getCode())
                    || (mod && keys.getAlt() == ModifierValue.DOWN)
                    // Control itself only with Tab, which Command has for the system.
                    || (keys.getControl() == ModifierValue.DOWN && keys.getCode() != KeyCode.TAB)
                    || (mod && taken.contains(keys.getCode()))) {
                wrong.add(shortcut.action() + ": " + keys);
            }
        }
        assertEquals("[]", wrong.toString());
    }

    /// The digits of a French board need Shift. The keypad has them everywhere.
    @Test
    void a_digit_is_never_the_only_way() {
        var all = Shortcuts.standard().all();
        for (var shortcut : all) {
            if (typed(shortcut).getCode().isDigitKey()) {
                assertTrue(
                        all.stream()
                                .filter(other -> other.action().equals(shortcut.action()))
                                .map(other -> typed(other).getCode())
                                .anyMatch(key -> !key.isDigitKey() || key.isKeypadKey()),
                        shortcut.action());
            }
        }
    }

    /// A letter alone is for typing, except where nothing is typed.
    @Test
    void a_letter_alone_works_only_where_nobody_types() {
        for (var shortcut : Shortcuts.standard().all()) {
            var keys = typed(shortcut);
            if (keys.getCode().isLetterKey()
                    && keys.getShortcut() == ModifierValue.UP
                    && keys.getAlt() == ModifierValue.UP) {
                assertTrue(EnumSet.of(Context.CANVAS, Context.RUNS).contains(shortcut.context()), shortcut.action());
            }
        }
    }

    private static KeyCodeCombination typed(Shortcut shortcut) {
        return (KeyCodeCombination) shortcut.keys();
    }

    @Test
    void every_action_has_a_name_for_the_list_of_keys() {
        var words = new Words(Language.EN);
        for (var shortcut : Shortcuts.standard().all()) {
            var key = nameOf(shortcut.action());
            assertTrue(words.textsProperty().get().has(key), key);
        }
    }

    private static boolean meet(Shortcut one, Shortcut other) {
        return one.context() == other.context() || one.context() == Context.WINDOW || other.context() == Context.WINDOW;
    }

    private static String nameOf(String action) {
        for (var direction : Direction.values()) {
            if (action.endsWith("." + direction.key())) {
                return action.substring(0, action.lastIndexOf('.'));
            }
        }
        return action;
    }

    @Test
    void keys_bear_the_names_that_are_printed_on_them() {
        var words = new Words(Language.FR);
        var shortcuts = Shortcuts.standard();
        assertEquals("Maj+Suppr", shortcuts.keysOf("canvas.delete.alone", words));
        var menu = shortcuts.keys("canvas.delete.alone", words).orElseThrow();
        assertEquals("Maj+Suppr", menu.getDisplayText());
        assertTrue(menu.match(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, true, false, false, false)));
        var tip = new SimpleStringProperty();
        tip.bind(shortcuts.bound("inspector.tab.next", words));
        assertEquals("Ctrl+Page suiv.", tip.get());
        words.speak(Language.ES);
        assertEquals("Ctrl+Av Pág", tip.get());
    }
}
