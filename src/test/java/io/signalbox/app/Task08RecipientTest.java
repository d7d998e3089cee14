package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// Task 8: the recipient's phone from the payload, as digits, with the readable form to check it by.
final class Task08RecipientTest extends UsabilityTask {
    private static final NodeId SEND = new NodeId("send");

    @Override
    void prepare(Rig workspace) throws Exception {
        var sample = Rig.sample();
        var send = sample.node(SEND).orElseThrow();
        var without = send.withSettings(send.settings().without("to"));
        workspace.workspace().flows().save(new Edit.ChangeNode(without, "").applyTo(sample), 0);
    }

    private Node send() {
        return rig().workspace()
                .flows()
                .find(Rig.sample().id())
                .orElseThrow()
                .flow()
                .node(SEND)
                .orElseThrow();
    }

    @Test
    void the_phone_of_the_person_becomes_digits_that_can_be_read() throws Exception {
        hands().click("#node-send");
        hands().click("#setting-to .chip-field-plus").doubleClick("Find the responsible › Phone");
        Rig.await(() -> send().settings().get("to").isPresent());

        assertEquals(
                "person.phone",
                send().settings().get("to").orElseThrow().paths().getFirst().toString());
        Rig.await(() -> hands().robot().lookup(".setting-row .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("+55 11 ")));
        hands().within("Task 8, a recipient from the payload", 3);
    }
}
