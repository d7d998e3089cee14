package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.GridCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The flows as cards: everything that the table does, with the same keys. Two cards stand beside one another.
@ExtendWith(ApplicationExtension.class)
final class FlowCardsTest {
    private final MemoryFlows flows = MemoryFlows.three();
    private final PreferenceBook book = new PreferenceBook();
    private final List<String> asked = new ArrayList<>();
    private FlowList list;

    private final class Doors extends MemoryFlows.Ignored {
        @Override
        public void open(StoredFlow flow) {
            asked.add("open " + flow.flow().id());
        }
    }

    @Start
    void open(Stage stage) {
        list = new FlowList(
                new Words(Language.EN),
                flows.shelf(),
                new Background(Runnable::run, Runnable::run),
                Shortcuts.standard(),
                book,
                new Doors());
        Shown.on(stage, PanelBench.of(PanelFlow.flow()), list, 1000, 700);
    }

    private void takeCards(PatientRobot robot) {
        robot.clickOn("#flow-face-cards");
        Shown.until(() -> !cards(robot).isEmpty());
    }

    private static List<GridCell<?>> cards(PatientRobot robot) {
        var cards = new ArrayList<GridCell<?>>();
        robot.lookup("#flow-cards .flow-card").queryAll().stream()
                .filter(node -> node instanceof GridCell<?> cell && !cell.isEmpty() && isSeen(cell))
                .map(node -> (GridCell<?>) node)
                .sorted(Comparator.comparingInt(GridCell::getIndex))
                .forEach(cards::add);
        return cards;
    }

    /// The grid keeps one card aside to measure by.
    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static String chosen(PatientRobot robot) {
        return cards(robot).stream()
                .filter(GridCell::isSelected)
                .map(card -> ((FlowRow) card.getItem()).id())
                .reduce("", String::concat);
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void cards_are_chosen_once_for_all_and_hold_the_same_choice(PatientRobot robot) {
        robot.clickOn("Overdue tasks to supervisor");
        takeCards(robot);
        assertTrue(book.now().habits().cards());
        assertFalse(robot.lookup("#flows").tryQuery().isPresent());
        assertEquals("draft", chosen(robot));

        robot.clickOn("Meter out of range");
        assertEquals("live", chosen(robot));
        robot.clickOn("#flow-face-table").clickOn("#flow-face-table");
        assertFalse(book.now().habits().cards());
        assertEquals("live", list.table().getSelectionModel().getSelectedItem().id());
    }

    @Test
    void the_faces_are_changed_with_the_arrow_keys_too(PatientRobot robot) {
        takeCards(robot);
        robot.push(KeyCode.LEFT);
        Shown.until(() -> robot.lookup("#flows").tryQuery().isPresent());
        assertFalse(book.now().habits().cards());
    }

    @Test
    void arrows_go_from_card_to_card_and_enter_opens(PatientRobot robot) {
        takeCards(robot);
        robot.clickOn("Meter out of range").push(KeyCode.RIGHT);
        assertEquals("new-wo-whatsapp", chosen(robot));
        // Below the second there is none: the row below is shorter.
        robot.push(KeyCode.DOWN);
        assertEquals("draft", chosen(robot));
        robot.push(KeyCode.UP);
        assertEquals("live", chosen(robot));
        robot.push(KeyCode.UP).push(KeyCode.LEFT);
        assertEquals("live", chosen(robot));
        robot.push(KeyCode.END);
        assertEquals("draft", chosen(robot));
        robot.push(KeyCode.ENTER);
        assertEquals(List.of("open draft"), asked);
    }

    @Test
    void the_cards_share_the_width_and_end_where_the_page_ends(PatientRobot robot) {
        takeCards(robot);
        var cards = cards(robot);
        assertEquals(3, cards.size());
        assertEquals(place(cards.get(0)).getMinY(), place(cards.get(1)).getMinY());
        assertEquals(place(cards.get(0)).getMinX(), place(cards.get(2)).getMinX());
        var create = place(robot.lookup("#flow-new").query());
        assertEquals(create.getMaxX(), place(cards.get(1)).getMaxX(), 3);
        var title = place(robot.lookup(".page-title").query());
        assertEquals(title.getMinX(), place(cards.getFirst()).getMinX(), 1);
    }

    @Test
    void a_card_says_the_sentence_of_its_row(PatientRobot robot) {
        var rows = robot.lookup(".table-row-cell").queryAll().stream()
                .map(TableRow.class::cast)
                .filter(row -> !row.isEmpty())
                .map(Node::getAccessibleText)
                .toList();
        takeCards(robot);
        assertEquals(rows, cards(robot).stream().map(Node::getAccessibleText).toList());
        robot.clickOn("Overdue tasks to supervisor");
        var grid = robot.lookup("#flow-cards").query();
        assertEquals(cards(robot).getLast(), grid.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
    }

    @Test
    void a_flow_is_renamed_copied_deleted_and_found_with_the_keys_of_the_table(PatientRobot robot) {
        takeCards(robot);
        robot.clickOn("Overdue tasks to supervisor").push(KeyCode.F2);
        Shown.until(() -> robot.lookup("#flow-rename").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#flow-rename").queryAs(TextField.class).setText("Late tasks"));
        robot.push(KeyCode.ENTER);
        Shown.until(() -> robot.lookup("Late tasks").tryQuery().isPresent());
        assertEquals("draft", chosen(robot));

        robot.push(KeyCode.CONTROL, KeyCode.D);
        Shown.until(() -> cards(robot).size() == 4);
        robot.push(KeyCode.DELETE);
        Shown.until(() -> flows.find("draft").isEmpty());
        Shown.until(() -> cards(robot).size() == 3);

        robot.clickOn("Late tasks (copy)").write("meter");
        Shown.until(() -> cards(robot).size() == 1);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(List.of("open live"), asked);
        robot.interact(
                () -> robot.lookup("#flow-search").queryAs(TextField.class).setText("nothing of the kind"));
        assertEquals(List.of(), cards(robot));
        assertTrue(robot.lookup("No flow is called that.").query().isVisible());
    }

    @Test
    void the_menu_of_a_card_opens_by_mouse_and_by_key(PatientRobot robot) {
        takeCards(robot);
        robot.clickOn("Overdue tasks to supervisor", MouseButton.SECONDARY);
        assertEquals("draft", chosen(robot));
        Shown.until(() -> Window.getWindows().size() > 1);
        robot.push(KeyCode.ESCAPE);
        Shown.until(() -> Window.getWindows().size() == 1);

        var grid = robot.lookup("#flow-cards").query();
        robot.interact(() -> Event.fireEvent(
                grid, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        Shown.until(() -> Window.getWindows().size() > 1);
        robot.push(KeyCode.ESCAPE);
    }
}
