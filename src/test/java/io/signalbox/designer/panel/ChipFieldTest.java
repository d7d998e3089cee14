package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ChipFieldTest {
    private static final String TWO = "{{ wo.description }} ({{ trigger.data.priority }})";

    private final List<String> told = new ArrayList<>();
    private ChipField field;
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        field = new ChipField(bench, "Task", () -> Set.of(PanelFlow.WO), told::add);
        field.setId("chips");
        Shown.on(stage, bench, new VBox(field), 400, 300);
    }

    @Test
    void no_width_leaves_a_line_empty(PatientRobot robot) {
        Shown.previewed(bench);
        for (var text : List.of(TWO, "{{ wo.description }}", "{{ wo.description }}{{ wo.wo_folio }}", "A " + TWO)) {
            robot.interact(() -> field.show(text));
            robot.interact(() -> {
                for (int width = 120; width <= 400; width++) {
                    field.resize(width, field.prefHeight(width));
                    field.layout();
                    assertEquals(field.snappedBottomInset(), field.getHeight() - lowest(), 1, text + " at " + width);
                }
            });
        }
    }

    /// Where the last thing to be read in the field ends.
    private double lowest() {
        return field.lookupAll("*").stream()
                .filter(cell -> cell instanceof PathChip
                        || (cell instanceof TextField typed && !typed.getText().isEmpty()))
                .mapToDouble(cell -> cell.getLayoutY() + cell.getLayoutBounds().getHeight())
                .max()
                .orElse(0);
    }

    @Test
    void it_is_read_to_a_person_as_one_sentence(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> field.show(TWO));
        assertEquals("Task: WO Description (Event Priority)", field.getAccessibleText());
    }

    @Test
    void the_arrows_walk_over_a_chip(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> field.show("{{ wo.wo_folio }}"));
        robot.interact(() -> field.lookup(".text-field").requestFocus());
        robot.type(KeyCode.RIGHT);
        assertTrue(focused(robot) instanceof PathChip);
        robot.type(KeyCode.RIGHT);
        assertTrue(focused(robot) instanceof TextField);
        robot.type(KeyCode.LEFT);
        assertTrue(focused(robot) instanceof PathChip);
    }

    @Test
    void a_pasted_reference_becomes_a_chip(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putString("WO {{wo.wo_folio}} now");
            Clipboard.getSystemClipboard().setContent(content);
        });
        robot.interact(() -> {
            var place = (TextField) field.lookup(".text-field");
            place.requestFocus();
            place.paste();
        });
        assertEquals("WO {{ wo.wo_folio }} now", field.text());
        assertTrue(robot.from(field).lookup(".path-chip").tryQuery().isPresent());
    }

    @Test
    void a_brace_opens_the_values_and_the_chosen_one_takes_its_place(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#chips").write("WO {");
        robot.lookup(".field-tree-search").queryAs(TextField.class);
        robot.write("rolamento").type(KeyCode.ENTER);
        assertEquals("WO {{ wo.description }}", field.text());
    }

    @Test
    void experts_see_it_as_text_and_back(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> field.show(TWO));
        robot.interact(() -> field.showAsText(true));
        assertTrue(robot.from(field).lookup(".path-chip").tryQuery().isEmpty());
        assertEquals(TWO, field.text());
        robot.interact(() -> field.showAsText(false));
        assertEquals(2, robot.from(field).lookup(".path-chip").queryAll().size());
    }

    private static Node focused(PatientRobot robot) {
        return robot.listWindows().getFirst().getScene().getFocusOwner();
    }
}
