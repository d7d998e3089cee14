package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A node in the middle is deleted, the flow stays whole, and then all is as it was.
final class Task10DeleteTest extends UsabilityTask {
    private static final NodeId ORDER = new NodeId("wo");

    @Test
    void with_keys_alone() throws Exception {
        isChosen();
        hands().press(KeyCode.DELETE);
        isHealed();
        hands().press(KeyCode.CONTROL, KeyCode.Z);
        isAsBefore();
        hands().within("Task 10, delete a middle node and undo with the keyboard", 2);
    }

    @Test
    void with_the_mouse_it_is_taken_back_where_it_is_said() throws Exception {
        isChosen();
        hands().press(KeyCode.DELETE);
        isHealed();
        hands().click("#status-undo");
        isAsBefore();
        hands().within("Task 10, delete a middle node and undo with the mouse", 2);
    }

    /// The node stands chosen and in focus before the task begins.
    private void isChosen() throws InterruptedException {
        Rig.await(() -> hands().robot().lookup("#node-wo").tryQuery().isPresent());
        hands().robot().clickOn("#node-wo");
    }

    private void isHealed() throws InterruptedException {
        Rig.await(() -> !flow().nodes().containsKey(ORDER));
        var before = Rig.sample();
        var from = before.wiresTo(ORDER).getFirst().from();
        var to = before.wiresFrom(ORDER).getFirst().to();
        assertTrue(flow().wires().stream().anyMatch(wire -> wire.joins(from, to)), "the flow is still whole");
        assertEquals(
                studio().words().text("canvas.deleted.node.healed", "Get work order"),
                hands().robot().lookup("#status-said").queryAs(Label.class).getText());
    }

    private void isAsBefore() throws InterruptedException {
        Rig.await(() -> flow().equals(Rig.sample()));
    }

    /// As it is on the disk.
    private Flow flow() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }
}
