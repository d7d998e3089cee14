package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Theme;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class TabBarTest {
    private static final List<String> KEYS = List.of("general", "conditions", "actions", "output", "notes");

    private static List<String> names(PatientRobot robot, String chosen, double width) {
        var shown = Stream.<String>builder();
        robot.interact(() -> {
            var bar = new TabBar(_ -> {});
            bar.show(
                    KEYS.stream()
                            .map(key -> new TabBar.Tab(key, "A name as long as this", ""))
                            .toList(),
                    chosen);
            var scene = new Scene(new Pane(bar), 1200, 100);
            PanelSheet.dress(bar);
            new Theme(Theme.Choice.LIGHT).dress(scene);
            bar.setMinWidth(0);
            bar.setMaxWidth(width);
            bar.setPrefWidth(width);
            scene.snapshot(null);
            bar.lookupAll(".tab-button").stream()
                    .map(ToggleButton.class::cast)
                    .filter(button -> !button.getText().isEmpty())
                    .map(button -> button.getUserData().toString())
                    .forEach(shown::add);
            assertTrue(bar.least() <= width, () -> bar.least() + " of " + width);
        });
        return shown.build().toList();
    }

    @Test
    void the_chosen_tab_has_its_name_and_of_the_others_as_many_as_there_is_room_for(PatientRobot robot) {
        assertEquals(KEYS, names(robot, "general", 1200));
        assertEquals(List.of("notes"), names(robot, "notes", 330));
        assertEquals(List.of("general", "notes"), names(robot, "notes", 500));
        assertEquals(List.of("general", "conditions", "actions"), names(robot, "general", 640));
    }
}
