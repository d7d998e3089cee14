package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What really happened, seen on the canvas: runs of the flow, the data that passed, a real event as the sample.
final class Task14RunsTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.run(Rig.sample());
        post(workspace, 0);
        workspace.settled();
    }

    private static void post(Rig rig, int sample) throws Exception {
        rig.call(
                "POST",
                "/events",
                rig.token(Scope.EVENTS),
                Json.write(Rig.sample().samples().get(sample).event()));
    }

    private Flow stored() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }

    private void openRuns() throws InterruptedException {
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        hands().robot().clickOn("#tab-runs");
        Rig.await(() -> !runs().getItems().isEmpty());
    }

    private TableView<?> runs() {
        return hands().robot().lookup("#runs").queryTableView();
    }

    private String nodeSays(String node) {
        return hands().robot()
                .lookup(node)
                .tryQuery()
                .map(javafx.scene.Node::getAccessibleText)
                .orElse("");
    }

    @Test
    void a_real_event_becomes_the_sample() throws Exception {
        openRuns();
        int before = stored().samples().size();
        hands().click("#runs .table-row-cell").click("#run-use");
        Rig.await(() -> stored().samples().size() == before + 1);
        var made = stored().samples().getLast();
        assertTrue(made.name().startsWith("OT-1496"), made.name());
        assertTrue(made.replies().containsKey(new NodeId("wo")), "the replies came along");
        Rig.await(() -> hands().robot()
                .lookup("#sample")
                .queryAs(Labeled.class)
                .getText()
                .contains("OT-1496, run"));
        hands().within("Task 14, a real event as sample", 2);
    }

    @Test
    void a_chosen_run_is_drawn_without_the_stamp_of_the_sample() throws Exception {
        openRuns();
        hands().robot().clickOn("#runs .table-row-cell");
        Rig.await(() -> hands().robot().lookup("#run-use").query().getParent().isVisible());
        Rig.await(() -> nodeSays("#node-fields").contains("Done"));
        hands().robot().clickOn(".link-count");
        Rig.await(() -> inPopup().contains("Past run"), this::inPopup);
        assertTrue(inPopup().contains("1 record to Get work order"), inPopup());
        assertTrue(inPopup().contains("OT-1496"), inPopup());
        hands().robot().push(KeyCode.ESCAPE);
        Rig.await(() -> inPopup().isEmpty());
        hands().robot().clickOn("#run-leave");
        Rig.await(() -> !hands().robot().lookup("#run-use").query().getParent().isVisible());
    }

    /// The words of the card that hangs from a pill; it is a window of its own.
    private String inPopup() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#payload"))
                .filter(java.util.Objects::nonNull)
                .flatMap(card -> card.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void what_passed_is_one_key_away_and_marked_as_sample() throws Exception {
        Rig.await(() -> nodeSays("#node-fields").contains("Done"));
        hands().robot().clickOn("#node-wo").push(KeyCode.V);
        Rig.await(() -> inPopup().contains("1 record to Get work order"));
        assertTrue(inPopup().contains("Sample"), inPopup());
        hands().robot().push(KeyCode.ESCAPE);
    }

    @Test
    void a_pin_is_let_go_and_set_again() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        Rig.await(() -> nodeSays("#node-wo").contains("pinned"));
        hands().robot().clickOn("#node-wo").push(KeyCode.P);
        Rig.await(() -> !stored().samples().getFirst().replies().containsKey(new NodeId("wo")));
        Rig.await(() -> !nodeSays("#node-wo").contains("pinned"));
        Rig.await(() -> nodeSays("#node-wo").contains("Done"));
        hands().robot().push(KeyCode.P);
        Rig.await(() -> stored().samples().getFirst().replies().containsKey(new NodeId("wo")));
    }

    @Test
    void a_name_is_typed_after_f2_and_escape_leaves_it_as_it_was() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        hands().robot().clickOn("#node-wo").push(KeyCode.F2).write("Read it").push(KeyCode.ENTER);
        Rig.await(() -> stored().node(new NodeId("wo")).orElseThrow().name().equals("Read it"));
        assertEquals("node-wo", studio().scene().getFocusOwner().getId());
        hands().robot().push(KeyCode.F2).write("drop it").push(KeyCode.ESCAPE);
        assertEquals("node-wo", studio().scene().getFocusOwner().getId());
        assertEquals(
                "Read it",
                hands().robot()
                        .lookup("#node-title")
                        .queryAs(TextInputControl.class)
                        .getText());
        assertFalse(stored().node(new NodeId("wo")).orElseThrow().off());
    }

    @Test
    void escape_leads_from_the_inspector_back_to_the_node() throws Exception {
        hands().click("#node-wo").press(KeyCode.ENTER);
        Rig.await(() -> !"node-wo".equals(studio().scene().getFocusOwner().getId()));
        // The mouse rests on the node, and its tip goes with the same key.
        Rig.await(() -> Window.getWindows().stream().anyMatch(Tooltip.class::isInstance));
        hands().press(KeyCode.ESCAPE);
        Rig.await(() -> "node-wo".equals(studio().scene().getFocusOwner().getId()));
    }

    @Test
    void notes_are_kept_in_the_file() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        hands().robot()
                .clickOn("#node-wo")
                .clickOn("#tab-notes")
                .clickOn("#node-notes")
                .write("ask Helena");
        Rig.await(() -> stored().node(new NodeId("wo")).orElseThrow().notes().equals("ask Helena"));
    }

    @Test
    void a_preview_up_to_a_node_leaves_what_follows_alone() throws Exception {
        Rig.await(() -> nodeSays("#node-fields").contains("Done"));
        hands().robot().clickOn("#node-wo").push(KeyCode.CONTROL, KeyCode.ENTER);
        Rig.await(() -> !nodeSays("#node-fields").contains("Done"));
        assertTrue(nodeSays("#node-wo").contains("Done"));
        hands().robot().push(KeyCode.F5);
        Rig.await(() -> nodeSays("#node-fields").contains("Done"));
    }

    @Test
    void a_run_that_comes_in_is_drawn_while_the_view_stays() throws Exception {
        Rig.await(() -> nodeSays("#node-fields").contains("Done"));
        var canvas = studio().window().canvas().orElseThrow();
        var place = hands().robot().lookup("#node-wo").query().localToScene(0, 0);
        // The second sample's person has no phone: the real run stops where the preview went through.
        Rig.await(() -> hands().robot()
                .lookup("#tab-runs .tab-count")
                .queryAs(Labeled.class)
                .getText()
                .equals("1"));
        post(rig(), 1);
        Rig.await(() -> hands().robot()
                .lookup("#tab-runs .tab-count")
                .queryAs(Labeled.class)
                .getText()
                .equals("2"));
        Rig.await(() -> !nodeSays("#node-wo").contains("pinned"));
        assertEquals(place, hands().robot().lookup("#node-wo").query().localToScene(0, 0));
        assertEquals(canvas, studio().window().canvas().orElseThrow());
    }
}
