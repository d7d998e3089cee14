package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The real window, worked with mouse and keys.
@ExtendWith(ApplicationExtension.class)
final class CanvasTest {
    /// Nothing glides, so that what is looked for stands where it will be.
    private static final CanvasChoices STILL =
            new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, true, true, false);

    private final Words words = new Words(Language.EN);
    private final Flow flow = SampleFlow.flow();
    private FlowSession session;
    private MainWindow window;
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        var theme = new Theme(Theme.Choice.LIGHT);
        window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        session = new FlowSession(flow);
        canvas = window.open(session);
        canvas.choose(STILL);
        var scene = new Scene(window, 1000, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void focus(PatientRobot robot) {
        robot.interact(() -> canvas.requestFocus());
    }

    @Test
    void a_node_is_dragged_from_the_palette_and_undone(PatientRobot robot) {
        robot.drag("#palette-trigger-webhook").dropTo(on(new Point(200, 560)));
        assertEquals(6, session.flow().nodes().size());
        var place = session.flow().layout().of(new NodeId("webhook")).orElseThrow();
        assertEquals(place.snapped(CanvasView.GRID), place);
        assertEquals(
                List.of(new NodeId("webhook")),
                List.copyOf(session.selectionProperty().get()));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(6, session.flow().nodes().size());
    }

    @Test
    void a_node_let_go_beside_the_canvas_is_not_added(PatientRobot robot) {
        robot.interact(() -> robot.lookup("#palette-configuration").query().requestFocus());
        robot.drag("#palette-configuration").dropTo("#palette-search");
        assertEquals(flow, session.flow());
    }

    @Test
    void the_keyboard_stays_on_its_node_out_of_view_and_behind_another_window(PatientRobot robot) {
        robot.interact(() -> {
            canvas.focusNode(SampleFlow.TRIGGER);
            var scene = canvas.getScene();
            ((Stage) scene.getWindow()).setScene(new Scene(new Pane()));
            canvas.gaze().move(9_000, 9_000);
            scene.getRoot().layout();
            assertEquals("node-new-wo", scene.getFocusOwner().getId());
            assertNotNull(scene.getFocusOwner().getParent());
        });
    }

    @Test
    void a_palette_row_adds_its_node_after_the_chosen_one_with_enter(PatientRobot robot) {
        robot.clickOn("#node-whatsapp");
        robot.interact(() -> robot.lookup("#palette-configuration").query().requestFocus());
        robot.push(KeyCode.ENTER);
        assertTrue(session.flow().wires().stream()
                .anyMatch(wire -> wire.joins(SampleFlow.CONNECTION, new NodeId("message"))));
    }

    @Test
    void a_moved_node_stays_on_the_grid_and_goes_back_in_one_step(PatientRobot robot) {
        robot.drag("#node-new-wo").dropBy(53, 37);
        var place = session.flow().layout().of(SampleFlow.TRIGGER).orElseThrow();
        assertNotEquals(new Point(56, 40), place);
        assertEquals(place.snapped(CanvasView.GRID), place);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void escape_in_the_middle_of_a_drag_leaves_nothing_behind(PatientRobot robot) {
        robot.drag("#node-new-wo").moveBy(60, 60);
        assertNotEquals(flow, session.flow());
        robot.push(KeyCode.ESCAPE);
        robot.drop();
        assertEquals(flow, session.flow());
        assertTrue(session.historyProperty().get().future().isEmpty());
    }

    @Test
    void a_wire_is_drawn_from_a_port_and_undone(PatientRobot robot) {
        robot.drag(on(new Point(288, 88))).dropTo(on(new Point(170, 316)));
        assertTrue(session.flow().wires().contains(Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION)));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void an_illegal_wire_is_refused_with_the_reason(PatientRobot robot) {
        robot.drag(on(new Point(632, 88))).moveTo(on(new Point(520, 260)));
        assertEquals(
                words.text("wiring.configuration"),
                robot.lookup("#gesture-hint").queryAs(Label.class).getText());
        robot.drop();
        assertEquals(flow, session.flow());
        assertEquals(
                words.text("wiring.configuration"),
                robot.lookup("#status-said").queryAs(Label.class).getText());
    }

    @Test
    void delete_closes_the_gap_and_shift_delete_does_not(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.DELETE);
        assertTrue(session.flow().wires().contains(Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION)));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
        robot.clickOn("#node-wo").push(KeyCode.SHIFT, KeyCode.DELETE);
        assertTrue(session.flow().wiresFrom(SampleFlow.TRIGGER).isEmpty());
    }

    @Test
    void a_chosen_wire_is_deleted(PatientRobot robot) {
        robot.clickOn(on(new Point(344, 88)));
        assertEquals(
                Optional.of(Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE)),
                canvas.wireProperty().get());
        robot.push(KeyCode.DELETE);
        assertEquals(3, session.flow().wires().size());
        assertEquals(Optional.empty(), canvas.wireProperty().get());
    }

    @Test
    void a_frame_chooses_what_it_touches(PatientRobot robot) {
        robot.drag(on(new Point(30, 20))).dropTo(on(new Point(450, 100)));
        assertEquals(
                List.of(SampleFlow.TRIGGER, SampleFlow.SOURCE),
                List.copyOf(session.selectionProperty().get()));
    }

    /// The headless robot's mouse does not know which keys are down, so these clicks are made by hand.
    @Test
    void shift_adds_to_what_is_chosen_and_takes_from_it(PatientRobot robot) {
        robot.clickOn("#node-new-wo");
        robot.interact(() -> shiftClick(new Point(500, 60)));
        assertEquals(
                List.of(SampleFlow.TRIGGER, SampleFlow.SOURCE),
                List.copyOf(session.selectionProperty().get()));
        robot.interact(() -> shiftClick(new Point(500, 60)));
        assertEquals(
                List.of(SampleFlow.TRIGGER),
                List.copyOf(session.selectionProperty().get()));
    }

    @Test
    void arrows_go_to_the_neighbour_and_with_control_they_move_it(PatientRobot robot) {
        robot.clickOn("#node-new-wo").push(KeyCode.RIGHT);
        assertEquals(
                List.of(SampleFlow.SOURCE),
                List.copyOf(session.selectionProperty().get()));
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        assertEquals(Optional.of(new Point(400, 48)), session.flow().layout().of(SampleFlow.SOURCE));
    }

    @Test
    void a_wire_is_made_with_the_keyboard_alone(PatientRobot robot) {
        robot.clickOn("#node-new-wo").push(KeyCode.C).push(KeyCode.ENTER);
        assertTrue(session.flow().wires().contains(Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION)));
    }

    @Test
    void all_are_chosen_switched_off_and_let_go(PatientRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertEquals(5, session.selectionProperty().get().size());
        robot.push(KeyCode.D);
        assertTrue(session.flow().nodes().values().stream().allMatch(Node::off));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow(), "one step for all");
        robot.push(KeyCode.ESCAPE);
        assertTrue(session.selectionProperty().get().isEmpty());
    }

    @Test
    void keys_typed_into_the_palette_do_nothing_to_the_flow(PatientRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.A)
                .clickOn("#palette-search")
                .write("d")
                .push(KeyCode.DELETE);
        assertEquals(flow, session.flow());
    }

    @Test
    void a_notched_wheel_zooms_at_the_mouse_and_a_trackpad_moves_the_view(PatientRobot robot) {
        var before = canvas.eye();
        var under = before.toCanvas(100, 100);
        robot.interact(() -> scroll(100, 100, 0, 40));
        assertTrue(canvas.eye().zoom() > before.zoom());
        assertEquals(under.x(), canvas.eye().toCanvas(100, 100).x(), 0.001);
        var zoomed = canvas.eye();
        robot.interact(() -> scroll(100, 100, 7, 13));
        assertEquals(zoomed.moved(7, 13), canvas.eye());
    }

    @Test
    void the_middle_button_moves_the_view(PatientRobot robot) {
        var before = canvas.eye();
        robot.drag(on(new Point(30, 20)), MouseButton.MIDDLE).dropBy(40, 24);
        assertEquals(before.x() + 40, canvas.eye().x(), 1);
        assertEquals(before.y() + 24, canvas.eye().y(), 1);
    }

    @Test
    void nodes_out_of_view_are_taken_off_the_scene(PatientRobot robot) {
        robot.interact(() -> canvas.gaze().look(new Eye(-5000, 0, 1)));
        assertFalse(robot.lookup("#node-wo").tryQuery().isPresent());
        robot.interact(canvas::fit);
        assertTrue(robot.lookup("#node-wo").tryQuery().isPresent());
    }

    @Test
    void a_node_says_everything_about_itself(PatientRobot robot) {
        robot.interact(() -> canvas.show(SampleFlow.previewed()));
        assertEquals(
                "Connection, WhatsApp, step 3 of 5. Ready. Send a template. From Get work order."
                        + " To Message to technician, Message to supervisor. Done in the last run.",
                robot.lookup("#node-whatsapp").query().getAccessibleText());
    }

    @Test
    void a_hundred_flows_opened_and_closed_leave_no_view_behind(PatientRobot robot) {
        var closed = new ArrayList<CanvasView>();
        for (int time = 0; time < 100; time++) {
            robot.interact(() -> {
                closed.add(window.open(session));
                window.applyCss();
                window.layout();
            });
        }
        robot.interact(() -> {
            var open = closed.removeLast();
            assertTrue(open.viewCount() > 0);
            assertEquals(0, closed.stream().mapToInt(CanvasView::viewCount).sum());
            session.select(new LinkedHashSet<>(List.of(SampleFlow.SOURCE)));
            assertEquals(0, closed.stream().mapToInt(CanvasView::viewCount).sum());
        });
    }

    private void scroll(double x, double y, double dx, double dy) {
        var scene = canvas.localToScene(x, y);
        canvas.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                scene.getX(),
                scene.getY(),
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                40,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null));
    }

    private void shiftClick(Point point) {
        var local = canvas.eye().toScreen(point);
        var scene = canvas.localToScene(local.x(), local.y());
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            canvas.fireEvent(new MouseEvent(
                    type,
                    scene.getX(),
                    scene.getY(),
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    true,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
        }
    }

    /// Where a point of the canvas is on the screen.
    private Point2D on(Point point) {
        var local = canvas.eye().toScreen(point);
        return canvas.localToScreen(local.x(), local.y());
    }
}
