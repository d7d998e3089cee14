package io.signalbox.app;

import io.signalbox.flow.Flow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Task 4: task 2 with the keyboard alone.
final class Task04KeyboardTest extends UsabilityTask {
    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    private Flow built() {
        return rig().workspace().flows().find("new-flow").orElseThrow().flow();
    }

    private void where(String after) {
        hands().robot().sleep(400);
        var owner = studio().scene().getFocusOwner();
        System.out.println(after + " -> " + owner);
    }

    @Test
    void a_flow_is_built_without_a_mouse() throws Exception {
        var hands = hands();
        where("start");
        hands.press(KeyCode.CONTROL, KeyCode.N);
        Rig.await(() -> rig().workspace().flows().find("new-flow").isPresent());
        Rig.await(() -> hands.robot().lookup("#node-event").tryQuery().isPresent());
        where("ctrl+n");
        hands.press(KeyCode.ENTER);
        where("enter");
        for (int i = 0; i < 8; i++) {
            hands.press(KeyCode.TAB);
            where("tab");
        }
    }
}
