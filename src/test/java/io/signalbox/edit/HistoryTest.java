package io.signalbox.edit;

import static io.signalbox.edit.Drawing.flow;
import static io.signalbox.edit.Drawing.id;
import static io.signalbox.edit.Drawing.node;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Flow START = flow(List.of("t", "s"));

    private static Edit name(String name) {
        return new Edit.RenameFlow(name);
    }

    private static Edit move(double x) {
        return new Edit.Move(new LinkedHashMap<>(Map.of(id("s"), new Point(x, 0))));
    }

    @Test
    void an_edit_is_performed_undone_and_redone() {
        var history = History.of(START).perform(name("A"), "").perform(new Edit.Remove(Set.of(id("s")), true), "");
        assertEquals(Optional.of("edit.remove"), history.undoKey());
        assertEquals(Optional.empty(), history.redoKey());
        var undone = history.undo();
        assertEquals(START.withName("A"), undone.present());
        assertEquals(Optional.of("edit.rename-flow"), undone.undoKey());
        assertEquals(Optional.of("edit.remove"), undone.redoKey());
        assertEquals(START, undone.undo().present());
        assertEquals(history.present(), undone.undo().redo().redo().present());
    }

    @Test
    void at_the_ends_nothing_happens() {
        var history = History.of(START);
        assertSame(history, history.undo());
        assertSame(history, history.redo());
        assertSame(history, history.bail("drag"));
        assertEquals(Optional.empty(), history.undoKey());
    }

    @Test
    void an_edit_that_changes_nothing_is_no_step() {
        var history = History.of(START).perform(name("A"), "").undo();
        assertSame(history, history.perform(name("Flow"), ""));
        assertEquals(
                Optional.of("edit.rename-flow"),
                history.perform(name("Flow"), "").redoKey());
    }

    @Test
    void one_gesture_is_one_step() {
        var history = History.of(START)
                .perform(move(1), "drag")
                .perform(move(2), "drag")
                .perform(move(3), "drag");
        assertEquals(1, history.past().size());
        assertEquals(move(3).applyTo(START), history.present());
        assertEquals(START, history.undo().present());
        assertEquals(history.present(), history.undo().redo().present());
        assertEquals(2, history.perform(move(4), "drag-2").past().size());
        assertEquals(3, history.perform(move(4), "").perform(move(5), "").past().size());
    }

    @Test
    void after_a_redo_the_same_gesture_is_a_new_step() {
        var history = History.of(START).perform(move(1), "drag").undo().redo().perform(move(2), "drag");
        assertEquals(move(1).applyTo(START), history.undo().present());
    }

    @Test
    void a_new_edit_forgets_what_was_undone() {
        var history = History.of(START).perform(name("A"), "").undo().perform(name("B"), "");
        assertEquals(Optional.empty(), history.redoKey());
        assertEquals(START.withName("B"), history.present());
    }

    @Test
    void a_gesture_that_is_given_up_has_never_been() {
        var before = History.of(START).perform(name("A"), "");
        var history = before.perform(move(1), "drag").perform(move(2), "drag");
        assertEquals(before, history.bail("drag"));
        assertSame(history, history.bail("other"));
        assertSame(before, before.bail(""));
    }

    @Test
    void a_thousand_steps_are_kept() {
        var history = History.of(START);
        for (int n = 0; n <= History.LONGEST; n++) {
            history = history.perform(name("name " + n), "");
        }
        assertEquals(History.LONGEST, history.past().size());
        for (int n = 0; n <= History.LONGEST; n++) {
            history = history.undo();
        }
        assertEquals(START.withName("name 0"), history.present());
    }

    @Test
    void any_thousand_edits_are_undone_to_the_start_and_redone_to_the_end() {
        for (long seed = 0; seed < 10; seed++) {
            var edits = new RandomEdits(seed);
            var history = History.of(START);
            int gesture = 0;
            for (int n = 0; n < 1_000; n++) {
                gesture += edits.oneIn(3) ? 1 : 0;
                history = history.perform(edits.next(history.present()), edits.oneIn(2) ? "gesture " + gesture : "");
                if (edits.oneIn(10)) {
                    history = edits.oneIn(2)
                            ? history.undo()
                            : history.undo().undo().redo();
                }
            }
            var end = history.present();
            int steps = history.past().size();
            for (int n = 0; n < steps; n++) {
                history = history.undo();
            }
            assertEquals(START, history.present(), "seed " + seed);
            for (int n = 0; n < steps; n++) {
                history = history.redo();
            }
            assertEquals(end, history.present(), "seed " + seed);
        }
    }

    @Test
    void a_step_shares_the_boxes_it_did_not_touch() {
        var changed = History.of(START).perform(new Edit.ChangeNode(node("s").withName("New"), "edit.name"), "");
        assertSame(
                START.node(id("t")).orElseThrow(),
                changed.present().node(id("t")).orElseThrow());
    }
}
