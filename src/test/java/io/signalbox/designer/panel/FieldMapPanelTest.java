package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FieldMapPanelTest {
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow(
                Condition.always(),
                List.of(MapRow.of("1", Expression.literal("")), MapRow.of("2", Expression.path("wo.wo_folio")))));
        var panel = new FieldMapPanel(bench, PanelFlow.FIELDS);
        PanelSheet.dress(panel);
        Shown.on(stage, bench, panel, 400, 800);
    }

    private MapRow row(int index) {
        return ((Node.Configuration) bench.flow().node(PanelFlow.FIELDS).orElseThrow())
                .fields()
                .get(index);
    }

    @Test
    void a_typed_path_turns_into_a_chip_with_its_value_below(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-value-0").write("WO {{ wo.wo_folio | lower }}");

        assertEquals("WO os-1496", Shown.words(robot, "#map-result-0"));
        assertEquals(Expression.template("WO {{ wo.wo_folio | lower }}"), row(0).from());
        assertEquals("WO › WO number · lower case", Shown.words(robot, "#map-value-0"));
        assertEquals("2 of 5 mapped", Shown.words(robot, "#map-counter"));
    }

    @Test
    void what_cannot_be_read_is_said_and_the_last_value_kept(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-value-0").write("A {{ wo");

        assertTrue(Shown.words(robot, "#map-result-0").contains("without closing it"));
        assertEquals(Expression.literal("A {"), row(0).from());

        robot.write(".due }}");
        assertEquals(Expression.template("A {{ wo.due }}"), row(0).from());
    }

    @Test
    void a_double_click_in_the_tree_fills_the_row_that_had_the_keyboard(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-value-0");
        robot.interact(
                () -> robot.lookup("#map-values").queryAs(TitledPane.class).setExpanded(true));
        // Whoever searches minds neither capitals nor accents.
        robot.clickOn(".field-tree-search");
        robot.interact(
                () -> robot.lookup(".field-tree-search").queryTextInputControl().setText("Rolaménto"));
        robot.doubleClickOn("WO › Description");

        assertEquals(Expression.path("wo.description"), row(0).from());
        assertEquals("Substituir rolamento", Shown.words(robot, "#map-result-0"));
    }

    @Test
    void a_value_dragged_from_the_tree_replaces_the_row_s_only_value(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(
                () -> robot.lookup("#map-values").queryAs(TitledPane.class).setExpanded(true));
        robot.clickOn(".field-tree-search").write("rolamento");
        robot.drag("WO › Description", MouseButton.PRIMARY).moveBy(10, -10);
        robot.moveTo("#map-value-1");
        assertTrue(robot.lookup(".drag-ghost").tryQuery().isPresent());
        robot.release(MouseButton.PRIMARY);

        assertEquals(Expression.path("wo.description"), row(1).from());
        assertTrue(robot.lookup(".drag-ghost").tryQuery().isEmpty());

        // The keys to the same: from the row to the list, and Enter.
        robot.interact(bench.session()::undo);
        Shown.until(() -> row(1).from().equals(Expression.path("wo.wo_folio")));
        robot.clickOn("#map-value-1");
        robot.interact(() -> robot.lookup(".field-tree-search").query().requestFocus());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        Shown.until(() -> row(1).from().equals(Expression.path("wo.description")));
    }

    @Test
    void a_chip_is_chosen_by_the_first_backspace_and_deleted_by_the_second(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-value-1").type(KeyCode.BACK_SPACE);
        assertEquals(Expression.path("wo.wo_folio"), row(1).from());

        robot.type(KeyCode.BACK_SPACE);
        assertEquals(Expression.literal(""), row(1).from());

        robot.interact(() -> bench.session().undo());
        assertEquals("WO › WO number", Shown.words(robot, "#map-value-1"));
    }

    @Test
    void auto_map_adds_the_places_of_the_template_and_finds_their_values(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-auto");

        // The template has four places in the text and one in its button.
        assertEquals(
                5,
                ((Node.Configuration) bench.flow().node(PanelFlow.FIELDS).orElseThrow())
                        .fields()
                        .size());
        assertEquals("Marta Figueiredo", Shown.words(robot, "#map-result-0"));
        assertEquals("OS-1496", Shown.words(robot, "#map-result-1"));

        robot.interact(() -> bench.session().undo());
        assertEquals(Expression.literal(""), row(0).from());
    }

    @Test
    void all_values_of_a_step_are_taken_from_another_at_once(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-swap").clickOn("WO → Event (1 of 1)");
        assertEquals(Expression.path("trigger.data.wo_folio"), row(1).from());
        robot.interact(() -> bench.session().undo());
        assertEquals(Expression.path("wo.wo_folio"), row(1).from());
    }

    @Test
    void a_filter_that_no_field_passes_says_so(PatientRobot robot) {
        robot.interact(() -> bench.session().perform(mapped(), ""));
        Shown.previewed(bench);
        robot.clickOn("#map-filter").clickOn("Unmapped");
        assertTrue(robot.lookup("#map-none").query().isVisible());
        robot.clickOn("#map-filter").clickOn("All");
        assertTrue(!robot.lookup("#map-none").query().isVisible());
    }

    private io.signalbox.edit.Edit mapped() {
        var map = (Node.Configuration) bench.flow().node(PanelFlow.FIELDS).orElseThrow();
        return new io.signalbox.edit.Edit.ChangeNode(map.withFields(List.of(row(1))), "edit.field-map");
    }

    @Test
    void a_missing_value_falls_back_to_a_text(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-value-0").write("{{ wo.note }}");
        assertEquals("Empty in this sample: nothing would be sent", Shown.words(robot, "#map-result-0"));

        robot.clickOn("#map-more-0").clickOn("Text when there is no value");
        robot.clickOn("#map-fallback-0").write("none");

        assertEquals(Optional.of("none"), row(0).fallback());
        assertEquals("Empty in this sample: sends “none”", Shown.words(robot, "#map-result-0"));
    }

    @Test
    void only_rows_without_a_value_are_shown_on_request(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-filter").clickOn("Unmapped");

        assertTrue(robot.lookup("#map-value-0").query().getParent().getParent().isVisible());
        assertTrue(!robot.lookup("#map-value-1").query().getParent().getParent().isVisible());
    }

    @Test
    void a_function_is_added_to_a_chip_from_the_list(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-functions-1");
        robot.clickOn("Lower case");
        robot.clickOn("Add");

        assertEquals(
                Expression.template("{{ wo.wo_folio | lower }}").paths(),
                row(1).from().paths());
        assertEquals("os-1496", Shown.words(robot, "#map-result-1"));
    }
}
