package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.Texts;
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
