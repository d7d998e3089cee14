package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConditionCheckTest {
    private static final NodeId TRIGGER = new NodeId("trigger");

    private static List<String> found(Condition... parts) {
        var data = Given.json("{'priority':'3','made':'2026-11-22T14:03:00Z','minutes':45,'none':null,"
                + "'id_status_work_order':1}");
        var sample = new Sample("one", Value.fields("data", data), new LinkedHashMap<>(), Value.Fields.empty());
        var flow =
                Flow.empty("f", "", Language.EN, ZoneId.of("America/Sao_Paulo")).withSamples(List.of(sample));
        return ConditionCheck.of(flow, TRIGGER, "when", new Condition.Group(Condition.Mode.ALL, List.of(parts)))
                .stream()
                .map(problem -> problem.severity() + " " + problem.field() + " "
                        + problem.text(Texts.of(Problem.class, Language.EN)))
                .toList();
    }

    private static Condition.Row row(String field, Operator operator, Value value) {
        return Condition.row("trigger.data." + field, operator, value);
    }

    @Test
    void a_sound_condition_has_no_problem() {
        assertEquals(
                List.of(),
                found(
                        row("minutes", Operator.GE, Value.of(3)),
                        row("minutes", Operator.LT, Value.of(90)),
                        row("made", Operator.AFTER, Value.of("2026-11-01")),
                        row("none", Operator.EMPTY, Value.nothing())));
    }

    @Test
    void a_row_without_field_or_value_cannot_decide() {
        assertEquals(
                List.of(
                        "ERROR when.0 A condition has no field.",
                        "ERROR when.1 The condition on “Priority” has no value.",
                        "ERROR when.2 The condition on “Minutes” has a lower end above its upper end."),
                found(
                        Condition.blank(),
                        row("priority", Operator.EQ, Value.of("")),
                        row("minutes", Operator.BETWEEN, Value.items(Value.of(9), Value.of(3)))));
    }

    @Test
    void kinds_that_do_not_meet_are_named() {
        assertEquals(
                List.of(
                        "ERROR when.0 “Priority” is text, 3 is a number.",
                        "ERROR when.1 “Made” is a date, 3 is a number.",
                        "ERROR when.2 “Minutes” is a number, “many” is text.",
                        "ERROR when.3 “Priority” is not a date: the sample has “3”."),
                found(
                        row("priority", Operator.EQ, Value.of(3)),
                        row("made", Operator.GT, Value.of(3)),
                        row("minutes", Operator.NE, Value.of("many")),
                        row("priority", Operator.BEFORE, Value.of("2026-11-01"))));
        assertEquals(List.of(), found(row("priority", Operator.EQ, Value.of(3)).withAs(Condition.As.NUMBER)));
    }

    @Test
    void what_can_never_be_compared_is_said_instead_of_never_holding() {
        assertEquals(
                List.of(
                        "ERROR when.0 “Priority” is matched with “[ab”, which is no pattern.",
                        "ERROR when.1 “Made” is compared with “a few”, which is no number.",
                        "ERROR when.2 “Minutes” is compared with “many”, which is no number.",
                        "ERROR when.3 “Minutes” is compared with “many”, which is no number.",
                        "ERROR when.4 “Priority” is text, 9 is a number."),
                found(
                        row("priority", Operator.MATCHES, Value.of("[ab")),
                        row("made", Operator.LAST_N, Value.of("a few")),
                        row("minutes", Operator.BETWEEN, Value.items(Value.of(1), Value.of("many"))),
                        row("minutes", Operator.GE, Value.of("many")).withAs(Condition.As.TEXT),
                        row("priority", Operator.BETWEEN, Value.items(Value.of("9"), Value.of("11")))));
        assertEquals(
                List.of(),
                found(
                        row("priority", Operator.MATCHES, Value.of("^[0-9]$")),
                        row("minutes", Operator.GE, Value.of("30")),
                        row("made", Operator.BETWEEN, Value.texts(List.of("2026-11-01", "today"))),
                        row("made", Operator.NEXT_N, Value.of(3))));
    }

    @Test
    void a_field_that_no_sample_has_is_kept_only_on_purpose() {
        var row = row("budget", Operator.EQ, Value.of("5"));
        assertEquals(List.of("ERROR when.0 “Budget” is not in the sample."), found(row));
        assertEquals(List.of(), found(row.withUnseen()));
        assertEquals(
                List.of("ERROR when.0 “Other” is not in the sample."),
                found(row.withUnseen().withPath(Path.parse("trigger.data.other"))));
    }

    @Test
    void a_reference_that_its_list_no_longer_has_is_lost() {
        var gone = Value.fields("id", Value.of(9), "label", Value.of("Parked"));
        var there = Value.fields("id", Value.of(2), "label", Value.of("Under review"));
        assertEquals(
                List.of("ERROR when.0 “Parked” no longer exists for “WO status”."),
                found(row("id_status_work_order", Operator.EQ, gone)));
        assertEquals(List.of(), found(row("id_status_work_order", Operator.EQ, there)));
    }

    @Test
    void rows_that_exclude_each_other_are_a_warning_of_all_groups() {
        var contradiction = "WARNING when.1 The conditions on “Priority” can never hold together.";
        assertEquals(
                List.of(contradiction),
                found(row("priority", Operator.EQ, Value.of("a")), row("priority", Operator.EQ, Value.of("b"))));
        assertEquals(
                List.of(contradiction),
                found(row("priority", Operator.EMPTY, Value.nothing()), row("priority", Operator.EQ, Value.of("b"))));
        assertEquals(
                List.of("WARNING when.1 The conditions on “Minutes” can never hold together."),
                found(row("minutes", Operator.GT, Value.of(9)), row("minutes", Operator.LT, Value.of(9))));
        assertEquals(
                List.of(),
                found(
                        row("priority", Operator.EQ, Value.of("a")),
                        row("priority", Operator.EQ, Value.of("b")).withOff(true)));
        assertEquals(
                List.of(),
                found(new Condition.Group(
                        Condition.Mode.ANY,
                        List.of(
                                row("priority", Operator.EQ, Value.of("a")),
                                row("priority", Operator.EQ, Value.of("b"))))));
    }
}
