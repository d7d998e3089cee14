package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// What hands do on the real canvas beyond click and drag: search, splice, cut, detach, line up; and the keys' way to
/// the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CanvasGesturesTest {
    /// Nothing glides, so that what is looked for stands where it will be.
    private static final CanvasChoices STILL =
            new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, true, true, false);

    private static final long START_MILLIS = 60_000;
    private static final Wire FIRST = Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE);
    private static final String FIRST_SAID = "Wire from New work order to Get work order.";
    private static final NodeId HTTP = new NodeId("http");

    private final Words words = new Words(Language.EN);
    private final Flow flow = SampleFlow.flow();
    private final PatientRobot robot = new PatientRobot(() -> {});
    private final MainWindow window;
    private FlowSession session = new FlowSession(flow);
    private CanvasView canvas;
    private CanvasHands hands;

    /// One window for all; each test gets a canvas of its own.
    CanvasGesturesTest() throws Exception {
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
        hands = new CanvasHands(canvas);
    }

    private CanvasView opened() {
        return WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> window.open(session));
    }

    @BeforeEach
    void open() {
        session = new FlowSession(flow);
        canvas = opened();
        hands = new CanvasHands(canvas);
        robot.interact(() -> {
            canvas.choose(STILL);
            canvas.requestFocus();
        });
        // Before it has its place in the window, its eye is somewhere else.
        robot.still("#canvas");
    }

    @AfterEach
    void letGo() {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
    }

    // ---- adding --------------------------------------------------------------------------------------------------

    @Test
    void a_wire_let_go_over_the_ground_asks_what_comes_there_and_adds_it_in_one_step() {
        robot.drag(hands.on(288, 88)).dropTo(hands.on(200, 480));
        assertEquals(List.of("source", "connection"), kinds(), "neither a trigger nor a message may follow");
        robot.write("http").push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertEquals(Optional.of(Wire.of(SampleFlow.TRIGGER, HTTP)), to(HTTP));
        assertEquals(
                Optional.of(new Point(200, 432)),
                session.flow().layout().of(HTTP),
                "its port is where the wire was let go");
        assertEquals(List.of(HTTP), chosen());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void escape_closes_the_search_and_nothing_was_added() {
        robot.drag(hands.on(288, 88)).dropTo(hands.on(200, 480));
        robot.write("zzz");
        assertEquals(
                words.text("palette.nothing", "zzz"),
                robot.lookup("#quick-add .palette-nothing").queryAs(Label.class).getText());
        robot.push(KeyCode.ENTER).push(KeyCode.ESCAPE);
        assertEquals(flow, session.flow());
        assertTrue(robot.lookup("#quick-add").tryQuery().isEmpty());
        assertTrue(canvas.gesture() instanceof Gesture.Idle);
    }

    @Test
    void a_double_click_on_the_ground_asks_what_comes_there() {
        robot.doubleClickOn(hands.on(204, 484));
        robot.write("webhook").push(KeyCode.ENTER);
        var webhook = new NodeId("webhook");
        assertEquals(List.of(webhook), chosen());
        assertEquals(Optional.of(new Point(88, 448)), session.flow().layout().of(webhook));
        assertEquals(Optional.empty(), to(webhook));
    }

    @Test
    void what_is_clicked_in_the_search_is_added() {
        robot.doubleClickOn(hands.on(200, 480)).clickOn("#quick-add-source-http");
        assertEquals(List.of(HTTP), chosen());
    }

    @Test
    void what_is_typed_into_the_search_does_nothing_to_the_flow() {
        robot.clickOn("#node-wo")
                .push(KeyCode.A)
                .write("dcawn")
                .push(KeyCode.DELETE)
                .push(KeyCode.ESCAPE);
        assertEquals(flow, session.flow());
    }

    @Test
    void a_appends_after_the_chosen_node_and_with_shift_the_same_once_more() {
        robot.clickOn("#node-wo").push(KeyCode.A).write("http").push(KeyCode.ENTER);
        assertEquals(Optional.of(Wire.of(SampleFlow.SOURCE, HTTP)), to(HTTP));
        robot.push(KeyCode.SHIFT, KeyCode.A);
        var second = new NodeId("http-2");
        assertEquals(Optional.of(Wire.of(HTTP, second)), to(second));
        assertTrue(robot.lookup("#node-http-2").query().isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void n_adds_in_the_middle_of_the_view_without_a_wire() {
        robot.clickOn("#node-wo").push(KeyCode.N).write("http").push(KeyCode.ENTER);
        assertEquals(Optional.empty(), to(HTTP));
        assertEquals(List.of(HTTP), chosen());
    }

    // ---- wires ---------------------------------------------------------------------------------------------------

    @Test
    void a_wire_is_drawn_backwards_from_a_way_in() {
        robot.drag(hands.on(57, 316)).dropTo(hands.on(170, 60));
        assertTrue(session.flow().wires().contains(Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION)));
    }

    @Test
    void the_mouse_on_a_wire_shows_its_tools_and_they_work() {
        robot.moveTo(hands.on(344, 88));
        assertEquals(
                List.of(words.text("canvas.wire.add"), words.text("canvas.wire.delete")),
                robot.lookup("#wire-tools .button").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .toList());
        assertTrue(is("hovered"));
        robot.clickOn("#canvas-wire-add").write("http").push(KeyCode.ENTER);
        assertEquals(List.of(FIRST.from() + ">http", "http>" + FIRST.to()), wiresAt(HTTP));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
        robot.moveTo(hands.on(344, 88));
        robot.clickOn("#canvas-wire-delete");
        assertFalse(session.flow().wires().contains(FIRST));
        assertEquals(words.text("canvas.deleted.wire"), said());
        robot.clickOn("#status-undo");
        assertEquals(flow, session.flow());
    }

    @Test
    void the_tools_cover_nothing_but_themselves_from_the_first_moment() {
        robot.interact(() -> {
            hands.move(344, 88);
            var tools = window.lookup("#wire-tools");
            assertTrue(tools.isVisible());
            assertTrue(tools.getLayoutBounds()
                    .contains(tools.lookup("#canvas-wire-add").getBoundsInParent()));
            assertTrue(tools.getLayoutBounds()
                    .contains(tools.lookup("#canvas-wire-delete").getBoundsInParent()));
        });
    }

    @Test
    void the_tools_go_when_the_mouse_leaves_the_wire() {
        robot.moveTo(hands.on(344, 88));
        assertTrue(robot.lookup("#wire-tools").query().isVisible());
        robot.moveTo(hands.on(344, 480));
        assertFalse(robot.lookup("#wire-tools").query().isVisible());
    }

    @Test
    void the_keyboard_reaches_a_wire_and_puts_a_node_into_it() {
        robot.clickOn("#node-new-wo").push(KeyCode.W);
        assertEquals(Optional.of(FIRST), canvas.wireProperty().get());
        assertEquals(FIRST_SAID, focused().getAccessibleText());
        robot.push(KeyCode.A).write("http").push(KeyCode.ENTER);
        assertEquals(List.of(FIRST.from() + ">http", "http>" + FIRST.to()), wiresAt(HTTP));
        assertEquals(Optional.empty(), canvas.wireProperty().get());
        assertEquals(List.of(HTTP), chosen());
    }

    @Test
    void w_goes_round_the_wires_of_a_node_and_delete_parts_one() {
        robot.clickOn("#node-whatsapp").push(KeyCode.W).push(KeyCode.W);
        assertEquals(
                SampleFlow.SUPERVISOR, canvas.wireProperty().get().orElseThrow().to());
        robot.push(KeyCode.W);
        assertEquals(
                SampleFlow.CONNECTION,
                canvas.wireProperty().get().orElseThrow().to(),
                "those that lead here come last");
        robot.push(KeyCode.SHIFT, KeyCode.W).push(KeyCode.DELETE);
        assertEquals(3, session.flow().wires().size());
        assertTrue(robot.lookup("#node-whatsapp").query().isFocused(), "the keyboard goes on from the node");
    }

    @Test
    void enter_on_a_wire_asks_for_its_condition() {
        var asked = new ArrayList<Asked>();
        robot.interact(() -> canvas.setOnAsk(asked::add));
        robot.clickOn("#node-new-wo").push(KeyCode.W).push(KeyCode.ENTER);
        assertEquals(List.of(new Asked.EditWire(FIRST)), asked);
        robot.push(KeyCode.RIGHT);
        assertEquals(List.of(SampleFlow.SOURCE), chosen(), "right leads on to where the wire does");
    }

    @Test
    void a_wires_end_is_taken_to_another_node_with_its_condition() {
        var wire = flow.wires().getLast();
        robot.drag(hands.on(386, 400)).dropTo(hands.on(500, 260));
        assertEquals(words.text("wiring.twice"), said(), "the technician's message is wired already");
        robot.drag(hands.on(386, 264)).moveTo(hands.on(300, 520)).dropTo(hands.on(500, 60));
        assertEquals(flow, session.flow(), "that would make a circle");
        robot.drag(hands.on(386, 400)).dropTo(hands.on(300, 520));
        assertFalse(session.flow().wires().contains(wire), "let go over the ground it is gone");
        robot.clickOn("#status-undo");
        assertEquals(flow, session.flow());
        robot.drag(hands.on(386, 88)).dropTo(hands.on(170, 316));
        assertEquals(
                Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION),
                session.flow().wires().getFirst());
    }

    @Test
    void alt_and_a_drag_part_the_wires_that_are_crossed_in_one_step() {
        robot.interact(
                () -> hands.holding(KeyCode.ALT).press(330, 20).drag(340, 120).drag(350, 420));
        assertTrue(is("cut"));
        assertEquals(flow, session.flow(), "only shown so far");
        assertEquals(
                words.text("gesture.slice.some", 4),
                robot.lookup("#gesture-hint").queryAs(Label.class).getText());
        robot.interact(() -> hands.release(350, 420));
        assertEquals(List.of(), session.flow().wires());
        assertEquals(words.text("canvas.deleted.wires", 4), said());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void a_node_without_wires_is_dropped_into_a_wire() {
        robot.doubleClickOn(hands.on(200, 480)).write("http").push(KeyCode.ENTER);
        var before = session.flow();
        robot.drag("#node-http").moveTo(hands.on(344, 88));
        assertTrue(is("open"));
        robot.drop();
        assertEquals(List.of(FIRST.from() + ">http", "http>" + FIRST.to()), wiresAt(HTTP));
        assertTrue(left(SampleFlow.SOURCE) > left(HTTP) + Area.NODE_WIDTH, "what follows made room");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, session.flow(), "one step for drag and wires");
    }

    // ---- deleting ------------------------------------------------------------------------------------------------

    @Test
    void what_delete_did_is_said_and_can_be_taken_back() {
        robot.clickOn("#node-wo").push(KeyCode.DELETE);
        assertEquals(words.text("canvas.deleted.node.healed", "Get work order"), said());
        robot.clickOn("#status-undo");
        assertEquals(flow, session.flow());
        robot.clickOn("#node-wo").push(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(words.text("canvas.deleted.node", "Get work order"), said());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertFalse(robot.lookup("#status-undo").query().isVisible(), "there is nothing left to take back");
        robot.interact(() -> canvas.choose(new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, false, true, false)));
        robot.clickOn("#node-wo").push(KeyCode.DELETE);
        assertTrue(session.flow().wiresFrom(SampleFlow.TRIGGER).isEmpty(), "who does not want gaps closed keeps them");
    }

    // ---- moving --------------------------------------------------------------------------------------------------

    @Test
    void a_dragged_node_is_drawn_to_the_line_of_a_neighbour_and_the_line_is_shown() {
        robot.interact(() -> hands.press(170, 316).drag(173, 440).drag(175, 441));
        assertEquals(Optional.of(new Point(56, 408)), session.flow().layout().of(SampleFlow.CONNECTION));
        assertTrue(robot.lookup(".guide-line").queryAs(Path.class).isVisible());
        robot.interact(() -> hands.release(175, 441));
        assertFalse(robot.lookup(".guide-line").query().isVisible());
    }

    @Test
    void who_does_not_want_boxes_drawn_to_lines_moves_them_freely() {
        robot.interact(() -> canvas.choose(new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, false, true, true, false)));
        robot.interact(() -> hands.press(170, 316).drag(175, 437).release(175, 437));
        assertEquals(Optional.of(new Point(61, 401)), session.flow().layout().of(SampleFlow.CONNECTION));
    }

    @Test
    void shift_keeps_a_drag_on_one_axis() {
        robot.interact(() ->
                hands.press(170, 316).holding(KeyCode.SHIFT).drag(195, 450).release(195, 450));
        assertEquals(56, left(SampleFlow.CONNECTION));
        assertNotEquals(
                280,
                session.flow().layout().of(SampleFlow.CONNECTION).orElseThrow().y());
    }

    @Test
    void the_view_moves_on_while_something_is_held_at_its_edge() throws Exception {
        var before = canvas.eye();
        robot.interact(() -> {
            var edge = canvas.eye().toCanvas(canvas.getWidth() / 2, canvas.getHeight() - 4);
            hands.press(170, 316).drag(180, 330).drag(edge.x(), edge.y());
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> canvas.eye().y() < before.y() - 100);
        robot.interact(() -> {
            var edge = canvas.eye().toCanvas(canvas.getWidth() / 2, canvas.getHeight() - 4);
            var box = canvas.sight().area(SampleFlow.CONNECTION).orElseThrow();
            assertTrue(box.contains(edge), "what is held came along");
            hands.release(edge.x(), edge.y());
        });
        var rest = canvas.eye();
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(rest, canvas.eye());
    }

    @Test
    void one_burst_of_arrows_is_one_step_even_while_control_stays_down() {
        robot.clickOn("#node-new-wo").press(KeyCode.CONTROL).type(KeyCode.DOWN).type(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT).type(KeyCode.DOWN);
        assertEquals(1, session.historyProperty().get().past().size(), "longer steps belong to the burst");
        robot.type(KeyCode.A).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.CONTROL);
        assertEquals(2, session.historyProperty().get().past().size(), "what is moved is something else now");
    }

    @Test
    void alt_shift_and_an_arrow_choose_all_that_follows_or_leads_here() {
        robot.clickOn("#node-whatsapp").push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(List.of(SampleFlow.CONNECTION, SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR), chosen());
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertEquals(5, chosen().size());
    }

    @Test
    void shift_and_a_frame_add_to_what_is_chosen() {
        robot.clickOn("#node-new-wo");
        robot.interact(() ->
                hands.holding(KeyCode.SHIFT).press(690, 340).drag(600, 420).release(600, 420));
        assertEquals(List.of(SampleFlow.TRIGGER, SampleFlow.SUPERVISOR), chosen());
    }

    // ---- looking -------------------------------------------------------------------------------------------------

    @Test
    void what_is_chosen_is_shown_as_large_as_it_can_be() {
        robot.interact(() -> canvas.gaze().look(new Eye(-5000, 0, 0.5)));
        robot.interact(() -> session.select(new LinkedHashSet<>(List.of(SampleFlow.SOURCE))));
        robot.push(KeyCode.SHIFT, KeyCode.HOME);
        assertEquals(1, canvas.eye().zoom());
        var middle = canvas.eye()
                .toScreen(canvas.sight().area(SampleFlow.SOURCE).orElseThrow().centre());
        assertEquals(canvas.getWidth() / 2, middle.x(), 1);
    }

    @Test
    void where_a_person_likes_motion_the_view_glides_there() throws Exception {
        robot.interact(() -> {
            canvas.gaze().look(new Eye(-500, -500, 0.5));
            canvas.choose(CanvasChoices.standard());
            canvas.fit();
            assertEquals(new Eye(-500, -500, 0.5), canvas.eye(), "it has only set off");
        });
        var goal = Eye.fitting(canvas.sight().boundsWithWires().orElseThrow(), canvas.getWidth(), canvas.getHeight());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> canvas.eye().equals(goal));
    }

    @Test
    void space_and_a_drag_move_the_view() {
        var before = canvas.eye();
        robot.press(KeyCode.SPACE).drag(hands.on(170, 60)).dropBy(40, 24).release(KeyCode.SPACE);
        assertEquals(before.x() + 40, canvas.eye().x(), 1);
        assertEquals(flow, session.flow());
    }

    @Test
    void from_afar_only_what_can_be_read_is_drawn() {
        assertEquals(List.of(1.0, 1.0), seen(0.6));
        assertEquals(List.of(0.0, 1.0), seen(0.59));
        assertEquals(List.of(0.0, 1.0), seen(0.35));
        assertEquals(List.of(0.0, 0.0), seen(0.34));
        assertEquals(List.of(1.0, 1.0), seen(1));
    }

    private List<Double> seen(double zoom) {
        robot.interact(() -> {
            canvas.gaze().look(new Eye(20, 20, zoom));
            canvas.applyCss();
        });
        return List.of(
                robot.lookup("#node-wo .node-subtitle").query().getOpacity(),
                robot.lookup("#node-wo .node-title").query().getOpacity());
    }

    private List<String> kinds() {
        return robot.lookup("#quick-add-list").<ListView<PaletteItem>>query().getItems().stream()
                .map(PaletteItem::kind)
                .distinct()
                .toList();
    }

    private boolean is(String state) {
        return robot.lookup(".link").queryAll().stream()
                .filter(view -> FIRST_SAID.equals(view.getAccessibleText()))
                .anyMatch(view ->
                        view.lookup(".link-line").getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)));
    }

    private Node focused() {
        return window.getScene().getFocusOwner();
    }

    private String said() {
        return robot.lookup("#status-said").queryAs(Label.class).getText();
    }

    private List<NodeId> chosen() {
        return List.copyOf(session.selectionProperty().get());
    }

    private Optional<Wire> to(NodeId node) {
        return session.flow().wiresTo(node).stream().findFirst();
    }

    private List<String> wiresAt(NodeId node) {
        return session.flow().wires().stream()
                .filter(wire -> wire.from().equals(node) || wire.to().equals(node))
                .map(wire -> wire.from() + ">" + wire.to())
                .toList();
    }

    private double left(NodeId node) {
        return session.flow().layout().of(node).orElseThrow().x();
    }
}
