package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Settings;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// With the keyboard alone: what step 3 does, its last result and its problem, as a screen reader would say it.
final class Task20SpokenTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(broken(), 0);
    }

    /// The third step lacks its connection.
    private static Flow broken() {
        var person = (Node.Source) Rig.sample().node(new NodeId("person")).orElseThrow();
        return Rig.sample()
                .withNode(new Node.Source(
                        person.id(),
                        person.name(),
                        person.type(),
                        "",
                        person.operation(),
                        Settings.empty(),
                        person.each(),
                        person.groupBy(),
                        person.off(),
                        person.extra()));
    }

    @Test
    void the_focused_node_says_everything() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-person").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        hands().press(KeyCode.F6).press(KeyCode.F6);
        Supplier<String> said = () -> {
            var focused = studio().scene().getFocusOwner();
            return focused == null || focused.getAccessibleText() == null ? "" : focused.getAccessibleText();
        };
        hands().press(KeyCode.RIGHT).press(KeyCode.DOWN);
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        Rig.await(() -> said.get().contains("step 3 of 5"));
        assertTrue(said.get().contains("Find a person"), said);
        assertTrue(said.get().contains("last run"), said);
        assertTrue(said.get().contains("onnection"), said);
        System.out.println(said.get());
        hands().within("Task 20, step 3 by ear", 6);
    }
}
