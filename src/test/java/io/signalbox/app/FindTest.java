package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.search.Find;
import io.signalbox.flow.NodeId;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Finding and doing things by typing, and the outline as the canvas's equal.
final class FindTest extends UsabilityTask {
    private void ready() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private ListView<Find> found() {
        return hands().robot().lookup("#search-found").queryAs(ListView.class);
    }

    private List<NodeId> chosen() {
        return List.copyOf(studio().studio().chosen());
    }

    @Test
    void a_command_is_found_by_its_words_and_done() throws Exception {
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.K).type("settings").press(KeyCode.ENTER);
        Rig.await(() -> hands().robot().lookup("#settings-page").tryQuery().isPresent());
    }

    @Test
    void a_flow_of_the_workspace_is_found() throws Exception {
        rig().workspace().flows().save(Rig.sample().withId("other").withName("Pump alarms"), 0);
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.K).type("pump");
        Rig.await(() -> found().getItems().size() == 1);
        hands().press(KeyCode.ENTER);
        Rig.await(() ->
                hands().robot().lookup("#crumb-name").queryLabeled().getText().equals("Pump alarms"));
    }

    @Test
    void every_action_is_offered_with_its_keys() throws Exception {
        ready();
        hands().press(KeyCode.F1);
        Rig.await(() -> found().isVisible() && !found().getItems().isEmpty());
        // Before them stand the first steps, the welcome page and the list of keys.
        assertEquals(
                3 + Shortcuts.standard().actions().size(), found().getItems().size());
    }

    @Test
    void a_node_is_found_in_the_flow_and_enter_steps_on() throws Exception {
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.F).type("fracttal");
        Rig.await(() -> found().getItems().size() > 1);
        hands().press(KeyCode.ENTER);
        var first = chosen();
        hands().press(KeyCode.ENTER);
        assertEquals(1, first.size());
        Rig.await(() -> !chosen().equals(first));
    }

    @Test
    void the_outline_and_the_canvas_choose_alike_and_the_outline_can_delete() throws Exception {
        ready();
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        Rig.await(() -> hands().robot().lookup("#outline").tryQuery().isPresent());
        hands().click("#node-fields");
        TreeView<?> tree = hands().robot().lookup("#outline").queryAs(TreeView.class);
        Rig.await(() -> tree.getSelectionModel().getSelectedIndex() > 0);
        hands().robot().interact(tree::requestFocus);
        hands().press(KeyCode.HOME);
        Rig.await(() -> chosen().equals(List.of(new NodeId("trigger"))));
        hands().press(KeyCode.DELETE);
        Rig.await(() -> rig().workspace()
                .flows()
                .find(Rig.sample().id())
                .orElseThrow()
                .flow()
                .node(new NodeId("trigger"))
                .isEmpty());
    }
}
