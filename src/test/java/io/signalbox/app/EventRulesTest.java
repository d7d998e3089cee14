package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// The page of events: each rule with its conditions and the flows it runs, over the same flows as the canvas.
final class EventRulesTest extends UsabilityTask {
    private static final NodeId TRIGGER = new NodeId("trigger");

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(Rig.sample(), 0);
        var other = (Node.Trigger) Rig.sample().node(TRIGGER).orElseThrow();
        workspace
                .workspace()
                .flows()
                .save(
                        Rig.sample()
                                .withId("second")
                                .withName("Tell the planner")
                                .withNode(other.withName("Work order completed")
                                        .withSettings(other.settings().with("event", "wo_completed"))),
                        0);
    }

    @Override
    void begin(StudioRig window) {
        window.studio().showEvents();
    }

    private Flow stored(String id) {
        return rig().workspace().flows().find(id).orElseThrow().flow();
    }

    private List<String> listed() {
        return hands().robot().lookup("#events .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> String.valueOf(cell.getAccessibleText()))
                .toList();
    }

    private void choose(String title) throws InterruptedException {
        hands().clickRow("#events", title);
        Rig.await(() -> title().equals(title));
    }

    /// What the rule that is shown is called.
    private String title() {
        return hands().robot()
                .lookup("#trigger-description")
                .tryQueryAs(TextInputControl.class)
                .map(TextInputControl::getText)
                .orElse("");
    }

    private boolean isShown() {
        return hands().robot().lookup("#trigger-description").tryQuery().isPresent();
    }

    private void call(String title) {
        hands().robot().lookup("#trigger-description").queryTextInputControl().setText(title);
    }

    private boolean says(String words) {
        return hands().robot().lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> words.equals(label.getText()));
    }

    /// The line below a rule's name stands there, and is not cut.
    private boolean isToldWhole(String words) {
        return hands().robot().lookup("#events .list-cell .caption").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> words.equals(label.getText()) && !label.isTextTruncated());
    }

    private String crumb() {
        return hands().robot()
                .lookup("#crumb-name")
                .tryQueryAs(Labeled.class)
                .map(Labeled::getText)
                .orElse("");
    }

    @Test
    void a_rule_runs_another_flow_lets_go_of_it_and_leads_to_it() throws Exception {
        choose("New work order");
        Rig.await(() -> isToldWhole("Draft, would run “New work order to WhatsApp”"));
        assertEquals("Events", crumb());
        assertFalse(hands().robot().lookup("#crumb-flows").tryQuery().isPresent());
        hands().click("#tab-actions").pick("#actions-add", "Tell the planner");
        Rig.await(() -> stored("second").triggers().size() == 2);
        var added = stored("second").triggers().getLast();
        var rule = (Node.Trigger) Rig.sample().node(TRIGGER).orElseThrow();
        assertEquals(rule.settings(), added.settings());
        assertEquals(rule.when(), added.when());
        Rig.await(() -> says("The same event on the same conditions"));
        Rig.await(() -> listed().size() == 3);

        press("Do not run it: Tell the planner");
        Rig.await(() -> stored("second").triggers().size() == 1);
        Rig.await(() -> listed().size() == 2);

        hands().pick("#actions-add", "Tell the planner");
        press("Open flow: Tell the planner");
        Rig.await(() -> crumb().equals("Tell the planner"));
        assertTrue(hands().robot().lookup("#crumb-flows").query().isVisible());
    }

    @Test
    void a_rule_is_deleted_with_a_way_back_but_not_the_only_one_of_its_flow() throws Exception {
        choose("New work order");
        hands().click("#event-delete");
        Rig.await(() -> hands().robot().lookup("#events-notice .label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText().contains("is the only event of")));
        assertEquals(1, stored(Rig.sample().id()).triggers().size());

        hands().click("#tab-actions").pick("#actions-add", "Tell the planner");
        Rig.await(() -> listed().size() == 3);
        var before = stored("second");
        hands().clickRow("#events", "Work order completed");
        Rig.await(() -> title().equals("Work order completed"));
        hands().press(KeyCode.DELETE);
        Rig.await(() -> listed().size() == 2);
        assertEquals(1, stored("second").triggers().size());
        hands().click("#event-undo");
        Rig.await(() -> listed().size() == 3);
        assertEquals(before, stored("second"));
        Rig.await(() -> title().equals("Work order completed"));
    }

    private void press(String accessible) throws InterruptedException {
        hands().robot().clickOn((javafx.scene.Node node) -> accessible.equals(node.getAccessibleText()));
    }

    @Test
    void a_press_with_another_key_held_is_no_click() throws Exception {
        clicked(true);
        assertEquals("Events", crumb());
        clicked(false);
        Rig.await(() -> crumb().equals("Connections"));
    }

    /// @param control whether its key is held; the headless robot does not tell the mouse of it
    private void clicked(boolean control) {
        var robot = hands().robot();
        var button = robot.still("#rail-connections");
        robot.interact(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(
                        button,
                        new MouseEvent(
                                type,
                                5,
                                5,
                                0,
                                0,
                                MouseButton.PRIMARY,
                                1,
                                false,
                                control,
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
        });
        robot.rest();
    }

    @Test
    void a_rule_is_begun_for_a_flow_named_and_found() throws Exception {
        choose("New work order");
        hands().robot()
                .interact(() -> hands().robot().lookup("#event-new").queryAs(MenuButton.class).getItems().stream()
                        .filter(item -> item.getText().contains("Tell the planner"))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        Rig.await(() -> stored("second").triggers().size() == 2);
        Rig.await(() -> listed().stream().anyMatch(row -> row.startsWith("No event chosen yet")));
        Rig.await(() -> isShown() && title().isEmpty());
        hands().robot().interact(() -> call("Meter readings"));
        Rig.await(() -> stored("second").triggers().getLast().name().equals("Meter readings"));
        Rig.await(() -> listed().stream().anyMatch(row -> row.startsWith("Meter readings")));
        assertTrue(listed().stream().allMatch(row -> row.contains("Draft, would run")), listed()::toString);
        assertTrue(rig().workspace().flows().live().isEmpty(), "nothing is live before it was made so");
        // What the new rule starts is what its flow's first trigger starts.
        assertEquals(
                stored("second").wiresFrom(TRIGGER).getFirst().to(),
                stored("second")
                        .wiresFrom(stored("second").triggers().getLast().id())
                        .getFirst()
                        .to());

        hands().click("#events-search").type("meter");
        ListView<?> list = hands().robot().lookup("#events").queryListView();
        Rig.await(() -> list.getItems().size() == 1);
    }

    @Test
    void what_somebody_else_stored_meanwhile_is_asked_about_and_nothing_is_lost() throws Exception {
        choose("New work order");
        typedWhileSomebodyStored("Mine", "Theirs");
        hands().click("#save-copy");
        Rig.await(() -> rig().workspace().flows().all().stream()
                .anyMatch(each -> each.flow().triggers().getFirst().name().equals("Mine")));
        assertEquals("Theirs", stored(Rig.sample().id()).name());
        Rig.await(() -> title().equals("Mine"));

        choose("New work order");
        typedWhileSomebodyStored("Mine again", "Theirs again");
        hands().click("#take-theirs");
        Rig.await(() -> title().equals("New work order"));
        assertEquals("Theirs again", stored(Rig.sample().id()).name());

        typedWhileSomebodyStored("Mine at last", "Theirs no more");
        hands().click("#keep-mine");
        Rig.await(() -> stored(Rig.sample().id()).triggers().getFirst().name().equals("Mine at last"));
        assertEquals("Theirs again", stored(Rig.sample().id()).name());
    }

    /// In one go, so that the window cannot follow the other's change before it has one of its own.
    private void typedWhileSomebodyStored(String mine, String theirs) throws InterruptedException {
        Rig.await(() -> title().equals("New work order"));
        hands().robot().interact(() -> {
            saveElsewhere(theirs);
            call(mine);
        });
    }

    private void saveElsewhere(String name) {
        var now = rig().workspace().flows().find(Rig.sample().id()).orElseThrow();
        try {
            rig().workspace().flows().save(now.flow().withName(name), now.revision());
        } catch (FlowChangedElsewhere taken) {
            throw new IllegalStateException(taken);
        }
    }
}
