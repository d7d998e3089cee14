package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Shortcuts.Context;
import io.signalbox.designer.Shortcuts.Shortcut;
import io.signalbox.flow.Language;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

final class ShortcutsTest {

    /// What works in the window works on the canvas too, so a chord of the window is taken there.
    @Test
    void no_two_actions_share_a_chord_where_both_can_be_meant() {
        var clashes = new ArrayList<String>();
        var all = Shortcuts.standard().all();
        for (var one : all) {
            for (var other : all) {
                if (all.indexOf(one) < all.indexOf(other)
                        && meet(one, other)
                        && one.keys().equals(other.keys())) {
                    clashes.add(one.action() + " and " + other.action() + ": " + one.keys());
                }
            }
        }
        assertEquals("[]", clashes.toString());
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
}
