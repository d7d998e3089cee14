package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Value;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
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

    @Test
    void a_condition_added_by_mouse_says_true_or_false_while_it_is_typed(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        robot.clickOn("#condition-value-0").write("OS-1495");
        assertTrue(
                Shown.words(robot, "#condition-result-0").endsWith("→ false"),
                Shown.words(robot, "#condition-result-0"));
        assertTrue(Shown.words(robot, ".condition-header").endsWith("Stopped by 1 rule"));

        robot.type(KeyCode.BACK_SPACE).write("6");

        assertEquals("Wo folio = “OS-1496” → true", Shown.words(robot, "#condition-result-0"));
        assertTrue(Shown.words(robot, ".condition-header").endsWith("Sample passes"));
        assertEquals(
                Condition.row("trigger.data.wo_folio", Operator.EQ, Value.of("OS-1496")),
                when().of().getFirst());
    }

    @Test
    void a_burst_of_typing_is_one_step_to_undo(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        robot.clickOn("#condition-value-0").write("OS-1496");

        robot.interact(() -> bench.session().undo());
        assertEquals(Value.of(""), ((Condition.Row) when().of().getFirst()).value());

        robot.interact(() -> bench.session().undo());
        assertTrue(when().of().isEmpty());
    }

    @Test
    void another_field_brings_its_own_operators_and_editor(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        FieldPicker field = robot.lookup("#condition-field-0").queryAs(FieldPicker.class);
        robot.interact(() -> field.setValue(field.getItems().stream()
                .filter(choice -> choice.label().equals("Stopped"))
                .findFirst()
                .orElseThrow()));

        assertEquals(
                Operator.TRUE,
                robot.lookup("#condition-operator-0").queryAs(ComboBox.class).getValue());
        assertEquals("Stopped = true → true", Shown.words(robot, "#condition-result-0"));
        assertTrue(robot.from(robot.lookup("#condition-value-0").queryAll())
                .lookup(".text-field")
                .queryAll()
                .isEmpty());
    }

    @Test
    void a_field_is_found_by_typing_part_of_its_name(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        robot.clickOn("#condition-field-0").write("downti").type(KeyCode.DOWN, KeyCode.ENTER);

        assertEquals(
                "trigger.data.downtime_minutes",
                ((Condition.Row) when().of().getFirst()).path().toString());
    }

    @Test
    void numbers_compare_as_numbers(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        FieldPicker field = robot.lookup("#condition-field-0").queryAs(FieldPicker.class);
        robot.interact(() -> field.setValue(field.getItems().stream()
                .filter(choice -> choice.label().equals("Downtime minutes"))
                .findFirst()
                .orElseThrow()));
        ComboBox<Operator> operator = operator(robot);
        robot.interact(() -> operator.setValue(Operator.GE));
        robot.clickOn("#condition-value-0").write("9");

        assertEquals("Downtime minutes = 45 → true", Shown.words(robot, "#condition-result-0"));
        assertEquals(Value.of(9), ((Condition.Row) when().of().getFirst()).value());
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Operator> operator(FxRobot robot) {
        return robot.lookup("#condition-operator-0").queryAs(ComboBox.class);
    }

    @Test
    void rows_are_added_moved_grouped_and_deleted_by_keyboard(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        robot.clickOn("#condition-value-0").write("first");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        assertEquals(2, when().of().size());

        robot.clickOn("#condition-value-1").write("second");
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        assertEquals(Value.of("second"), ((Condition.Row) when().of().getFirst()).value());

        robot.clickOn("#condition-value-0");
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertTrue(when().of().getFirst() instanceof Condition.Group);

        robot.clickOn("#condition-value-1");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.BACK_SPACE).release(KeyCode.SHORTCUT);
        assertEquals(1, when().of().size());
    }

    @Test
    void several_values_are_tags(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        ComboBox<Operator> operator = operator(robot);
        robot.interact(() -> operator.setValue(Operator.IN));
        robot.clickOn("#condition-value-0")
                .write("OS-1")
                .type(KeyCode.ENTER)
                .write("OS-1496")
                .type(KeyCode.ENTER);

        assertEquals(
                Value.items(Value.of("OS-1"), Value.of("OS-1496")),
                ((Condition.Row) when().of().getFirst()).value());
        assertEquals("Wo folio = “OS-1496” → true", Shown.words(robot, "#condition-result-0"));
    }

    @Test
    void groups_go_no_deeper_than_three(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-group");
        robot.clickOn("#add-group-[0]");

        assertEquals(Condition.DEEPEST, when().depth());
        assertTrue(robot.lookup("#add-group-[0, 1]").tryQuery().isEmpty());
    }

    @Test
    void each_row_is_spoken_as_one_sentence(FxRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#add-condition");
        robot.clickOn("#condition-value-0").write("OS-1496");

        assertEquals(
                "Condition 1 of 1: Wo folio is equal to OS-1496. Sample result: true.",
                robot.lookup(".condition-row").query().getAccessibleText());
    }
}
