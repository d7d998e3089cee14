package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Background;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowActivity;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Filing;
import io.signalbox.flow.Language;
import io.signalbox.flow.Problem;
import io.signalbox.json.FlowJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FlowListTest {
    private final MemoryFlows flows = MemoryFlows.three();
    private final List<String> asked = new ArrayList<>();
    private FlowList list;

    private final class Doors extends MemoryFlows.Ignored {
        @Override
        public void create() {
            asked.add("create");
        }

        @Override
        public void open(StoredFlow flow) {
            asked.add("open " + flow.flow().id());
        }

        @Override
        public void useExample() {
            asked.add("example");
        }

        @Override
        public void showText(String text, int line) {
            asked.add("text at line " + line);
        }
    }

    private List<Problem> problems = List.of();

    @Start
    void open(Stage stage) {
        var last = new RunSummary(
                "r1",
                "live",
                "e1",
                "OS-1496",
                RunState.FAILED,
                0,
                "",
                "",
                PanelBench.NOW,
                Optional.of(PanelBench.NOW),
                0);
        var days = new ArrayList<>(Collections.nCopies(FlowShelf.DAYS, new FlowActivity.Day(0, 0)));
        days.set(6, new FlowActivity.Day(3, 1));
        list = new FlowList(
                new Words(Language.EN),
                flows.shelf(Map.of("live", new FlowActivity(last, days)), _ -> problems),
                new Background(Runnable::run, Runnable::run),
                Shortcuts.standard(),
                new PreferenceBook(),
                new Doors());
        Shown.on(stage, PanelBench.of(PanelFlow.flow()), list, 1000, 700);
    }

    private List<FlowStatus> states() {
        return list.table().getItems().stream().map(FlowRow::status).toList();
    }

    private List<String> names() {
        return list.table().getItems().stream().map(FlowRow::name).toList();
    }

    @Test
    void each_flow_says_whether_what_runs_is_what_is_drawn(PatientRobot robot) {
        assertEquals(List.of(FlowStatus.LISTENING, FlowStatus.DIFFERS, FlowStatus.READY), states());
    }

    @Test
    void a_row_is_one_sentence_for_whoever_cannot_see_it(PatientRobot robot) {
        var row = robot.lookup(".table-row-cell").queryAll().stream()
                .map(TableRow.class::cast)
                .filter(each ->
                        each.getItem() instanceof FlowRow shown && shown.id().equals("live"))
                .findFirst()
                .orElseThrow();
        var sentence = row.getAccessibleText();
        assertTrue(sentence.startsWith("Meter out of range. Listening, switched on."), sentence);
        assertTrue(sentence.contains("Last run Nov 21, 2026, 2:03"), sentence);
        assertTrue(sentence.contains("Failed"), sentence);
        assertTrue(sentence.contains("Runs in 7 days: 4, of which failed: 1."), sentence);
    }

    @Test
    void what_starts_a_flow_stands_above_where_it_happens(PatientRobot robot) {
        var said = new ArrayList<List<String>>();
        // On no stage: there is room for more columns than on the screen.
        robot.interact(() -> {
            var wide = new Scene(new StackPane(list), 1280, 700);
            new Theme(Theme.Choice.LIGHT).dress(wide);
            for (int turn = 0; turn < 2; turn++) {
                wide.getRoot().applyCss();
                wide.getRoot().layout();
            }
            list.lookupAll(".flow-name")
                    .forEach(cell -> said.add(cell.lookupAll(".label").stream()
                            .map(Label.class::cast)
                            .map(Label::getText)
                            .toList()));
        });
        assertTrue(said.contains(List.of("New WO", "Work orders")), said::toString);
    }

    @Test
    void typing_finds_and_enter_opens(PatientRobot robot) {
        robot.clickOn("Meter out of range").write("overd");
        assertEquals(List.of("Overdue tasks to supervisor"), names());
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(List.of("open draft"), asked);
    }

    @Test
    void whoever_switches_a_flow_on_is_told_what_is_worth_a_look(PatientRobot robot) {
        problems = List.of(Problem.warning(PanelFlow.WO, "connection", "problem.account.group", "plant-a"));
        robot.clickOn("Overdue tasks to supervisor");
        robot.push(KeyCode.SPACE);
        Shown.until(() -> Shown.words(robot, "#flow-notice")
                .equals("“Overdue tasks to supervisor” is switched on. "
                        + "The connection “plant-a” has no permission group: nobody checks what it may do."));
        robot.clickOn(robot.from(robot.lookup("#flow-notice").queryAll())
                .lookup(".button")
                .<javafx.scene.Node>query());
        assertEquals(List.of("open draft"), asked);
    }

    @Test
    void a_paused_flow_says_so_and_is_resumed_or_switched_off(PatientRobot robot) {
        assertFalse(robot.lookup("#flow-off").query().isVisible());
        robot.interact(() -> {
            flows.pause("live");
            list.refresh();
        });
        assertTrue(states().contains(FlowStatus.PAUSED));
        robot.clickOn("Meter out of range").clickOn("#flow-switch");
        Shown.until(() -> !flows.find("live").orElseThrow().isPaused());
        assertEquals("“Meter out of range” goes on with what waited.", Shown.words(robot, "#flow-notice"));
        robot.interact(() -> {
            flows.pause("live");
            list.refresh();
        });
        robot.clickOn("Meter out of range").clickOn("#flow-off");
        Shown.until(() -> flows.find("live").orElseThrow().live().isEmpty());
        Shown.until(() -> !robot.lookup("#flow-off").query().isVisible());
    }

    @Test
    void a_flow_gets_another_name_in_its_row(PatientRobot robot) {
        robot.clickOn("Overdue tasks to supervisor").push(KeyCode.F2);
        Shown.until(() -> robot.lookup("#flow-rename").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#flow-rename").queryAs(TextField.class).setText("Late tasks"));
        robot.push(KeyCode.ENTER);
        assertEquals("Late tasks", flows.find("draft").orElseThrow().flow().name());
        assertTrue(names().contains("Late tasks"));
    }

    @Test
    void folders_and_tags_are_given_in_the_row_and_find_the_flow(PatientRobot robot) {
        assertFalse(robot.lookup("#flow-folders").query().isVisible());
        robot.clickOn("Overdue tasks to supervisor").clickOn("#flow-file");
        Shown.until(() -> robot.lookup("#flow-file-folder").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#flow-file-folder").queryAs(TextField.class).setText("Plant A / Alerts/");
            robot.lookup("#flow-file-tags").queryAs(TextField.class).setText("night, Élévateurs,");
        });
        robot.push(KeyCode.ENTER);
        var filed = Filing.of("Plant A/Alerts", List.of("night", "Élévateurs"));
        Shown.until(() -> flows.find("draft").orElseThrow().flow().filing().equals(filed));
        Shown.until(() -> robot.lookup(".flow-tag").queryAll().size() == 2);
        var folders = robot.lookup("#flow-folders").queryAs(MenuButton.class);
        assertEquals(
                List.of("All folders", "Plant A", "    Alerts"),
                folders.getItems().stream().map(MenuItem::getText).toList());
        robot.interact(() -> folders.getItems().get(1).fire());
        assertEquals(List.of("Overdue tasks to supervisor"), names());
        robot.interact(() -> folders.getItems().getFirst().fire());
        assertEquals(3, names().size());
        for (var typed : List.of("alerts", "NIGHT over", "tag:elev", "tag:night supervisor")) {
            robot.interact(
                    () -> robot.lookup("#flow-search").queryAs(TextField.class).setText(typed));
            assertEquals(List.of("Overdue tasks to supervisor"), names(), typed);
        }
        robot.interact(
                () -> robot.lookup("#flow-search").queryAs(TextField.class).setText("tag:supervisor"));
        assertEquals(List.of(), names());
    }

    @Test
    void escape_keeps_the_name(PatientRobot robot) {
        robot.clickOn("Overdue tasks to supervisor").push(KeyCode.F2);
        Shown.until(() -> robot.lookup("#flow-rename").tryQuery().isPresent());
        robot.interact(
                () -> robot.lookup("#flow-rename").queryAs(TextField.class).setText("Late tasks"));
        robot.push(KeyCode.ESCAPE);
        assertEquals(
                "Overdue tasks to supervisor",
                flows.find("draft").orElseThrow().flow().name());
    }

    @Test
    void a_deleted_draft_comes_back_as_it_was(PatientRobot robot) {
        var before = flows.find("draft");
        robot.clickOn("Overdue tasks to supervisor").push(KeyCode.DELETE);
        assertTrue(flows.find("draft").isEmpty());

        robot.clickOn("#flow-undo");
        assertEquals(before, flows.find("draft"));
    }

    @Test
    void what_is_live_is_deleted_only_after_a_second_word_and_comes_back_live(PatientRobot robot) {
        var before = flows.find("live");
        robot.clickOn("Meter out of range").clickOn("#flow-delete");
        assertTrue(flows.find("live").isPresent());
        var really = robot.lookup("#flow-delete-live").queryButton();
        assertNotEquals(really.getBackground().getFills().getLast().getFill(), really.getTextFill());

        robot.clickOn("#flow-delete-live");
        assertTrue(flows.find("live").isEmpty());

        robot.clickOn("#flow-undo");
        assertEquals(before, flows.find("live"));
    }

    @Test
    void the_menu_of_a_row_opens_by_mouse_and_by_key(PatientRobot robot) {
        robot.clickOn("Meter out of range", MouseButton.SECONDARY);
        Shown.until(() -> Window.getWindows().size() > 1);
        robot.push(KeyCode.ESCAPE);
        Shown.until(() -> Window.getWindows().size() == 1);

        var table = robot.lookup("#flows").query();
        robot.interact(() -> Event.fireEvent(
                table, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
        Shown.until(() -> Window.getWindows().size() > 1);
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void a_copy_and_an_import_get_an_id_of_their_own(PatientRobot robot) {
        robot.clickOn("Meter out of range").push(KeyCode.CONTROL, KeyCode.D);
        assertEquals(
                Optional.of("Meter out of range (copy)"),
                flows.find("live-2").map(stored -> stored.flow().name()));

        robot.interact(() -> list.importText(FlowJson.write(PanelFlow.flow())));
        assertTrue(flows.find("new-wo-whatsapp-2").isPresent());
    }

    @Test
    void a_file_that_is_no_flow_is_refused_in_words_and_can_be_looked_at(PatientRobot robot) {
        robot.interact(() -> list.importText("{\n  nonsense"));

        assertTrue(Shown.words(robot, "#flow-notice").startsWith("This file is not a flow. Line 2"));
        robot.clickOn("#flow-as-text");
        assertEquals(List.of("text at line 2"), asked);
    }

    @Test
    void an_empty_workspace_offers_three_ways_to_begin(PatientRobot robot) {
        robot.interact(() -> {
            List.of("draft", "live", "new-wo-whatsapp").forEach(flows::remove);
            list.refresh();
        });
        assertTrue(Shown.words(robot, "#flows-empty").startsWith("No flows yet"));
        assertFalse(robot.lookup("#flows").tryQuery().isPresent());
        robot.clickOn("#flows-example").clickOn("#flows-new");
        assertEquals(List.of("example", "create"), asked);
    }
}
