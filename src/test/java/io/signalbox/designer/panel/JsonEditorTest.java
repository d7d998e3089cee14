package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class JsonEditorTest {
    private Bench bench;
    private JsonEditor editor;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        editor = new JsonEditor(bench, "Payload");
        Shown.on(stage, bench, new VBox(editor), 500, 500);
    }

    @Test
    void what_is_no_json_is_told_with_line_and_position(PatientRobot robot) {
        robot.interact(() -> editor.show(() -> "{\n  \"a\": 1,\n  \"b\": pump\n}"));

        assertEquals(Optional.empty(), editor.valueProperty().get());
        assertTrue(robot.lookup("#json-told").queryAs(Label.class).getText().startsWith("Line 3, column "));
        assertEquals(
                List.of("json-fault-line"),
                List.copyOf(editor.area().getParagraph(2).getParagraphStyle()));

        robot.interact(() -> editor.area().replaceText("{\"a\": 1}"));
        assertEquals(
                Optional.of(Value.fields("a", Value.of(1))),
                editor.valueProperty().get());
        assertTrue(editor.area().getParagraph(0).getParagraphStyle().isEmpty());
    }

    @Test
    void names_texts_and_numbers_are_told_apart(PatientRobot robot) {
        robot.interact(() -> editor.show(() -> "{\"a\": \"x\", \"n\": -1.5e3, \"t\": true}"));
        robot.interact(() -> editor.getScene().snapshot(null));

        assertEquals(List.of("json-name"), List.copyOf(editor.area().getStyleOfChar(2)));
        assertEquals(List.of("json-text"), List.copyOf(editor.area().getStyleOfChar(7)));
        assertEquals(List.of("json-number"), List.copyOf(editor.area().getStyleOfChar(18)));
    }

    @Test
    void all_lines_begin_below_each_other(PatientRobot robot) {
        robot.interact(() -> editor.show(() -> "[" + "\n1,".repeat(11) + "\n1]"));
        robot.interact(() -> editor.getScene().snapshot(null));

        var widths = editor.lookupAll(".lineno").stream()
                .map(number -> number.getLayoutBounds().getWidth())
                .collect(Collectors.toSet());
        assertEquals(1, widths.size(), widths::toString);
    }

    @Test
    void a_screen_reader_knows_what_it_is_and_what_it_says(PatientRobot robot) {
        robot.interact(() -> editor.show(() -> "{}"));
        assertEquals(AccessibleRole.TEXT_AREA, editor.area().getAccessibleRole());
        assertEquals("Payload: {}", editor.area().getAccessibleText());
    }

    @Test
    void a_changed_event_is_what_the_flow_is_tried_with(PatientRobot robot) {
        Shown.previewed(bench);
        robot.interact(() -> new SampleDialog(bench, "OS-1496").open());
        var area = (JsonArea) bench.overlay().lookup(".json-area");
        robot.interact(() -> area.replaceText(area.getText().replace("Very high", "Low")));
        robot.interact(() -> ((Button) bench.overlay().lookup("#sample-save")).fire());

        assertEquals(
                Value.of("Low"),
                bench.flow().samples().getFirst().event().at("data").at("priority"));
        assertEquals(
                Value.of("Substituir rolamento"),
                bench.flow()
                        .samples()
                        .getFirst()
                        .replies()
                        .getOrDefault(PanelFlow.WO, Value.nothing())
                        .at("description"));
    }

    @Test
    void a_sample_that_cannot_be_read_is_not_saved(PatientRobot robot) {
        robot.interact(() -> new SampleDialog(bench, "OS-1496").open());
        var area = (JsonArea) bench.overlay().lookup(".json-area");
        robot.interact(() -> area.replaceText("{"));
        assertTrue(bench.overlay().lookup("#sample-save").isDisabled());
    }
}
