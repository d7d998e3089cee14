package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.TemplateText;
import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.whatsapp.SampleTemplates;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WhatsAppBubbleTest {
    private static final Value.Fields ROWS =
            Value.fields("1", Value.of("Marta"), "2", Value.of("OS-1496")).with("3", Value.of("Bearing"));

    private Bench bench;
    private WhatsAppBubble bubble;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        bubble = new WhatsAppBubble(bench);
        Shown.on(stage, bench, new VBox(bubble), 400, 500);
    }

    private static MessageCard.Template card(Optional<TemplateText> text, String to) {
        return new MessageCard.Template("wo_assigned", "en", text, ROWS, to);
    }

    @Test
    void a_place_that_is_pointed_at_is_marked_and_points_back(PatientRobot robot) {
        robot.interact(() -> bubble.show(card(SampleTemplates.shipped().find("wo_assigned", "en"), "")));
        robot.moveTo("OS-1496");
        assertEquals("2", bubble.pointedProperty().get());

        robot.interact(() -> bubble.pointedProperty().set("3"));
        assertEquals("Bearing", read(robot, "bubble-variable", true));
    }

    private static String read(PatientRobot robot, String style, boolean pointed) {
        var state = PseudoClass.getPseudoClass("pointed");
        return robot
                .lookup(node -> node instanceof Text
                        && node.getStyleClass().contains(style)
                        && node.getPseudoClassStates().contains(state) == pointed)
                .queryAll()
                .stream()
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("|"));
    }

    private static String read(PatientRobot robot, String style) {
        return robot.lookup(node -> node instanceof Text && node.getStyleClass().contains(style)).queryAll().stream()
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining("|"));
    }

    @Test
    void the_link_of_a_button_is_a_place_like_any_other(PatientRobot robot) {
        var template = SampleTemplates.shipped().find("wo_assigned", "en");
        robot.interact(() -> bubble.show(card(template, "")));
        assertTrue(Shown.words(robot, "#bubble").endsWith("Open work order {{1}}"), Shown.words(robot, "#bubble"));
        robot.moveTo("Open work order");
        assertEquals("button.0", bubble.pointedProperty().get());

        var rows = ROWS.with("button.0", Value.of("OS-1496"));
        robot.interact(() -> {
            bubble.show(new MessageCard.Template("wo_assigned", "en", template, rows, ""));
            bubble.pointedProperty().set("button.0");
        });
        var button = robot.lookup(".bubble-button").queryLabeled();
        assertEquals("Open work order", button.getText());
        assertTrue(button.getPseudoClassStates().contains(PseudoClass.getPseudoClass("pointed")));
        assertEquals("https://one.example.com/wo/OS-1496", button.getTooltip().getText());
    }

    @Test
    void the_message_bears_the_time_of_the_event_at_the_clock_of_the_flow(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> bubble.show(card(SampleTemplates.shipped().find("wo_assigned", "en"), "")));
        // 14:03 in London, as the panels' clock has it.
        assertEquals("11:03", robot.lookup("#bubble-time").queryLabeled().getText());
    }

    @Test
    void the_recipient_reads_the_template_with_its_values(PatientRobot robot) {
        robot.interact(() -> bubble.show(card(SampleTemplates.shipped().find("wo_assigned", "en"), "5515998124470")));

        assertEquals("Marta|OS-1496|Bearing", read(robot, "bubble-variable"));
        assertEquals("{{4}}", Shown.words(robot, "#bubble").replaceAll(" .*", ""));
        assertEquals("+55 15 99812-4470", Shown.words(robot, "#bubble-recipient"));
        assertTrue(robot.lookup("#bubble")
                .query()
                .getAccessibleText()
                .contains("Hello Marta, work order OS-1496 is yours: Bearing."));
        assertTrue(Shown.words(robot, ".message-preview").contains("Preview, not sent"));
    }

    @Test
    void an_unknown_template_lists_its_values_by_number(PatientRobot robot) {
        robot.interact(() -> bubble.show(card(Optional.empty(), "")));

        assertEquals("1  |2  |3  ", read(robot, "bubble-place"));
        assertEquals("Marta|OS-1496|Bearing", read(robot, "bubble-variable"));
        assertTrue(Shown.words(robot, "#bubble-recipient").startsWith("No recipient"));
    }
}
