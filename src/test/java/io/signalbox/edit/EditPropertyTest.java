package io.signalbox.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Flow;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds whatever a person does, in any order.
final class EditPropertyTest {
    private static final Flow START = Drawing.flow(List.of("t", "s"));
    private static final int EDITS = 1_000;

    @Test
    void every_edit_there_is_comes_up() {
        var seen = new HashSet<Class<?>>();
        var edits = new RandomEdits(1);
        var history = History.of(START);
        for (int n = 0; n < 10 * EDITS; n++) {
            var edit = edits.next(history.present());
            seen.add(edit.getClass());
            history = history.perform(edit, "");
        }
        assertEquals(Set.copyOf(Arrays.asList(Edit.class.getPermittedSubclasses())), seen);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void any_thousand_edits_are_undone_redone_and_read_as_they_were_written(long seed) throws UnreadableFlow {
        var edits = new RandomEdits(seed);
        var history = History.of(START);
        for (int n = 0; n < EDITS; n++) {
            history = history.perform(edits.next(history.present()), edits.oneIn(3) ? "gesture " + n / 4 : "");
        }
        var end = history.present();
        assertEquals(end, FlowJson.read(FlowJson.write(end)));
        int steps = history.past().size();
        for (int n = 0; n < steps; n++) {
            history = history.undo();
        }
        assertEquals(START, history.present());
        for (int n = 0; n < steps; n++) {
            history = history.redo();
        }
        assertEquals(end, history.present());
    }

    @Test
    void no_edit_ever_makes_a_circle_and_closing_gaps_least_of_all() {
        int healed = 0;
        for (long seed = 21; seed <= 30; seed++) {
            var edits = new RandomEdits(seed);
            var flow = START;
            for (int n = 0; n < EDITS; n++) {
                var edit = edits.next(flow);
                var after = edit.applyTo(flow);
                if (edit instanceof Edit.Remove) {
                    healed += FlowChanges.between(flow, after).wiresAdded().size();
                }
                flow = after;
                assertFalse(hasCircle(flow), "seed " + seed + " after " + edit);
            }
        }
        assertTrue(healed > 0, "some gaps were closed");
    }

    private static boolean hasCircle(Flow flow) {
        return flow.nodes().keySet().stream()
                .anyMatch(node -> flow.reachableFrom(node).contains(node));
    }
}
