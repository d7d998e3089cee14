package io.signalbox.app;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Who asks for a run sees what goes along the wires.
final class RunDotsTest extends UsabilityTask {
    private int dots() {
        return hands().robot().lookup(".link-dot").queryAll().size();
    }

    @Test
    void a_preview_that_was_asked_for_sends_a_dot_along_each_wire_that_is_followed() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        hands().robot().interact(() -> studio().book().change(now -> now.withStillness(false)));
        hands().robot().push(KeyCode.F5);
        Rig.await(() -> dots() > 0);
        Rig.await(() -> dots() == 0);
    }
}
