package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Shortcuts;
import io.signalbox.engine.FlowCheck;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ConditionPanelTest {
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow(Condition.always(), PanelFlow.rows()));
        var panel = new ConditionPanel(bench, ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger"));
        PanelSheet.dress(panel);
        Shown.on(stage, bench, panel, 400, 800);
    }

    private Condition.Group when() {
        return (Condition.Group)
                bench.flow().node(PanelFlow.TRIGGER).orElseThrow().when();
    }

    private Condition.Row row(int at) {
        return (Condition.Row) when().of().get(at);
    }

    /// Adds a condition and finds its field by name in the list that opens.
    private void add(PatientRobot robot, String name) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        choose(robot, name);
    }

    private static void choose(PatientRobot robot, String name) {
        Shown.until(() -> robot.lookup("#field-search").queryAll().stream().anyMatch(Node::isFocused));
        robot.write(name).type(KeyCode.ENTER);
        Shown.until(() -> robot.lookup("#field-list").tryQuery().isEmpty());
    }

    @Test
    void a_condition_added_by_mouse_says_true_or_false_while_it_is_typed(PatientRobot robot) {
        add(robot, "wo folio");
        robot.write("OS-1495");
        assertTrue(
                Shown.words(robot, "#condition-result-0").endsWith("→ false"),
                Shown.words(robot, "#condition-result-0"));
        assertTrue(Shown.words(robot, ".condition-header").endsWith("Sample is stopped by 1 rule"));

        robot.type(KeyCode.BACK_SPACE).write("6");

        assertEquals("WO number = “OS-1496” → true", Shown.words(robot, "#condition-result-0"));
        assertTrue(Shown.words(robot, ".condition-header").endsWith("Sample passes"));
        assertEquals(Condition.row("trigger.data.wo_folio", Operator.EQ, Value.of("OS-1496")), row(0));
    }

    @Test
    void a_burst_of_typing_is_one_step_to_undo(PatientRobot robot) {
        add(robot, "wo folio");
        robot.write("OS-1496");

        robot.interact(() -> bench.session().undo());
        assertEquals(Value.of(""), row(0).value());

        robot.interact(() -> bench.session().undo());
        assertTrue(row(0).isWithoutField());
        robot.interact(() -> bench.session().undo());
        assertTrue(when().of().isEmpty());
    }

    @Test
    void another_field_brings_its_own_operators_and_editor(PatientRobot robot) {
        add(robot, "Stopped");

        assertEquals(Operator.TRUE, operator(robot).getValue());
        assertEquals("Stopped = yes → true", Shown.words(robot, "#condition-result-0"));
        robot.clickOn("#condition-value-0 .thumb-area");
        assertEquals(Operator.FALSE, row(0).operator());
        assertEquals("Stopped = yes → false", Shown.words(robot, "#condition-result-0"));
    }

    @Test
    void a_field_is_found_by_part_of_its_name_or_by_its_value(PatientRobot robot) {
        add(robot, "downti");
        assertEquals("trigger.data.downtime_minutes", row(0).path().toString());

        robot.clickOn("#condition-field-0");
        choose(robot, "Figueiredo");
        assertEquals("trigger.data.responsible.name", row(0).path().toString());
    }

    @Test
    void a_field_that_no_sample_has_is_typed_kept_and_said(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        Shown.until(() -> robot.lookup("#field-search").queryAll().stream().anyMatch(Node::isFocused));
        robot.clickOn("#field-unlisted").write("trigger.data.budget").type(KeyCode.ENTER);
        Shown.until(() -> robot.lookup("#field-list").tryQuery().isEmpty());
        robot.write("5");

        assertEquals(
                "“Budget” is not in the sample.",
                robot.from(robot.lookup("#condition-result-0").queryAll())
                        .lookup(".tone-danger")
                        .queryLabeled()
                        .getText());
        assertTrue(
                problems().contains("“Budget” is not in the sample."),
                problems().toString());

        robot.clickOn("Keep anyway");

        assertTrue(row(0).isUnseen());
        assertFalse(problems().contains("“Budget” is not in the sample."));
        assertTrue(Shown.words(robot, "#condition-result-0").endsWith("field missing in this event"));
    }

    private java.util.List<String> problems() {
        var texts = bench.words().flowTexts();
        return FlowCheck.ofFiles(bench.connectors()).in(bench.flow()).stream()
                .map(problem -> problem.text(texts))
                .toList();
    }

    @Test
    void numbers_compare_as_numbers(PatientRobot robot) {
        add(robot, "Downtime");
        robot.interact(() -> operator(robot).setValue(Operator.GE));
        robot.clickOn("#condition-value-0").write("9");

        assertEquals("Downtime minutes = 45 → true", Shown.words(robot, "#condition-result-0"));
        assertEquals(Value.of(9), row(0).value());
    }

    @Test
    void a_text_compared_with_a_number_offers_to_compare_as_numbers(PatientRobot robot) {
        var clash = Condition.row("trigger.data.priority", Operator.GE, Value.of(3));
        robot.interact(() -> bench.session()
                .perform(
                        ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger")
                                .writes()
                                .apply(bench.flow(), new Condition.Group(Condition.Mode.ALL, List.of(clash)))
                                .orElseThrow(),
                        ""));
        Shown.previewed(bench);

        assertTrue(
                problems().contains("“Priority” is text, 3 is a number."),
                problems().toString());
        assertTrue(Shown.words(robot, "#condition-result-0").startsWith("“Priority” is text, 3 is a number."));
        robot.clickOn("Compare as number");

        assertEquals(Condition.As.NUMBER, row(0).as());
        assertFalse(problems().contains("“Priority” is text, 3 is a number."));
    }

    @Test
    void what_is_wrong_with_a_row_is_set_right_beside_it_as_in_the_list_of_problems(PatientRobot robot) {
        become(robot, Condition.row("trigger.data.downtime_minutes", Operator.BETWEEN, range(90, 30)));
        robot.clickOn("Swap the two values");
        assertEquals(range(30, 90), row(0).value());

        become(robot, Condition.row("trigger.data.priority", Operator.EQ, Value.of("")));
        robot.clickOn("Compare with “Very high”");
        assertEquals(Value.of("Very high"), row(0).value());

        become(robot, Condition.row("trigger.data.priority", Operator.MATCHES, Value.of("[h")));
        assertEquals(
                "“Priority” is matched with “[h”, which is no pattern. Correct the pattern, or use “contains”.",
                Shown.words(robot, "#condition-result-0"));
    }

    @Test
    void a_person_is_chosen_by_name_and_the_code_that_is_compared_stands_behind_it(PatientRobot robot) {
        add(robot, "responsible.code");
        robot.write("Marta Figueiredo");

        assertEquals(Value.fields("id", Value.of("MF-7"), "label", Value.of("Marta Figueiredo")), row(0).value());
        var field = robot.lookup("#condition-value-0 .condition-text").queryAs(TextField.class);
        assertEquals("Marta Figueiredo · MF-7", field.getTooltip().getText());
        assertTrue(Shown.words(robot, "#condition-result-0").endsWith("→ true"));
        robot.write(" B");
        assertEquals(null, field.getTooltip());
    }

    private static Value range(int low, int high) {
        return Value.items(Value.of(low), Value.of(high));
    }

    @Test
    void the_operator_stays_in_sight_when_a_sample_offers_others(PatientRobot robot) {
        become(robot, Condition.row("trigger.data.downtime_minutes", Operator.BETWEEN, range(9, 90)));
        var other = new Sample(
                "another",
                Value.fields("module", Value.of("tasks"), "submodule", Value.of("work_orders"))
                        .with("event", Value.of("new_wo")),
                new LinkedHashMap<>(),
                Value.Fields.empty());
        for (int turn = 0; turn < 2; turn++) {
            robot.interact(() -> bench.preview().use(other));
            Shown.until(() -> operator(robot).getItems().size() == Operator.values().length);
            assertEquals("is between", operator(robot).getButtonCell().getText());
            robot.interact(() -> bench.preview().use("OS-1496"));
            Shown.until(() -> operator(robot).getItems().size() < Operator.values().length);
            assertEquals("is between", operator(robot).getButtonCell().getText());
            assertEquals(Operator.BETWEEN, operator(robot).getSelectionModel().getSelectedItem());
            assertEquals(
                    operator(robot).getItems().indexOf(Operator.BETWEEN),
                    operator(robot).getSelectionModel().getSelectedIndex());
        }
        assertEquals(Operator.BETWEEN, row(0).operator());
    }

    @Test
    void the_ends_of_a_range_are_numbers_so_that_a_number_in_quotes_offers_to_be_read_as_one(PatientRobot robot) {
        become(
                robot,
                Condition.row("trigger.data.wo_folio", Operator.BETWEEN, Value.items(Value.of(""), Value.of(""))));
        robot.clickOn("#condition-value-0 .condition-text")
                .write("9")
                .type(KeyCode.TAB)
                .write("11");

        assertEquals(range(9, 11), row(0).value());
        robot.clickOn("Compare as number");
        assertEquals(Condition.As.NUMBER, row(0).as());
    }

    private void become(PatientRobot robot, Condition.Row row) {
        robot.interact(() -> bench.session()
                .perform(
                        ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger")
                                .writes()
                                .apply(bench.flow(), new Condition.Group(Condition.Mode.ALL, List.of(row)))
                                .orElseThrow(),
                        ""));
        Shown.previewed(bench);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Operator> operator(PatientRobot robot) {
        return robot.lookup("#condition-operator-0").queryAs(ComboBox.class);
    }

    @Test
    void rows_are_added_moved_grouped_and_deleted_by_keyboard(PatientRobot robot) {
        add(robot, "wo folio");
        robot.write("first");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        choose(robot, "wo folio");
        assertEquals(2, when().of().size());

        robot.write("second");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertEquals(Value.of("second"), row(0).value());

        robot.clickOn("#condition-value-0");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertTrue(when().of().getFirst() instanceof Condition.Group);
        Shown.until(
                () -> robot.lookup("#condition-field-0-0").queryAll().stream().anyMatch(Node::isFocused));
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertEquals(Value.of("second"), row(0).value());

        robot.clickOn("#condition-value-1");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.BACK_SPACE).release(KeyCode.SHORTCUT);
        assertEquals(1, when().of().size());

        // With the keys that a person has chosen, and no longer with the old ones.
        robot.interact(() -> bench.shortcuts().rebind(Map.of("condition.key.delete", List.of("Shortcut+F9"))));
        robot.clickOn("#condition-value-0");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.BACK_SPACE).release(KeyCode.SHORTCUT);
        assertEquals(1, when().of().size());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F9).release(KeyCode.SHORTCUT);
        assertEquals(0, when().of().size());
    }

    @Test
    void a_row_is_dragged_by_its_handle_into_a_group(PatientRobot robot) {
        robot.interact(() -> bench.session()
                .perform(
                        ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger")
                                .writes()
                                .apply(bench.flow(), PanelFlow.conditions())
                                .orElseThrow(),
                        ""));
        Shown.previewed(bench);
        var third = row(2);
        robot.drag("#condition-handle-2").dropTo("#condition-value-1-0");

        assertEquals(2, when().of().size());
        var byHand = when();
        var joined = ((Condition.Group) byHand.of().get(1)).of();
        assertTrue(joined.contains(third), byHand.toString());

        // The keys to the same: into the group above, where it comes last, and up in it.
        robot.interact(bench.session()::undo);
        Shown.until(() -> when().of().size() == 3);
        robot.clickOn("#condition-value-2");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        int last = joined.size() - 1;
        assertEquals(third, ((Condition.Group) when().of().get(1)).of().get(last));
        for (int at = last; at > joined.indexOf(third); at--) {
            awaitFocus(robot, "#condition-field-1-" + at);
            robot.push(KeyCode.ALT, KeyCode.UP);
        }
        assertEquals(byHand, when());
    }

    private static void awaitFocus(PatientRobot robot, String query) {
        Shown.until(() -> robot.lookup(query).queryAll().stream().anyMatch(Node::isFocused));
    }

    /// What the keys of a condition do stands in the menus of rows and groups, and at their foot.
    @Test
    void every_key_of_a_condition_has_an_entry(PatientRobot robot) {
        robot.interact(() -> bench.session()
                .perform(
                        ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger")
                                .writes()
                                .apply(bench.flow(), PanelFlow.conditions())
                                .orElseThrow(),
                        ""));
        Shown.previewed(bench);
        var offered = new HashSet<String>();
        robot.interact(() ->
                robot.lookup(".button").queryAllAs(Button.class).forEach(button -> offered.add(button.getText())));
        for (var part : List.of("#condition-more-0", "#condition-more-1", "#condition-more-1-0")) {
            robot.clickOn(part);
            robot.interact(() -> Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                    .forEach(item -> offered.add(item.getText())));
            robot.push(KeyCode.ESCAPE);
        }
        for (var action : Shortcuts.standard().actions()) {
            if (action.startsWith("condition.key.")) {
                var entry = switch (action.substring("condition.key.".length())) {
                    case "add" -> "condition.add";
                    case "delete" -> "condition.delete";
                    case "earlier" -> "condition.up";
                    case "later" -> "condition.down";
                    case "nest" -> "condition.wrap";
                    case "lift" -> "condition.lift";
                    default -> "none";
                };
                assertTrue(offered.contains(bench.text(entry)), action + " is none of " + offered);
            }
        }
    }

    @Test
    void several_values_are_tags(PatientRobot robot) {
        add(robot, "wo folio");
        robot.interact(() -> operator(robot).setValue(Operator.IN));
        robot.clickOn("#condition-value-0")
                .write("OS-1")
                .type(KeyCode.ENTER)
                .write("OS-1496")
                .type(KeyCode.ENTER);

        assertEquals(Value.items(Value.of("OS-1"), Value.of("OS-1496")), row(0).value());
        assertEquals("WO number = “OS-1496” → true", Shown.words(robot, "#condition-result-0"));

        robot.interact(() -> {
            var column = new ClipboardContent();
            column.putString("OS-2\r\nOS-3\r\nOS-1\r\n");
            Clipboard.getSystemClipboard().setContent(column);
        });
        robot.push(KeyCode.SHORTCUT, KeyCode.V);
        assertEquals(Value.texts(List.of("OS-1", "OS-1496", "OS-2", "OS-3")), row(0).value());
    }

    @Test
    void groups_go_no_deeper_than_three(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-group");
        choose(robot, "wo folio");
        robot.clickOn("#add-group-0");
        choose(robot, "wo folio");

        assertEquals(Condition.DEEPEST, when().depth());
        assertTrue(robot.lookup("#add-group-0-1").query().isDisabled());
        assertTrue(Shown.words(robot, ".condition-group-foot").contains("Groups go three deep at most"));
    }

    @Test
    void a_muted_row_is_kept_and_decides_nothing(PatientRobot robot) {
        add(robot, "wo folio");
        robot.write("OS-1");
        robot.clickOn("#condition-more-0").clickOn("Mute");

        assertTrue(row(0).off());
        assertEquals("Muted: not part of the decision", Shown.words(robot, "#condition-result-0"));
        assertTrue(Shown.words(robot, ".condition-header").endsWith("Sample passes"));
    }

    @Test
    void each_row_is_spoken_as_one_sentence(PatientRobot robot) {
        add(robot, "wo folio");
        robot.write("OS-1496");

        assertEquals(
                "Condition 1 of 1: WO number is equal to OS-1496. Sample result: true.",
                robot.lookup(".condition-row").query().getAccessibleText());
    }
}
