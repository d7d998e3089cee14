package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Who works on the canvas with the keyboard alone never loses it, and sees what it is on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardKeptTest {
    private static final CanvasChoices STILL =
            new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, true, true, false);
    private static final long START_MILLIS = 60_000;
    private static final Eye FAR_OFF = new Eye(-5_000, 0, 1);

    private final Words words = new Words(Language.EN);
    private final PatientRobot robot = new PatientRobot(() -> {});
    private final MainWindow window;
    private FlowSession session = new FlowSession(SampleFlow.flow());
    private CanvasView canvas;

    KeyboardKeptTest() throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> {
            var theme = new Theme(Theme.Choice.LIGHT);
            var made = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
            var scene = new Scene(made, 1000, 800);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return made;
        });
        canvas = opened();
    }

    private CanvasView opened() {
        return WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> window.open(session));
    }

    @BeforeEach
    void open() {
        session = new FlowSession(SampleFlow.flow());
        canvas = opened();
        robot.interact(() -> canvas.choose(STILL));
        robot.still("#canvas");
        goTo(SampleFlow.SOURCE);
    }

    @AfterEach
    void letGo() {
        robot.release(new KeyCode[0]);
    }

    private void goTo(NodeId node) {
        robot.interact(() -> {
            session.select(new LinkedHashSet<>(List.of(node)));
            canvas.focusNode(node);
        });
    }

    @Test
    void what_undo_takes_away_gives_the_keyboard_to_its_neighbour() {
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertEquals("node-wo-2", focused());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("node-wo", focused());
        robot.push(KeyCode.SHIFT, KeyCode.N).write("Ask Ana").push(KeyCode.ESCAPE);
        assertTrue(isOnCanvas(), this::focused);
        robot.push(KeyCode.W);
        assertInstanceOf(LinkView.class, window.getScene().getFocusOwner());
        robot.interact(() -> session.perform(new Edit.Disconnect(SampleFlow.SOURCE, SampleFlow.CONNECTION), ""));
        assertTrue(isOnCanvas(), this::focused);
    }

    @Test
    void after_the_last_node_is_taken_away_keys_still_go_to_the_canvas() {
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        assertEquals("canvas", focused());
        robot.push(KeyCode.N).write("webhook").push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("canvas", focused());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(5, session.flow().nodes().size());
    }

    @Test
    void delete_leaves_the_keyboard_beside_the_gap() {
        goTo(SampleFlow.SUPERVISOR);
        robot.push(KeyCode.DELETE);
        assertEquals("node-technician", focused());
        assertEquals(List.of(), chosen());
    }

    @Test
    void where_nothing_is_chosen_keys_work_on_the_node_that_has_them() {
        robot.push(KeyCode.ESCAPE);
        assertEquals(List.of(), chosen());
        robot.push(KeyCode.DELETE);
        assertTrue(session.flow().has(SampleFlow.SOURCE), "what was not chosen is not deleted");
        assertEquals(words.text("canvas.copy.nothing"), said());
        robot.push(KeyCode.D);
        assertTrue(session.flow().node(SampleFlow.SOURCE).orElseThrow().off());
        assertEquals(List.of(SampleFlow.SOURCE), chosen());
        robot.push(KeyCode.ESCAPE).push(KeyCode.A).write("http").push(KeyCode.ENTER);
        assertEquals(
                List.of(Wire.of(SampleFlow.SOURCE, new NodeId("http"))),
                session.flow().wiresTo(new NodeId("http")));
    }

    @Test
    void what_keys_move_stays_in_view() {
        for (int time = 0; time < 20; time++) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        }
        assertInView(SampleFlow.SOURCE);
    }

    @Test
    void a_wires_possible_end_is_brought_into_view_and_has_the_keyboard() {
        goTo(SampleFlow.TRIGGER);
        robot.interact(() -> canvas.look(FAR_OFF));
        robot.push(KeyCode.C);
        assertInstanceOf(Wiring.class, canvas.gesture());
        var first = ((Wiring) canvas.gesture()).target();
        assertEquals("node-" + first, focused());
        assertInView(first);
        robot.push(KeyCode.ESCAPE);
        assertEquals("node-new-wo", focused());
        assertInView(SampleFlow.TRIGGER);
        assertEquals(List.of(SampleFlow.TRIGGER), chosen());
        robot.push(KeyCode.C).push(KeyCode.ENTER);
        assertEquals(2, session.flow().wiresFrom(SampleFlow.TRIGGER).size());
        assertEquals("node-new-wo", focused());
    }

    @Test
    void the_node_that_tab_leads_to_is_there_even_out_of_view() {
        robot.interact(() -> {
            window.requestFocus();
            canvas.look(FAR_OFF);
        });
        assertTrue(robot.lookup("#node-wo").query().isFocusTraversable());
    }

    @Test
    void buttons_on_the_canvas_are_no_stops_of_the_tab_key() {
        var stops =
                canvas.lookupAll("*").stream().filter(Node::isFocusTraversable).toList();
        assertEquals(List.of("node-wo"), stops.stream().map(Node::getId).toList());
    }

    @Test
    void the_view_follows_tab_and_region_keys_to_the_node() {
        robot.interact(() -> {
            robot.lookup("#palette-search").query().requestFocus();
            canvas.look(FAR_OFF);
        });
        robot.push(KeyCode.F6);
        assertEquals("node-wo", focused());
        assertInView(SampleFlow.SOURCE);
        robot.interact(() -> canvas.look(FAR_OFF));
        robot.push(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals("node-wo", focused());
        assertInView(SampleFlow.SOURCE);
    }

    @Test
    void in_the_outline_keys_do_what_they_do_on_the_canvas_and_come_back() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        robot.interact(() -> robot.lookup("#outline").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertTrue(session.flow().has(new NodeId("wo-2")));
        assertEquals("outline", focused());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        goToOutline(SampleFlow.CONNECTION);
        robot.push(KeyCode.SHIFT, KeyCode.C);
        assertInstanceOf(Wiring.class, canvas.gesture());
        robot.push(KeyCode.ENTER);
        assertInstanceOf(Gesture.Idle.class, canvas.gesture());
        assertEquals(2, session.flow().wiresTo(SampleFlow.CONNECTION).size());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    }

    private void goToOutline(NodeId node) {
        robot.interact(() -> {
            session.select(new LinkedHashSet<>(List.of(node)));
            robot.lookup("#outline").query().requestFocus();
        });
    }

    private void assertInView(NodeId node) {
        var area = canvas.sight().area(node).orElseThrow();
        var seen = canvas.eye().seen(canvas.getWidth(), canvas.getHeight());
        assertTrue(seen.contains(area.centre()), () -> area + " outside " + seen);
        assertFalse(canvas.gesture() instanceof Dragging);
    }

    private boolean isOnCanvas() {
        return Keyboard.isIn(canvas);
    }

    private String focused() {
        return String.valueOf(window.getScene().getFocusOwner().getId());
    }

    private String said() {
        return robot.lookup("#status-said").queryAs(Label.class).getText();
    }

    private List<NodeId> chosen() {
        return List.copyOf(session.selectionProperty().get());
    }
}
