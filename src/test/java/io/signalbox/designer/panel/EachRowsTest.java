package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Node;
import io.signalbox.flow.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class EachRowsTest {
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(PanelFlow.flow());
        Shown.on(stage, bench, new SettingsForm(bench, PanelFlow.WO), 400, 900);
    }

    private Node.Source source() {
        return (Node.Source) bench.flow().node(PanelFlow.WO).orElseThrow();
    }

    @Test
    void a_source_is_followed_once_for_each_item_and_for_each_group_of_them(PatientRobot robot) {
        Shown.previewed(bench);
        assertFalse(robot.lookup("#setting-groupBy").query().getParent().isVisible());

        pick(robot, "#setting-each", "wo.tasks");
        assertEquals(Optional.of(Path.parse("wo.tasks")), source().each());
        Shown.until(() -> robot.lookup("#setting-groupBy").query().getParent().isVisible());
        assertTrue(Shown.words(robot, ".settings-fields").contains("1"), Shown.words(robot, ".settings-fields"));

        pick(robot, "#setting-groupBy", "wo.task");
        assertEquals(Optional.of(Path.parse("wo.task")), source().groupBy());

        pick(robot, "#setting-each", "");
        assertEquals(Optional.empty(), source().each());
        assertEquals(Optional.empty(), source().groupBy(), "nothing is left to group");
    }

    private static void pick(PatientRobot robot, String picker, String id) {
        robot.interact(() -> robot.lookup(picker).queryAs(OptionPicker.class).setValue(option(robot, picker, id)));
    }

    private static OptionPicker.Option option(PatientRobot robot, String picker, String id) {
        return robot.lookup(picker).queryAs(OptionPicker.class).getItems().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
