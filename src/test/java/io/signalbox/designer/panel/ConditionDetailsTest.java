package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.telling.ConditionReading;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Event;
import io.signalbox.flow.Language;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.DatePicker;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The editors of a condition's value, and what it is tried with.
@ExtendWith(ApplicationExtension.class)
final class ConditionDetailsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-20T10:00:00Z");

    private Bench bench;

    @Start
    void open(Stage stage) {
        var when = new Condition.Group(
                Condition.Mode.ALL,
                List.of(
                        Condition.row("trigger.data.created_at", Operator.BEFORE, Value.of("2026-11-20")),
                        Condition.row("trigger.data.priority", Operator.EQ, Value.of("VERY HIGH")),
                        Condition.row("trigger.data.downtime_minutes", Operator.GE, Value.of(30))));
        bench = PanelBench.of(
                PanelFlow.flow(when, List.<MapRow>of()),
                new MemoryAccounts(),
                IntStream.range(0, 12).mapToObj(ConditionDetailsTest::event).toList());
        bench.words().speak(Language.PT_BR);
        var place = ConditionPlace.ofNode(PanelFlow.TRIGGER, "trigger");
        var panel = new VBox(new ConditionPanel(bench, place), new ConditionTrial(bench, place));
        PanelSheet.dress(panel);
        Shown.on(stage, bench, panel, 400, 900);
    }

    /// @param at 0 for the newest
    private static Event event(int at) {
        return new Event(
                "e" + at,
                "tasks.work_orders.new_wo",
                "tasks",
                "work_orders",
                "new_wo",
                "fracttal",
                "OS-" + (2000 - at),
                RECEIVED.minus(Duration.ofHours(at)),
                RECEIVED.minus(Duration.ofHours(at)),
                Value.fields("wo_folio", Value.of("OS-" + (2000 - at)), "priority", Value.of("Low"))
                        .with("downtime_minutes", Value.of(at))
                        .with("created_at", Value.of("2026-11-01T08:00:00+00:00")),
                Value.Fields.empty());
    }

    private Condition.Row row(int at) {
        var group = (Condition.Group)
                bench.flow().node(PanelFlow.TRIGGER).orElseThrow().when();
        return (Condition.Row) group.of().get(at);
    }

    @Test
    void a_day_is_picked_or_is_today(PatientRobot robot) {
        Shown.previewed(bench);
        var picker = robot.lookup("#condition-value-0 .date-picker").queryAs(DatePicker.class);
        assertEquals(LocalDate.of(2026, 11, 20), picker.getValue());
        robot.interact(() -> picker.setValue(LocalDate.of(2026, 11, 22)));
        assertEquals(Value.of("2026-11-22"), row(0).value());

        robot.clickOn("#condition-value-0 .date-picker");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("5/3/26").type(KeyCode.TAB);
        assertEquals(Value.of("2026-03-05"), row(0).value());

        var today = robot.lookup("#condition-value-0 .toggle-button").queryAs(ToggleButton.class);
        assertEquals("hoje", today.getText().toLowerCase(java.util.Locale.ROOT));
        robot.interact(today::fire);
        assertEquals(ConditionReading.TODAY, row(0).value());
        assertEquals(null, picker.getValue());
    }

    @Test
    void case_counts_only_when_the_person_says_so(PatientRobot robot) {
        Shown.previewed(bench);
        assertTrue(
                Shown.words(robot, "#condition-result-1").endsWith("→ verdadeiro"),
                Shown.words(robot, "#condition-result-1"));
        robot.clickOn("#condition-exact-1");
        assertTrue(row(1).strict());
        Shown.until(() -> Shown.words(robot, "#condition-result-1").endsWith("→ falso"));
        robot.clickOn("#condition-exact-1");
        assertFalse(row(1).strict());
    }

    @Test
    void a_number_is_typed_and_shown_with_the_decimal_sign_of_the_language(PatientRobot robot) {
        Shown.previewed(bench);
        var field = robot.lookup("#condition-value-2 .text-field").queryAs(TextField.class);
        robot.interact(() -> field.setText("12,5"));
        Shown.until(() -> row(2).value() instanceof Value.Decimal);
        assertEquals("12.5", row(2).value().asText());
        assertEquals("12,5", field.getText());
        robot.interact(() -> bench.session().undo());
        robot.interact(() -> bench.session().redo());
        assertEquals("12,5", field.getText());
    }

    @Test
    void what_the_sample_holds_is_told_as_a_person_writes_it(PatientRobot robot) {
        Shown.previewed(bench);
        // 14:03 in London is 11:03 at the flow's clock.
        assertEquals("Created at = 21 de nov. de 2026 11:03 → falso", Shown.words(robot, "#condition-result-0"));
        var words = new ConditionWords(bench);
        var path = Path.parse("trigger.data.x");
        assertEquals("12,5", words.actual(path, new Value.Decimal(new java.math.BigDecimal("12.5"))));
        assertEquals("sim", words.actual(path, Value.of(true)));
        assertEquals(
                "Muito alta (VERY_HIGH)",
                words.actual(Path.parse("trigger.data.priorities_description"), Value.of("VERY_HIGH")));
        assertEquals(
                "Prioridade é diferente de Baixa",
                words.of(Condition.row("trigger.data.priorities_description", Operator.NE, Value.of("LOW"))));
        assertEquals("“" + "a".repeat(120) + "…”", words.actual(path, Value.of("a".repeat(5_000))));
    }

    private List<RadioMenuItem> offered(PatientRobot robot) {
        var menu = robot.lookup("#condition-test").queryAs(MenuButton.class);
        robot.interact(() -> {
            menu.show();
            menu.hide();
        });
        return menu.getItems().stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .toList();
    }

    @Test
    void one_of_the_last_ten_events_is_tried_without_becoming_a_sample(PatientRobot robot) {
        Shown.previewed(bench);
        Shown.until(() -> offered(robot).size() == 11);
        var second = offered(robot).get(2);
        assertTrue(second.getText().contains("OS-1999"), second.getText());
        robot.interact(second::fire);
        Shown.until(() -> bench.preview()
                .model()
                .event()
                .filter(event -> event.entity().equals("OS-1999"))
                .isPresent());
        assertEquals(1, bench.flow().samples().size());
        Shown.until(() -> Shown.words(robot, "#condition-result-2").startsWith("Downtime minutes = 1 "));
    }

    @Test
    void the_sample_is_edited_as_json_and_what_is_none_is_told_by_its_line(PatientRobot robot) {
        Shown.previewed(bench);
        var menu = robot.lookup("#condition-test").queryAs(MenuButton.class);
        offered(robot);
        robot.interact(() -> menu.getItems().getLast().fire());
        var editor = robot.lookup("#condition-test-json").queryAs(JsonEditor.class);
        Shown.until(() -> editor.text().contains("45") && !editor.area().isDisabled());
        var good = editor.text();
        robot.interact(() -> editor.area().replaceText(good.replace("45", "45,,")));
        robot.clickOn("#condition-test-save");
        assertTrue(robot.lookup("#condition-test-json").tryQuery().isPresent(), "it stays open");
        robot.interact(() -> editor.area().replaceText(good.replace("45", "7")));
        robot.clickOn("#condition-test-save");
        Shown.until(() -> robot.lookup("#condition-test-json").tryQuery().isEmpty());
        assertEquals(
                Value.of(7),
                bench.flow().samples().getFirst().event().at("data").at("downtime_minutes"));
        Shown.until(() -> Shown.words(robot, "#condition-result-2").endsWith("→ falso"));
    }
}
