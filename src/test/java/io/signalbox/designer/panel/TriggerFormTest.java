package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Verifier;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class TriggerFormTest {
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        var form = new TriggerForm(bench, PanelFlow.TRIGGER);
        PanelSheet.dress(form);
        Shown.on(stage, bench, form, 400, 800);
    }

    private Node trigger() {
        return bench.flow().node(PanelFlow.TRIGGER).orElseThrow();
    }

    private static void pick(PatientRobot robot, String picker, String id) {
        var options = robot.lookup(picker).queryAs(OptionPicker.class);
        robot.interact(() -> options.setValue(options.getItems().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElse(new Option(id, id))));
    }

    @Test
    void one_choice_fills_module_submodule_and_event(PatientRobot robot) {
        pick(robot, "#trigger-event", "monitoring.meters.reading_out_of_range");

        assertEquals("monitoring", trigger().settings().text("module"));
        assertEquals("meters", trigger().settings().text("submodule"));
        assertEquals("reading_out_of_range", trigger().settings().text("event"));
    }

    @Test
    void each_part_is_chosen_from_the_list_of_the_part_above(PatientRobot robot) {
        pick(robot, "#trigger-module-list", "warehouses");
        assertEquals("stock_below_minimum", trigger().settings().text("event"));
        pick(robot, "#trigger-module-list", "assets");
        pick(robot, "#trigger-submodule-list", "equipment");
        pick(robot, "#trigger-event-list", "back_in_service");
        assertEquals("equipment", trigger().settings().text("submodule"));
        assertEquals("back_in_service", trigger().settings().text("event"));
        var shown =
                robot.lookup("#trigger-event-list").queryAs(OptionPicker.class).getItems();
        assertTrue(shown.stream().allMatch(option -> option.text().endsWith("(suggested)")), shown.toString());
    }

    @Test
    void a_rule_is_described_and_switched_off_where_it_is_made(PatientRobot robot) {
        robot.interact(() ->
                robot.lookup("#trigger-description").queryTextInputControl().setText("Told to the technician"));
        robot.interact(() ->
                robot.lookup("#trigger-active").queryAs(ToggleSwitch.class).setSelected(false));
        assertEquals("Told to the technician", trigger().name());
        assertTrue(trigger().off());
    }

    @Test
    void the_choice_brings_an_example_and_fills_what_later_nodes_can_take_from_it(PatientRobot robot) {
        var started = bench.flow();
        var blank = started.withSamples(List.of());
        for (var node : started.nodes().values()) {
            blank = blank.withNode(node.withSettings(Settings.empty()));
        }
        var emptied = blank;
        robot.interact(() -> bench.session().perform(new Edit.Replace(emptied), ""));
        pick(robot, "#trigger-event", "tasks.work_orders.wo_completed");

        var sample = bench.flow().samples().getFirst().event();
        assertEquals("OT-1496", sample.at("data").at("wo_folio").asText());
        var source = bench.flow().nodes().values().stream()
                .filter(Node.Source.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals(
                Expression.path("trigger.data.wo_folio"),
                source.settings().get("folio").orElseThrow());
        robot.interact(() -> bench.session().undo());
        assertEquals(emptied, bench.flow());
    }

    @Test
    void an_event_that_is_not_listed_is_typed(PatientRobot robot) {
        robot.interact(() -> robot.lookup("#trigger-other").queryButton().fire());
        robot.doubleClickOn("#trigger-event-part").write("wo_archived");

        assertEquals("wo_archived", trigger().settings().text("event"));
    }

    @Test
    void a_webhook_gets_an_address_that_nobody_can_guess(PatientRobot robot) {
        pick(robot, "#trigger-type", "webhook");
        var first = trigger().settings().text("hook");
        robot.clickOn("#trigger-renew");

        assertEquals(22, first.length());
        assertEquals("bearer", trigger().settings().text("verifier"));
        assertNotEquals(first, trigger().settings().text("hook"));
    }

    @Test
    void the_sender_of_a_webhook_is_verified_as_chosen(PatientRobot robot) {
        pick(robot, "#trigger-type", "webhook");
        pick(robot, "#trigger-verifier", "slack");

        assertEquals("slack", trigger().settings().text("verifier"));
        for (var key : Verifier.keys()) {
            assertTrue(Texts.of(TriggerForm.class, Language.EN).has("trigger.verifier." + key), key);
        }
    }

    @Test
    void a_schedule_shows_its_next_five_runs(PatientRobot robot) {
        pick(robot, "#trigger-type", "schedule");
        var next = robot.lookup("#trigger-next").queryAs(Label.class);
        robot.interact(() ->
                robot.lookup("#trigger-cron-field").queryAs(TextField.class).setText("0 0 1 1 *"));
        robot.interact(() ->
                robot.lookup("#trigger-zone-field").queryAs(TextField.class).setText("Europe/Paris"));

        assertEquals("0 0 1 1 *", trigger().settings().text("cron"));
        assertEquals(5, next.getText().lines().count(), next.getText());
        assertTrue(next.getText().lines().allMatch(run -> run.contains("January 1")), next.getText());
        robot.interact(() ->
                robot.lookup("#trigger-cron-field").queryAs(TextField.class).setText("0 0 30 2 *"));
        assertEquals(Texts.of(TriggerForm.class, Language.EN).text("trigger.next.none"), next.getText());
        assertTrue(bench.flow().samples().stream()
                .anyMatch(sample -> sample.event().at("type").asText().equals("schedule")));
    }

    @Test
    void a_regular_look_asks_what_its_service_wants_to_know(PatientRobot robot) {
        pick(robot, "#trigger-type", "poll");
        pick(robot, "#trigger-service", "fracttal");
        pick(robot, "#trigger-operation", "find-work-order");
        robot.clickOn("#trigger-asked-folio").write("OT-1");
        robot.interact(() ->
                robot.lookup("#trigger-key-field").queryAs(TextField.class).setText("wo_folio"));

        var settings = trigger().settings();
        assertEquals("fracttal", settings.text("service"));
        assertEquals("find-work-order", settings.text("operation"));
        assertEquals("OT-1", settings.text("folio"));
        assertEquals("5", settings.text("every"));
        assertEquals("wo_folio", settings.text("key"));
    }

    @Test
    void a_start_by_hand_says_how(PatientRobot robot) {
        pick(robot, "#trigger-type", "manual");
        assertTrue(robot.lookup("#trigger-manual")
                .queryAs(Label.class)
                .getText()
                .contains("/api/v1/flows/" + bench.flow().id() + "/run"));
    }

    @Test
    void every_event_of_the_catalogue_has_words() {
        var texts = Texts.of(Texts.class, Language.EN);
        for (var entry : EventCatalogue.entries()) {
            assertTrue(texts.has("event." + entry.event()), entry.event());
            assertFalse(entry.text(texts).contains("module."), entry.text(texts));
        }
    }
}
