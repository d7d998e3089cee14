package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.PatientRobot;
import io.signalbox.flow.Flow;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Two windows over one workspace tell one truth.
final class TwoWindowsTest extends UsabilityTask {
    private StudioRig other;
    private Stage stage;

    @BeforeEach
    void openAnother() throws Exception {
        other = WaitForAsyncUtils.asyncFx(() -> new StudioRig(rig(), studio(), 1000, 800))
                .get();
        stage = WaitForAsyncUtils.asyncFx(() -> shown(other)).get();
        Rig.await(() -> name(studio()).equals(Rig.sample().name())
                && name(other).equals(Rig.sample().name()));
    }

    private static Stage shown(StudioRig window) {
        var stage = new Stage();
        stage.setScene(window.scene());
        stage.show();
        window.studio().open(Rig.sample().id());
        return stage;
    }

    @AfterEach
    void closeTheOther(PatientRobot robot) {
        robot.interact(() -> {
            other.close();
            stage.close();
        });
    }

    private static String name(StudioRig window) {
        return window.scene().lookup("#crumb-name") instanceof Labeled label ? label.getText() : "";
    }

    private static String chip(StudioRig window) {
        return window.scene().lookup("#live-chip .chip") instanceof Labeled label ? label.getText() : "";
    }

    private Flow stored() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }

    /// In the inspector of a window in which no node is chosen.
    private void rename(PatientRobot robot, StudioRig window, String name) throws InterruptedException {
        robot.interact(() -> window.window().canvas().orElseThrow().act("canvas.escape"));
        Rig.await(() -> window.scene().lookup("#flow-name") != null);
        robot.interact(() -> ((TextField) window.scene().lookup("#flow-name")).setText(name));
    }

    @Test
    void what_one_window_saves_the_other_shows(PatientRobot robot) throws Exception {
        rename(robot, other, "Renamed there");
        Rig.await(() -> name(studio()).equals("Renamed there"));
        assertEquals("Renamed there", stored().name());

        rename(robot, studio(), "And back here");
        Rig.await(() -> name(other).equals("And back here"));
    }

    @Test
    void what_one_window_switches_on_runs_in_the_other_too(PatientRobot robot) throws Exception {
        Rig.await(() -> chip(other).equals("Ready"));
        hands().click("#make-live");
        Rig.await(() -> chip(other).equals("Listening"));
    }

    @Test
    void two_changes_at_once_are_asked_about_and_neither_is_lost(PatientRobot robot) throws Exception {
        robot.interact(() -> {
            studio().window().canvas().orElseThrow().act("canvas.escape");
            other.window().canvas().orElseThrow().act("canvas.escape");
        });
        Rig.await(() ->
                studio().scene().lookup("#flow-name") != null && other.scene().lookup("#flow-name") != null);
        robot.interact(() -> {
            ((TextField) studio().scene().lookup("#flow-name")).setText("Here");
            ((TextField) other.scene().lookup("#flow-name")).setText("There");
        });
        Rig.await(() ->
                studio().scene().lookup("#keep-mine") != null || other.scene().lookup("#keep-mine") != null);
        var loser = studio().scene().lookup("#keep-mine") != null ? studio() : other;
        robot.interact(() -> ((javafx.scene.control.Button) loser.scene().lookup("#save-copy")).fire());
        Rig.await(() -> rig().workspace().flows().all().size() == 2);
        var names = rig().workspace().flows().all().stream()
                .map(stored -> stored.flow().name())
                .toList();
        assertTrue(
                names.equals(java.util.List.of("Here", "There (copy)"))
                        || names.equals(java.util.List.of("Here (copy)", "There")),
                names::toString);
    }

    @Test
    void the_lists_follow_one_another(PatientRobot robot) throws Exception {
        robot.interact(() -> {
            studio().studio().showFlows();
            other.studio().showFlows();
        });
        Rig.await(
                () -> studio().scene().lookup("#flows") != null && other.scene().lookup("#flows") != null);
        rig().workspace().flows().save(Rig.sample().withId("second").withName("Second"), 0);
        Rig.await(() -> rows(studio()) == 2 && rows(other) == 2);
    }

    private static int rows(StudioRig window) {
        return ((javafx.scene.control.TableView<?>) window.scene().lookup("#flows"))
                .getItems()
                .size();
    }

    @Test
    void a_key_asks_for_another_window(PatientRobot robot) throws Exception {
        robot.interact(() -> {
            stage.hide();
            studio().scene().lookup("#node-wo").requestFocus();
        });
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        Rig.await(() -> studio().newWindows() == 1);
    }
}
