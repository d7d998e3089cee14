package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceSwapTest {
    private static final List<MapRow> ROWS = List.of(
            MapRow.of("1", Expression.path("trigger.data.number")),
            MapRow.of("2", Expression.template("{{ trigger.data.task | upper }} ({{ trigger.data.plant }})")),
            MapRow.of("3", Expression.path("person.name")),
            MapRow.of("4", Expression.literal("trigger.data.number")));

    private static List<SourceSwap> swaps(List<MapRow> rows) {
        var event = Value.fields("number", Value.of("OS-1"), "task", Value.of("Bearing"))
                .with("plant", Value.of("A"));
        var wo = Value.fields("number", Value.of("OS-1"), "task", Value.of("Bearing"))
                .with("plant", Value.of(""));
        var world = Value.fields("trigger", Value.fields("data", event), "wo", wo)
                .with("person", Value.fields("name", Value.of("Ana")));
        var roots = new LinkedHashSet<>(List.of(Path.TRIGGER, PanelFlow.WO, PanelFlow.PERSON));
        return SourceSwap.of(path -> path.from(world.at(path.root().value())), roots, rows);
    }

    @Test
    void every_value_that_the_other_step_has_comes_from_there_and_the_rest_stays() {
        var swap = swaps(ROWS).getFirst();
        assertEquals("trigger wo 2 3", swap.from() + " " + swap.to() + " " + swap.found() + " " + swap.all());
        assertEquals(
                List.of(
                        MapRow.of("1", Expression.path("wo.number")),
                        MapRow.of("2", Expression.template("{{ wo.task | upper }} ({{ trigger.data.plant }})")),
                        ROWS.get(2),
                        ROWS.get(3)),
                swap.of(ROWS));
    }

    @Test
    void the_event_gives_back_what_it_says_itself() {
        var taken = swaps(ROWS).getFirst().of(ROWS);
        var back = swaps(taken).stream()
                .filter(swap -> swap.to().equals(Path.TRIGGER))
                .findFirst()
                .orElseThrow();
        assertEquals(ROWS, back.of(taken));
    }

    @Test
    void a_step_that_has_nothing_of_it_is_not_offered() {
        assertEquals(List.of(), swaps(List.of(ROWS.get(2), ROWS.get(3))));
    }
}
