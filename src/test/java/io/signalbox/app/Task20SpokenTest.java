package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// With the keyboard alone: what step 3 does, its last result and its problem, as a screen reader says it.
final class Task20SpokenTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(broken(), 0);
    }

    /// The third step names a connection that nobody has.
    private static Flow broken() {
        var person = (Node.Source) Rig.sample().node(new NodeId("person")).orElseThrow();
        return Rig.sample()
                .withNode(new Node.Source(
                        person.id(),
                        person.name(),
                        person.type(),
                        "nobody",
                        person.operation(),
                        person.settings(),
                        person.each(),
                        person.groupBy(),
                        person.off(),
                        person.extra()));
    }

    private String said() {
        var focused = studio().scene().getFocusOwner();
        return focused == null || focused.getAccessibleText() == null ? "" : focused.getAccessibleText();
    }

    private void awaitFocus(String id) throws InterruptedException {
        Rig.await(() -> {
            var focused = studio().scene().getFocusOwner();
            return focused != null && id.equals(focused.getId());
        });
    }

    @Test
    void the_third_step_says_what_it_does_its_result_and_its_problem() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-trigger").tryQuery().isPresent());
        Rig.await(studio()::calm);
        awaitFocus("node-trigger");
        // Down to the step below, and what is to be known of it.
        hands().press(KeyCode.DOWN);
        awaitFocus("node-person");
        hands().press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        var sentence = said();
        assertTrue(sentence.contains("step 3 of 5"), sentence);
        assertTrue(sentence.contains(person()), sentence);
        assertTrue(sentence.contains("last run"), sentence);
        assertTrue(sentence.contains("nobody"), sentence);
        hands().within("Task 20, step 3 by ear", 6);
    }

    private static String person() {
        return Rig.sample().node(new NodeId("person")).orElseThrow().name();
    }
}
