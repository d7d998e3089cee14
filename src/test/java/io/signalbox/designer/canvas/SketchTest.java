package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.edit.Copying;
import io.signalbox.edit.Edit;
import io.signalbox.edit.Sketch;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Clipboard, notes, groups, order, menu and map in the real window.
@ExtendWith(ApplicationExtension.class)
final class SketchTest {
    private static final NodeId NOTE = new NodeId("note");
    private static final NodeId GROUP = new NodeId("group");

    private final Words words = new Words(Language.EN);
    private final Flow flow = SampleFlow.flow();
    private final MemoryBoard board = new MemoryBoard();
    private FlowSession session;
    private MainWindow window;
    private CanvasView canvas;

    private static final class MemoryBoard implements Pasteboard {
        private Optional<String> lying = Optional.empty();

        @Override
        public Optional<String> text() {
            return lying;
        }

        @Override
        public void put(String text) {
            lying = Optional.of(text);
        }
    }

    @Start
    void open(Stage stage) {
        var theme = new Theme(Theme.Choice.LIGHT);
        window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        show(flow);
        var scene = new Scene(window, 1000, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(Flow shown) {
        session = new FlowSession(shown);
        canvas = window.open(session);
        canvas.editing().useBoard(board);
        canvas.editing().arrangeWith(new LayeredArranger(), new Background(Runnable::run, Runnable::run));
        canvas.choose(new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, true, true, false));
    }

    @BeforeEach
    void focus(PatientRobot robot) {
        robot.interact(() -> canvas.requestFocus());
    }

    @Test
    void a_copy_is_readable_text_and_is_pasted_where_the_mouse_is(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.CONTROL, KeyCode.C);
        assertTrue(board.text().orElseThrow().contains("\"format\": \"signalbox.clip/1\""));
        robot.moveTo(on(new Point(200, 520))).push(KeyCode.CONTROL, KeyCode.V);
        var twin = new NodeId("wo-2");
        assertEquals(Optional.of(new Point(200, 520)), session.flow().layout().of(twin));
        assertEquals(List.of(twin), List.copyOf(session.selectionProperty().get()));
        assertEquals(Optional.of("edit.paste"), session.historyProperty().get().undoKey());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow());
    }

    @Test
    void what_is_pasted_comes_under_the_mouse_also_after_the_view_has_moved_below_it(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.CONTROL, KeyCode.C).moveTo(on(new Point(200, 520)));
        robot.interact(() -> canvas.gaze().move(-80, -160));
        robot.push(KeyCode.CONTROL, KeyCode.V);
        var moved = new Point(
                200 + 80 / canvas.eye().zoom(), 520 + 160 / canvas.eye().zoom());
        assertEquals(
                Optional.of(moved.snapped(CanvasView.GRID)),
                session.flow().layout().of(new NodeId("wo-2")));
    }

    @Test
    void with_the_keyboard_a_copy_comes_beside_its_original(PatientRobot robot) {
        robot.clickOn("#node-wo").moveTo("#palette-search");
        robot.push(KeyCode.CONTROL, KeyCode.C).push(KeyCode.CONTROL, KeyCode.V).push(KeyCode.CONTROL, KeyCode.V);
        assertEquals(Optional.of(new Point(432, 72)), session.flow().layout().of(new NodeId("wo-2")));
        assertEquals(Optional.of(new Point(464, 104)), session.flow().layout().of(new NodeId("wo-3")));
    }

    @Test
    void cut_takes_out_and_paste_brings_back(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.CONTROL, KeyCode.X);
        assertFalse(session.flow().has(SampleFlow.SOURCE));
        assertEquals(Optional.of("edit.cut"), session.historyProperty().get().undoKey());
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertTrue(session.flow().has(SampleFlow.SOURCE));
    }

    @Test
    void a_text_that_is_no_flow_is_refused_in_words(PatientRobot robot) {
        board.put("Dear Marta");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertEquals("This is not a flow", said(robot));
        board.put("{\"format\": \"signalbox.clip/1\",\n \"nodes\": [{\"id\": \"a\", \"kind\": \"sauce\"}]}");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        assertTrue(said(robot).startsWith("This is not a flow. Line 2"), said(robot));
        assertEquals(flow, session.flow());
    }

    @Test
    void a_duplicate_keeps_its_incoming_wires_with_shift(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.CONTROL, KeyCode.D);
        assertTrue(session.flow().wiresTo(new NodeId("wo-2")).isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z).clickOn("#node-wo");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        assertTrue(session.flow().wires().contains(Wire.of(SampleFlow.TRIGGER, new NodeId("wo-2"))));
    }

    /// The headless robot's mouse does not know which keys are down.
    @Test
    void a_drag_with_alt_leaves_the_original_and_moves_a_copy(PatientRobot robot) {
        robot.interact(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, new Point(500, 60), true);
            mouse(MouseEvent.MOUSE_DRAGGED, new Point(520, 300), true);
            mouse(MouseEvent.MOUSE_DRAGGED, new Point(500, 560), true);
            mouse(MouseEvent.MOUSE_RELEASED, new Point(500, 560), true);
        });
        assertEquals(
                flow.layout().of(SampleFlow.SOURCE), session.flow().layout().of(SampleFlow.SOURCE));
        assertEquals(Optional.of(new Point(400, 540)), session.flow().layout().of(new NodeId("wo-2")));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(flow, session.flow(), "one step");
    }

    @Test
    void a_note_is_written_in_place_moved_and_deleted(PatientRobot robot) {
        addNote(robot, "Agreed", "with Helena");
        var note = note();
        assertEquals("Agreed\nwith Helena", note.text());
        assertEquals(Optional.of("edit.note"), session.historyProperty().get().undoKey());
        assertEquals(1, session.historyProperty().get().past().size(), "one step");
        assertEquals(
                "Note: Agreed\nwith Helena", robot.lookup("#note-note").query().getAccessibleText());
        robot.drag("#note-note").dropBy(40, 16);
        assertEquals(note.place().plus(40, 16).snapped(CanvasView.GRID), note().place());
        robot.push(KeyCode.DELETE);
        assertTrue(session.flow().layout().notes().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(session.flow().has(NOTE));
    }

    @Test
    void a_note_grows_with_its_text_and_escape_keeps_the_old(PatientRobot robot) {
        addNote(robot, "One");
        double low = robot.lookup("#note-note").query().getLayoutBounds().getHeight();
        robot.push(KeyCode.ENTER)
                .write("a")
                .push(KeyCode.ENTER)
                .write("b")
                .push(KeyCode.ENTER)
                .write("c")
                .push(KeyCode.CONTROL, KeyCode.ENTER);
        assertTrue(robot.lookup("#note-note").query().getLayoutBounds().getHeight() > low);
        robot.doubleClickOn("#note-note").write("lost").push(KeyCode.ESCAPE);
        assertEquals("a\nb\nc", note().text());
    }

    @Test
    void the_first_key_counts_though_the_field_is_not_drawn_yet(PatientRobot robot) {
        robot.interact(() -> {
            canvas.act("canvas.note");
            var field = canvas.getScene().getFocusOwner();
            field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "N", "", KeyCode.UNDEFINED, true, false, false, false));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "a", "", KeyCode.UNDEFINED, false, false, false, false));
        });
        robot.write("b").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("ab", note().text());
    }

    @Test
    void a_note_without_a_word_was_never_there(PatientRobot robot) {
        robot.push(KeyCode.SHIFT, KeyCode.N).push(KeyCode.ESCAPE);
        assertEquals(flow, session.flow());
        assertTrue(session.historyProperty().get().past().isEmpty());
    }

    @Test
    void arrows_lead_to_a_note_and_letters_typed_into_it_do_nothing_else(PatientRobot robot) {
        robot.interact(() ->
                session.perform(new Edit.Draw(new Sketch.AddNote(Note.of(NOTE, "x", new Point(56, 560)))), ""));
        robot.clickOn("#node-whatsapp").push(KeyCode.DOWN);
        assertEquals(List.of(NOTE), List.copyOf(session.selectionProperty().get()));
        assertTrue(robot.lookup("#note-note").query().isFocused());
        robot.push(KeyCode.ENTER).write("dam").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals("dam", note().text());
        assertTrue(session.flow().nodes().values().stream().noneMatch(Node::off));
    }

    @Test
    void a_group_is_named_follows_its_nodes_and_moves_them(PatientRobot robot) {
        robot.interact(
                () -> session.select(new LinkedHashSet<>(List.of(SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR))));
        robot.push(KeyCode.CONTROL, KeyCode.G).write("Messages").push(KeyCode.ENTER);
        var group = group();
        assertEquals("Messages", group.name());
        assertEquals(1, session.historyProperty().get().past().size(), "one step");
        assertEquals(
                "Group Messages with 2 elements",
                robot.lookup("#group-group").query().getAccessibleText());
        var before = session.flow().layout().of(SampleFlow.TECHNICIAN).orElseThrow();
        var title = canvas.sight().titleAt(before.plus(8, -32)).orElseThrow().title();
        robot.drag(on(title.centre())).dropBy(16, 24);
        var after = session.flow().layout().of(SampleFlow.TECHNICIAN).orElseThrow();
        assertNotEquals(before, after);
        assertEquals(
                List.of(SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR),
                List.copyOf(session.selectionProperty().get()));
        robot.push(KeyCode.F2).write("Sent").push(KeyCode.ENTER);
        assertEquals("Sent", group().name());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        assertTrue(session.flow().layout().groups().isEmpty());
        assertEquals(5, session.flow().nodes().size());
    }

    @Test
    void a_node_is_renamed_in_place(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.F2).write("Order").push(KeyCode.ENTER);
        assertEquals(
                "Order", session.flow().node(SampleFlow.SOURCE).orElseThrow().name());
    }

    @Test
    void a_chain_wraps_as_ever_and_a_diamond_is_laid_out_without_overlap(PatientRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(
                Tidy.places(flow, canvas.getWidth()), session.flow().layout().places());
        var diamond = flow.withWires(List.of(
                Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE),
                Wire.of(SampleFlow.TRIGGER, SampleFlow.CONNECTION),
                Wire.of(SampleFlow.SOURCE, SampleFlow.TECHNICIAN),
                Wire.of(SampleFlow.CONNECTION, SampleFlow.TECHNICIAN),
                Wire.of(SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR)));
        robot.interact(() -> show(diamond));
        robot.interact(() -> canvas.requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        var areas = canvas.sight().areas();
        for (var wire : diamond.wires()) {
            var from = canvas.sight().area(wire.from()).orElseThrow();
            var to = canvas.sight().area(wire.to()).orElseThrow();
            assertTrue(from.right() < to.x(), wire.toString());
        }
        assertEquals(
                areas.size() * (areas.size() - 1) / 2,
                areas.values().stream()
                        .flatMap(one -> areas.values().stream()
                                .filter(other -> !one.touches(other))
                                .map(other -> Set.of(one, other)))
                        .collect(Collectors.toSet())
                        .size());
        assertEquals(Optional.of("edit.tidy"), session.historyProperty().get().undoKey());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(diamond, session.flow());
    }

    @Test
    void the_map_is_shown_from_twelve_nodes_on_and_moves_the_view(PatientRobot robot) {
        assertFalse(robot.lookup("#minimap").query().isVisible());
        robot.push(KeyCode.M);
        assertTrue(robot.lookup("#minimap").query().isVisible());
        robot.push(KeyCode.M);
        assertFalse(robot.lookup("#minimap").query().isVisible());
        robot.interact(() -> show(many()));
        assertTrue(robot.lookup("#minimap").query().isVisible());
        var before = canvas.eye();
        robot.clickOn("#minimap", MouseButton.PRIMARY);
        assertNotEquals(before, canvas.eye());
        assertEquals("Map of the flow", robot.lookup("#minimap").query().getAccessibleText());
    }

    @Test
    void the_map_is_painted_once_for_many_changes_in_a_moment(PatientRobot robot) {
        robot.interact(() -> show(many()));
        robot.interact(() -> {
            int before = canvas.editing().map().paintings();
            for (int step = 0; step < 100; step++) {
                canvas.look(canvas.eye().moved(1, 0));
            }
            assertTrue(canvas.editing().map().paintings() <= before + 1);
        });
    }

    @Test
    void the_menu_opens_with_the_keyboard_and_does_what_it_says(PatientRobot robot) {
        robot.clickOn("#node-wo").push(KeyCode.SHIFT, KeyCode.F10);
        assertTrue(items().containsAll(Set.of(
                "menu-canvas-edit",
                "menu-canvas-rename",
                "menu-canvas-off",
                "menu-canvas-pin",
                "menu-edit-cut",
                "menu-edit-copy",
                "menu-edit-paste",
                "menu-canvas-duplicate",
                "menu-canvas-group",
                "menu-canvas-detach",
                "menu-canvas-delete",
                "menu-canvas-delete-alone")));
        robot.interact(() -> item("menu-canvas-detach").fire());
        assertTrue(session.flow().wiresTo(SampleFlow.SOURCE).isEmpty());
        assertEquals(Optional.of("edit.detach"), session.historyProperty().get().undoKey());
    }

    @Test
    void a_wire_and_the_ground_have_menus_of_their_own(PatientRobot robot) {
        robot.clickOn(on(new Point(344, 88))).push(KeyCode.SHIFT, KeyCode.F10);
        assertTrue(items().containsAll(Set.of("menu-canvas-edit", "menu-canvas-delete")));
        robot.push(KeyCode.ESCAPE).clickOn(on(new Point(30, 20))).push(KeyCode.SHIFT, KeyCode.F10);
        assertTrue(items().containsAll(Set.of("menu-edit-paste", "menu-canvas-note", "menu-tool-tidy")));
        robot.push(KeyCode.ESCAPE)
                .clickOn("#node-new-wo")
                .push(KeyCode.SHIFT, KeyCode.RIGHT)
                .push(KeyCode.SHIFT, KeyCode.F10);
        assertTrue(items().containsAll(Set.of("menu-tool-tidy", "menu-canvas-fit-chosen")));
        var before = canvas.eye();
        robot.interact(() -> item("menu-canvas-fit-chosen").fire());
        assertNotEquals(before, canvas.eye());
    }

    private Note note() {
        return Optional.ofNullable(session.flow().layout().notes().get(NOTE)).orElseThrow();
    }

    private Group group() {
        return Optional.ofNullable(session.flow().layout().groups().get(GROUP)).orElseThrow();
    }

    private Flow many() {
        var edit = new Edit.Copy(new Copying.Duplicate(flow.nodes().keySet(), 2000, 0, false));
        return edit.applyTo(edit.applyTo(flow));
    }

    private void addNote(PatientRobot robot, String first, String... more) {
        robot.moveTo(on(new Point(120, 560))).push(KeyCode.SHIFT, KeyCode.N);
        robot.write(first);
        for (var line : more) {
            robot.push(KeyCode.ENTER).write(line);
        }
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    private Set<String> items() {
        return menu().getItems().stream()
                .filter(item -> item.getId() != null)
                .map(MenuItem::getId)
                .collect(Collectors.toSet());
    }

    private MenuItem item(String id) {
        return menu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String said(PatientRobot robot) {
        return robot.lookup("#status-said").queryAs(Label.class).getText();
    }

    private void mouse(EventType<MouseEvent> type, Point point, boolean alt) {
        var local = canvas.eye().toScreen(point);
        var scene = canvas.localToScene(local.x(), local.y());
        canvas.fireEvent(new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                alt,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    private Point2D on(Point point) {
        var local = canvas.eye().toScreen(point);
        return canvas.localToScreen(local.x(), local.y());
    }
}
