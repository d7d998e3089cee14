package io.signalbox.flow;

import static io.signalbox.flow.Condition.Mode.ALL;
import static io.signalbox.flow.Condition.Mode.ANY;
import static io.signalbox.flow.Condition.Mode.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConditionTest {
    private static final Given ONE = Given.data("{'x':1}");
    private static final Condition.Row YES = row(1);
    private static final Condition.Row NO = row(2);

    private static Condition.Row row(long wanted) {
        return Condition.row("trigger.data.x", Operator.EQ, Value.of(wanted));
    }

    private static Condition.Row muted(Condition.Row row) {
        return new Condition.Row(row.path(), row.operator(), row.value(), row.as(), row.strict(), true);
    }

    private static Condition.Group group(Condition.Mode mode, Condition... of) {
        return new Condition.Group(mode, List.of(of));
    }

    private static List<Boolean> holds(Condition... conditions) {
        return List.of(conditions).stream()
                .map(condition -> condition.holdsFor(ONE))
                .toList();
    }

    @Test
    void groups_ask_for_all_any_or_none() {
        assertEquals(List.of(true, false, false), holds(group(ALL, YES, YES), group(ALL, YES, NO), group(ALL, NO)));
        assertEquals(List.of(true, true, false), holds(group(ANY, NO, YES), group(ANY, YES), group(ANY, NO, NO)));
        assertEquals(List.of(false, false, true), holds(group(NONE, NO, YES), group(NONE, YES), group(NONE, NO, NO)));
        assertEquals(
                List.of(true, false),
                holds(group(NONE, group(ALL, YES, NO), group(ANY, NO)), group(ANY, group(NONE, YES), group(ALL, NO))));
    }

    @Test
    void an_empty_group_asks_nothing() {
        assertEquals(List.of(true, true, true), holds(group(ALL), group(ANY), group(NONE)));
        assertEquals(
                List.of(true, false), List.of(group(ALL).isAlways(), group(ANY).isAlways()));
    }

    @Test
    void a_muted_row_is_left_out_of_the_decision() {
        assertEquals(
                List.of(true, true, false, true, true, false),
                holds(
                        group(ALL, muted(NO), YES),
                        group(ANY, muted(NO)),
                        group(ANY, muted(YES), NO),
                        group(NONE, muted(YES)),
                        muted(NO),
                        group(NONE, muted(NO), YES)));
    }

    @Test
    void the_explanation_agrees_with_the_decision() {
        long seed = 7;
        var flows = new RandomFlows(seed);
        var roots = List.of(Path.TRIGGER, new NodeId("wo"));
        int held = 0;
        for (int n = 0; n < 10_000; n++) {
            var condition = flows.condition(roots, 3);
            var scope = Given.of(Value.fields(
                    "trigger", flows.dice().value(), "wo", flows.dice().fields(2)));
            var verdict = condition.explain(scope);
            assertEquals(condition.holdsFor(scope), verdict.holds(), () -> "seed " + seed + " " + condition);
            assertAgrees(condition, verdict, scope);
            held += verdict.holds() ? 1 : 0;
        }
        assertEquals(true, held > 1_000 && held < 9_000, "both ways are met: " + held);
    }

    private static void assertAgrees(Condition condition, Verdict verdict, Scope scope) {
        switch (verdict) {
            case Verdict.OfRow row -> assertEquals(condition, row.row());
            case Verdict.OfGroup(var mode, var holds, var parts) -> {
                assertEquals(condition instanceof Condition.Group group ? group.mode() : null, mode);
                assertEquals(condition.holdsFor(scope), holds);
                var of = ((Condition.Group) condition).of();
                assertEquals(of.size(), parts.size());
                for (int part = 0; part < of.size(); part++) {
                    assertAgrees(of.get(part), parts.get(part), scope);
                }
            }
        }
    }

    @Test
    void the_row_that_decided_against_is_named() {
        assertEquals(Optional.empty(), against(group(ALL, YES)));
        assertEquals(Optional.of(NO), against(group(ALL, YES, NO, row(3))));
        assertEquals(Optional.of(NO), against(group(ALL, muted(row(4)), group(ANY, NO, row(3)))));
        assertEquals(Optional.of(YES), against(group(NONE, NO, YES)));
        assertEquals(Optional.of(YES), against(group(NONE, muted(NO), YES)));
        assertEquals(Optional.of(YES), against(group(NONE, group(ALL, muted(NO), YES))));
        assertEquals(Optional.of(NO), against(group(NONE, group(NONE, NO))));
        assertEquals(Optional.empty(), against(group(NONE, group(ALL))));
    }

    private static Optional<Condition.Row> against(Condition condition) {
        return condition.explain(ONE).firstAgainst().map(Verdict.OfRow::row);
    }

    @Test
    void paths_rows_and_depth_are_counted_through_all_groups() {
        var nested = group(ALL, YES, group(NONE, NO, group(ANY)));
        assertEquals(List.of(YES.path(), NO.path()), nested.paths());
        assertEquals(
                List.of(2, 3, 0, 1),
                List.of(
                        nested.countRows(),
                        nested.depth(),
                        YES.depth(),
                        group(ANY).depth()));
    }
}
