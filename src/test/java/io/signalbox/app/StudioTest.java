package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.Theme;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The designer as a person meets it: the real window over a real workspace.
@ExtendWith(ApplicationExtension.class)
final class StudioTest {
    private Path folder = Path.of("");
    private Rig rig;
    private StudioRig studio;

    @Start
    void open(Stage stage) throws Exception {
        folder = Files.createTempDirectory("signalbox-studio");
        rig = new Rig(folder.resolve("desk"));
        rig.workspace().flows().save(Rig.sample(), 0);
        studio = new StudioRig(stage, rig, Theme.Choice.LIGHT, 1000, 1000);
        studio.studio().open(Rig.sample().id());
    }

    @AfterEach
    void close(PatientRobot robot) throws IOException {
        robot.interact(() -> studio.close());
        rig.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Flow stored() {
        return rig.workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }

    private static void await(PatientRobot robot, String query) throws InterruptedException {
        Rig.await(() -> robot.lookup(query).tryQuery().isPresent());
    }

    private static String words(PatientRobot robot, String query) {
        return robot
                .from(robot.lookup(query))
                .lookup((javafx.scene.Node node) -> node instanceof Labeled || node instanceof Text)
                .queryAll()
                .stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : ((Text) node).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_example_shows_its_message_filled_in_and_every_step_done(PatientRobot robot) throws Exception {
        await(robot, "#node-fields");
        robot.clickOn("#node-fields");
        Rig.await(() -> words(robot, "#inspector").contains("Marta Jaramillo"));
        assertTrue(words(robot, "#inspector").contains("Preview, not sent"));
        assertEquals(
                5,
                robot.lookup("#preview-steps")
                        .queryAs(TableView.class)
                        .getItems()
                        .size());
    }

    @Test
    void an_edit_is_saved_by_itself_and_undone_and_saved_again(PatientRobot robot) throws Exception {
        await(robot, "#node-wo");
        robot.drag("#palette-trigger-webhook").dropTo(onCanvas(robot, 300, 520));
        Rig.await(() -> stored().nodes().size() == 6);
        robot.clickOn("#tool-undo");
        Rig.await(() -> stored().equals(Rig.sample()));
    }

    private static Point2D onCanvas(PatientRobot robot, double x, double y) {
        var bounds = robot.lookup("#canvas")
                .query()
                .localToScreen(robot.lookup("#canvas").query().getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + Math.min(x, bounds.getWidth() - 20),
                bounds.getMinY() + Math.min(y, bounds.getHeight() - 20));
    }

    @Test
    void a_condition_is_changed_and_its_truth_is_seen_at_once(PatientRobot robot) throws Exception {
        await(robot, "#node-trigger");
        robot.clickOn("#node-trigger").clickOn("#tab-conditions");
        await(robot, "#condition-result-0");
        Rig.await(() -> words(robot, "#condition-result-0").contains("true"));
        var value = robot.lookup("#condition-value-0 .text-field").queryAs(TextField.class);
        robot.clickOn(value).push(KeyCode.CONTROL, KeyCode.A).write("VERY_HIGH");
        Rig.await(() -> words(robot, "#condition-result-0").contains("false"));
        Rig.await(() -> condition(stored()).value().asText().equals("VERY_HIGH"));
    }

    private static Condition.Row condition(Flow flow) {
        var group =
                (Condition.Group) flow.node(new NodeId("trigger")).orElseThrow().when();
        return (Condition.Row) group.of().getFirst();
    }

    @Test
    void a_field_is_mapped_and_the_bubble_says_the_new_words(PatientRobot robot) throws Exception {
        await(robot, "#node-fields");
        robot.clickOn("#node-fields");
        await(robot, "#map-add");
        Rig.await(() -> words(robot, "#inspector").contains("Muy alta"));
        var flow = stored();
        assertEquals(5, rows(flow));
        // It stands behind the last row, which the message may have pushed out of view.
        robot.interact(() -> robot.lookup("#map-add").queryButton().fire());
        Rig.await(() -> rows(stored()) == 6);
        robot.clickOn("#tool-undo");
        Rig.await(() -> stored().equals(flow));
    }

    private static int rows(Flow flow) {
        return flow.node(new NodeId("fields"))
                .map(node -> ((Node.Configuration) node).fields().size())
                .orElse(0);
    }

    @Test
    void listening_makes_the_flow_live_and_its_runs_appear(PatientRobot robot) throws Exception {
        await(robot, "#make-live");
        robot.clickOn("#make-live");
        Rig.await(() -> rig.executor().live().isOn("new-wo-whatsapp"));
        var token = rig.token(Scope.EVENTS);
        var event = Json.write(Rig.sample().samples().getFirst().event());
        assertEquals(202, rig.call("POST", "/events", token, event).statusCode());
        robot.clickOn("#tab-runs");
        Rig.await(() -> robot.lookup("#runs")
                .tryQueryAs(TableView.class)
                .filter(table -> table.getItems().size() == 1)
                .isPresent());
        Rig.await(() ->
                robot.lookup("#status-ledger").queryAs(Label.class).getText().startsWith("accepted 1 = sent 1"));
        assertEquals(1, rig.sandbox().messages().size());
    }

    @Test
    void a_new_flow_opens_with_its_four_wired_parts(PatientRobot robot) throws Exception {
        await(robot, "#crumb-flows");
        robot.clickOn("#crumb-flows");
        await(robot, "#flow-new");
        robot.clickOn("#flow-new");
        Rig.await(() -> rig.workspace().flows().find("new-flow").isPresent());
        var flow = rig.workspace().flows().find("new-flow").orElseThrow().flow();
        assertEquals(4, flow.nodes().size());
        assertEquals(3, flow.wires().size());
        await(robot, "#node-" + flow.nodes().lastEntry().getKey());
    }

    @Test
    void the_flow_is_sent_to_a_server_after_the_difference_was_shown(PatientRobot robot) throws Exception {
        await(robot, "#tool-send");
        try (var server = new Rig(folder.resolve("server"))) {
            robot.clickOn("#tool-send");
            await(robot, "#send-url");
            robot.interact(() -> robot.lookup("#send-url")
                    .queryAs(TextField.class)
                    .setText(server.executor().status().address()));
            robot.clickOn("#send-token").write(server.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY));
            robot.clickOn("#send-compare");
            Rig.await(() -> words(robot, "#send-difference").contains("new on this server"));
            assertTrue(server.workspace().flows().all().isEmpty());
            // The difference has made the dialog taller: what is clicked next has moved.
            Rig.await(() -> below(robot, "#send-switch-on", "#send-difference"));
            WaitForAsyncUtils.waitForFxEvents();
            robot.clickOn("#send-switch-on");
            assertTrue(robot.lookup("#send-switch-on").queryAs(CheckBox.class).isSelected());
            robot.clickOn("#send-send");
            Rig.await(() -> words(robot, "#send-message").contains("The server runs it now."));
            Rig.await(() -> server.executor().live().isOn("new-wo-whatsapp"));
            assertEquals(
                    Rig.sample(),
                    server.workspace()
                            .flows()
                            .find("new-wo-whatsapp")
                            .orElseThrow()
                            .flow());
        }
    }

    private static boolean below(PatientRobot robot, String lower, String upper) {
        var above = robot.lookup(upper).query().getBoundsInParent();
        return above.getHeight() > 40
                && robot.lookup(lower).query().getBoundsInParent().getMinY() >= above.getMaxY();
    }

    @Test
    void the_language_is_switched_with_a_flow_open_and_nothing_is_lost(PatientRobot robot) throws Exception {
        await(robot, "#node-wo");
        robot.interact(() -> studio.words().speak(Language.FR));
        Rig.await(() ->
                robot.lookup("#listening").queryAs(Labeled.class).getText().equals("À l'écoute"));
        await(robot, "#node-wo");
        assertEquals(Rig.sample(), stored());
    }

    private void saveTheirs() {
        var now = rig.workspace().flows().find(Rig.sample().id()).orElseThrow();
        try {
            rig.workspace().flows().save(now.flow().withName("Theirs"), now.revision());
        } catch (FlowChangedElsewhere taken) {
            throw new IllegalStateException(taken);
        }
    }

    @Test
    void somebody_elses_change_is_not_overwritten_unasked(PatientRobot robot) throws Exception {
        await(robot, "#node-wo");
        robot.interact(() -> studio.window().canvas().orElseThrow().act("canvas.escape"));
        await(robot, "#flow-name");
        // Both at once: what is saved elsewhere while nothing is unsaved here simply shows.
        robot.interact(() -> {
            saveTheirs();
            robot.lookup("#flow-name").queryAs(TextField.class).setText("Mine");
        });
        await(robot, "#take-theirs");
        assertEquals("Theirs", stored().name());
        robot.clickOn("#take-theirs");
        Rig.await(() ->
                robot.lookup("#crumb-name").queryAs(Labeled.class).getText().equals("Theirs"));
    }
}
