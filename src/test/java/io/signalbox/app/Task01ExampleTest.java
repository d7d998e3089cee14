package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// First start: open the example, preview it, see the message.
final class Task01ExampleTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) {
        workspace
                .workspace()
                .accounts()
                .all()
                .forEach(account -> workspace.workspace().accounts().remove(account.name()));
    }

    @Override
    void begin(StudioRig window) {
        window.studio().begin();
    }

    @Test
    void the_example_is_opened_and_its_message_seen_without_an_account() throws Exception {
        hands().click("#welcome-example");
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        hands().press(KeyCode.F5);
        hands().click("#node-fields");
        Rig.await(() -> inspector().contains("Marta Jaramillo"));
        assertEquals(1, rig().workspace().flows().all().size());
        hands().within("Task 1, open the example and see its message", 4);
    }

    private String inspector() {
        return hands()
                .robot()
                .from(hands().robot().lookup("#inspector"))
                .lookup((javafx.scene.Node node) -> node instanceof Labeled || node instanceof Text)
                .queryAll()
                .stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : ((Text) node).getText())
                .collect(Collectors.joining(" "));
    }
}
