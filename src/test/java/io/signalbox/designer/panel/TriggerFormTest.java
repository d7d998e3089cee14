package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Texts;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
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

    private static void pick(FxRobot robot, String picker, String id) {
        var options = robot.lookup(picker).queryAs(OptionPicker.class);
        robot.interact(() -> options.setValue(options.getItems().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElse(new Option(id, id))));
    }

    @Test
    void one_choice_fills_module_submodule_and_event(FxRobot robot) {
        pick(robot, "#trigger-event", "monitoring.meters.reading_out_of_range");

        assertEquals("monitoring", trigger().settings().text("module"));
        assertEquals("meters", trigger().settings().text("submodule"));
        assertEquals("reading_out_of_range", trigger().settings().text("event"));
    }

    @Test
    void the_choice_brings_an_example_and_fills_what_later_nodes_can_take_from_it(FxRobot robot) {
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
    void an_event_that_is_not_listed_is_typed(FxRobot robot) {
        robot.doubleClickOn("#trigger-event-part").write("wo_archived");

        assertEquals("wo_archived", trigger().settings().text("event"));
    }

    @Test
    void a_webhook_gets_an_address_that_nobody_can_guess(FxRobot robot) {
        pick(robot, "#trigger-type", "webhook");
        var first = trigger().settings().text("hook");
        robot.clickOn("#trigger-renew");

        assertEquals(22, first.length());
        assertEquals("bearer", trigger().settings().text("verifier"));
        assertNotEquals(first, trigger().settings().text("hook"));
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
