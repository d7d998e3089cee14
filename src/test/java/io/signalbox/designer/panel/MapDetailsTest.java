package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Function;
import io.signalbox.flow.LookupTable;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Filters of the map, what to do about an empty value, and the functions of a chip.
@ExtendWith(ApplicationExtension.class)
final class MapDetailsTest {
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow(
                Condition.always(),
                List.of(
                        MapRow.of("1", Expression.path("wo.note")),
                        MapRow.of("2", Expression.template("{{ wo.due }}")),
                        MapRow.of("3", Expression.template("{{ trigger.data.priority }}")),
                        MapRow.of("other", Expression.template("{{ person.sms }}")))));
        var panel = new FieldMapPanel(bench, PanelFlow.FIELDS);
        PanelSheet.dress(panel);
        Shown.on(stage, bench, panel, 400, 900);
    }

    private MapRow row(int index) {
        return ((Node.Configuration) bench.flow().node(PanelFlow.FIELDS).orElseThrow())
                .fields()
                .get(index);
    }

    private static void filter(PatientRobot robot, String by) {
        robot.interact(() -> robot.lookup("#map-filter").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getId().equals("map-filter-" + by))
                .map(RadioMenuItem.class::cast)
                .forEach(item -> {
                    item.setSelected(true);
                    item.fire();
                }));
    }

    private static List<Boolean> seen(PatientRobot robot) {
        return robot.lookup(".map-row").queryAll().stream()
                .map(javafx.scene.Node::isVisible)
                .toList();
    }

    @Test
    void only_what_the_template_requires_or_what_is_wrong_is_shown_on_request(PatientRobot robot) {
        Shown.previewed(bench);
        filter(robot, "required");
        assertEquals(List.of(true, true, true, false), seen(robot));
        filter(robot, "problems");
        assertEquals(List.of(true, false, false, false), seen(robot));
        filter(robot, "all");
        assertEquals(List.of(true, true, true, true), seen(robot));

        // A place filled twice has a value, and is wrong nevertheless.
        robot.interact(
                () -> robot.lookup("#map-target-3").queryAs(TextField.class).setText("2"));
        Shown.previewed(bench);
        filter(robot, "problems");
        Shown.until(() -> seen(robot).equals(List.of(true, false, false, true)));
    }

    @Test
    void the_place_with_the_keyboard_is_meant_again_when_the_pointer_leaves_another(PatientRobot robot) {
        Shown.previewed(bench);
        var panel = robot.lookup(".field-map").queryAs(FieldMapPanel.class);
        robot.clickOn("#map-value-1 .chip-field-text");
        robot.moveTo("#map-value-2");
        Shown.until(() -> panel.pointedProperty().get().equals("3"));
        robot.moveTo("#map-auto");
        Shown.until(() -> panel.pointedProperty().get().equals("2"));
    }

    @Test
    void an_empty_value_is_sent_as_a_dash_or_stops_the_message(PatientRobot robot) {
        Shown.previewed(bench);
        robot.clickOn("#map-result-0 .map-choice");
        assertEquals(Optional.of("-"), row(0).fallback());
        Shown.until(() -> Shown.words(robot, "#map-result-0").contains("-"));
        robot.clickOn("#map-result-0 .map-choice");
        assertEquals(Optional.empty(), row(0).fallback());
    }

    /// Opens the functions of the row's only chip; the card is a window of its own.
    private Parent functions(PatientRobot robot, int row, Function function) {
        Shown.previewed(bench);
        robot.clickOn("#map-functions-" + row);
        Shown.until(() -> card().isPresent());
        robot.interact(() -> {
            var list = (ListView<?>) card().orElseThrow().lookup(".list-view");
            list.getSelectionModel().select(List.of(Function.values()).indexOf(function));
        });
        return card().orElseThrow();
    }

    private static Optional<Parent> card() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup(".function-popover"))
                .filter(java.util.Objects::nonNull)
                .map(Parent.class::cast)
                .findFirst();
    }

    private static void type(PatientRobot robot, Parent card, int at, String text) {
        robot.interact(() -> ((TextField) card.lookup("#function-value-" + at)).setText(text));
    }

    private static void add(PatientRobot robot, Parent card) {
        robot.interact(() -> ((Button) card.lookup("#function-add")).fire());
    }

    @Test
    void a_date_format_is_chosen_from_those_usual_in_the_language_of_the_flow(PatientRobot robot) {
        var card = functions(robot, 1, Function.DATE);
        var presets = (ComboBox<?>) card.lookup("#function-value-0");
        assertTrue(presets.getItems().contains("dd/MM/yyyy"), presets.getItems()::toString);
        robot.interact(() -> presets.getEditor().setText("dd/MM/yyyy"));
        add(robot, card);
        assertEquals("{{ wo.due | date:dd/MM/yyyy }}", ExpressionText.of(row(1).from()));
        Shown.until(() -> Shown.words(robot, "#map-result-1").equals("22/11/2026"));
    }

    @Test
    void what_a_function_was_given_is_changed_in_its_place(PatientRobot robot) {
        var card = functions(robot, 1, Function.DATE);
        robot.interact(() ->
                ((ComboBox<?>) card.lookup("#function-value-0")).getEditor().setText("dd/MM"));
        add(robot, card);
        robot.interact(() -> ((ListView<?>) card.lookup(".list-view"))
                .getSelectionModel()
                .select(List.of(Function.values()).indexOf(Function.DEFAULT)));
        add(robot, card);
        assertEquals("{{ wo.due | date:dd/MM | default:- }}", ExpressionText.of(row(1).from()));

        robot.interact(() -> ((Button) card.lookup("#function-edit-0")).fire());
        var pattern = (ComboBox<?>) card.lookup("#function-value-0");
        assertEquals("dd/MM", pattern.getEditor().getText());
        robot.interact(() -> pattern.getEditor().setText("d MMMM"));
        assertTrue(Shown.words(robot, "#map-result-1").equals("22/11"), "not before it is asked for");
        add(robot, card);
        assertEquals("{{ wo.due | date:'d MMMM' | default:- }}", ExpressionText.of(row(1).from()));
        Shown.until(() -> Shown.words(robot, "#map-result-1").equals("22 novembro"));
    }

    @Test
    void a_phone_number_gets_the_country_of_the_flow(PatientRobot robot) {
        var card = functions(robot, 3, Function.PHONE_DIGITS);
        assertEquals("55", ((TextField) card.lookup("#function-value-0")).getText());
        add(robot, card);
        Shown.until(() -> Shown.words(robot, "#map-result-3").equals("5515998124470"));
    }

    @Test
    void one_text_or_another_depends_on_the_value(PatientRobot robot) {
        var card = functions(robot, 2, Function.IF);
        type(robot, card, 1, "now");
        type(robot, card, 2, "later");
        add(robot, card);
        assertEquals("{{ trigger.data.priority | if:'Very high':now:later }}", ExpressionText.of(row(2).from()));
        Shown.until(() -> Shown.words(robot, "#map-result-2").equals("now"));
    }

    @Test
    void a_table_is_edited_in_place_and_pasted_from_a_sheet(PatientRobot robot) {
        var given = new LinkedHashMap<String, LookupTable>();
        bench.flow().tables().forEach(given::put);
        var card = functions(robot, 2, Function.LOOKUP);
        robot.interact(() -> {
            var tables = (OptionPicker) card.lookup("#lookup-table");
            tables.setValue(tables.getItems().getLast());
        });
        assertEquals(given.size() + 1, bench.flow().tables().size());
        var name = bench.flow().tables().lastEntry().getKey();
        assertEquals("Very high", ((TextField) card.lookup("#lookup-code-0")).getText());
        robot.interact(() -> {
            ((TextField) card.lookup("#lookup-words-0")).setText("Muito alta");
            var content = new ClipboardContent();
            content.putString("High\tAlta\nLow\tBaixa\n");
            Clipboard.getSystemClipboard().setContent(content);
            ((Button) card.lookup("#lookup-paste")).fire();
            ((TextField) card.lookup("#lookup-otherwise")).setText("normal");
        });
        var table = Optional.ofNullable(bench.flow().tables().get(name)).orElseThrow();
        assertEquals(Map.of("Very high", "Muito alta", "High", "Alta", "Low", "Baixa"), table.rows());
        assertEquals(Optional.of("normal"), table.otherwise());
        add(robot, card);
        Shown.until(() -> Shown.words(robot, "#map-result-2").equals("Muito alta"));
        assertFalse(row(2).from().isBlank());
    }
}
