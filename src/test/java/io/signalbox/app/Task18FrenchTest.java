package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Change the language of the program to French with a flow open; nothing is lost.
final class Task18FrenchTest extends UsabilityTask {
    @Test
    void the_program_speaks_french_and_the_flow_is_as_it_was() throws Exception {
        // What was done just before is not yet saved.
        new Hands(hands().robot()).click("#node-wo").press(KeyCode.D);
        var before = hands();
        before.click("#languages").click("#language-fr");
        Rig.await(() -> before.robot()
                .lookup("#tool-preview")
                .tryQueryAs(Labeled.class)
                .filter(button -> button.getText().equals("Aperçu"))
                .isPresent());
        Rig.await(() -> before.robot().lookup("#node-wo").tryQuery().isPresent()
                && before.robot()
                        .lookup("#listening")
                        .queryAs(Labeled.class)
                        .getText()
                        .equals("À l'écoute"));
        // The edit of a moment ago is there, in the same flow, in the workspace.
        Rig.await(() -> stored().node(new NodeId("wo")).map(Node::off).orElse(false));
        assertEquals(Rig.sample().nodes().size(), stored().nodes().size());
        assertEquals(Rig.sample().wires(), stored().wires());
        Rig.await(() -> "fr".equals(rig().workspace().preferences().all().get("language")));
        before.within("Task 18, the program in French", 3);
    }

    private io.signalbox.flow.Flow stored() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }
}
