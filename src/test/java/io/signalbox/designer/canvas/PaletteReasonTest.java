package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What cannot be added says why before it is tried, and in the same words when it is.
@ExtendWith(ApplicationExtension.class)
final class PaletteReasonTest {
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");
    private static final String NO_WIRE =
            "There is no wire yet that a condition could stand on: connect two nodes first.";
    private static final String FULL = "A flow has room for 5,000 nodes: put what is too much into another flow.";

    private final Words words = new Words(Language.EN);
    private FlowSession session;
    private MainWindow window;

    @Start
    void open(Stage stage) {
        var theme = new Theme(Theme.Choice.LIGHT);
        window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        show(SampleFlow.flow().withWires(List.of()));
        var scene = new Scene(window, 1000, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(Flow flow) {
        session = new FlowSession(flow);
        window.open(session);
    }

    private static Flow full() {
        var nodes = new LinkedHashMap<NodeId, Node>();
        for (int at = 0; at < Flow.MOST_NODES; at++) {
            var id = new NodeId("n" + at);
            nodes.put(
                    id,
                    new Node.Configuration(id, id.value(), List.of(), Condition.always(), false, Value.Fields.empty()));
        }
        return SampleFlow.flow().withWires(List.of()).withNodes(nodes);
    }

    private static PaletteRow row(PatientRobot robot, String id) {
        return robot.lookup("#palette-" + id).queryAs(PaletteRow.class);
    }

    private static boolean isUnusable(PaletteRow row) {
        return row.getPseudoClassStates().contains(UNUSABLE);
    }

    private static String said(PatientRobot robot) {
        return robot.lookup("#status-said").queryAs(Label.class).getText();
    }

    @Test
    void without_a_wire_a_condition_says_where_it_would_need_to_stand(PatientRobot robot) {
        var row = row(robot, "condition");
        assertTrue(isUnusable(row));
        assertEquals(NO_WIRE, row.getAccessibleHelp());
        robot.interact(() -> session.perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.SOURCE), ""));
        assertFalse(isUnusable(row));
        assertNull(row.getAccessibleHelp());
        robot.interact(() -> {
            session.undo();
            words.speak(Language.FR);
        });
        assertTrue(row(robot, "condition").getAccessibleHelp().startsWith("Il n'y a pas encore de lien"));
    }

    @Test
    void the_keyboard_and_the_mouse_hear_the_same_words(PatientRobot robot) {
        robot.clickOn("#palette-search")
                .write("condition")
                .clickOn("#palette-condition")
                .push(KeyCode.ENTER);
        assertEquals(NO_WIRE, said(robot));
        robot.interact(() -> window.say(""));
        var canvas = robot.lookup("#canvas").query();
        var middle = canvas.localToScreen(canvas.getLayoutBounds().getCenterX(), 400);
        robot.drag("#palette-condition").moveTo(new Point2D(middle.getX(), middle.getY()));
        assertEquals(NO_WIRE, robot.lookup(".gesture-hint").queryAs(Label.class).getText());
        robot.drop();
        assertEquals(NO_WIRE, said(robot));
    }

    @Test
    void a_full_flow_takes_notes_and_nothing_else(PatientRobot robot) {
        robot.interact(() -> show(full()));
        var row = row(robot, "source-http");
        assertTrue(isUnusable(row));
        assertEquals(FULL, row.getAccessibleHelp());
        assertFalse(isUnusable(row(robot, "note")));
        robot.clickOn("#palette-search")
                .write("http")
                .clickOn("#palette-source-http")
                .push(KeyCode.ENTER);
        assertEquals(FULL, said(robot));
        robot.interact(() -> session.perform(new Edit.Remove(Set.of(new NodeId("n7")), false), ""));
        assertFalse(isUnusable(row(robot, "source-http")));
    }
}
