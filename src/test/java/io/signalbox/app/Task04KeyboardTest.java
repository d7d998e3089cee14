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
        hands.press(KeyCode.ENTER).press(KeyCode.TAB).press(KeyCode.F4);
        where("f4");
        hands.type("New WO").press(KeyCode.DOWN).press(KeyCode.ENTER);
        where("new wo");
        System.out.println("samples -> " + built().samples().size());
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        where("ctrl+pgdn");
        hands.press(KeyCode.TAB).press(KeyCode.SPACE);
        where("add");
        hands.type("Responsible").press(KeyCode.ENTER);
        where("field");
        hands.type("Marta Jaramillo");
        where("value");
        hands.press(KeyCode.ESCAPE);
        where("esc");
        hands.press(KeyCode.ESCAPE);
        where("esc");
        hands.press(KeyCode.RIGHT);
        where("right");
        hands.press(KeyCode.RIGHT);
        where("right");
        hands.press(KeyCode.ENTER);
        where("enter");
        for (int i = 0; i < 6; i++) {
            hands.press(KeyCode.TAB);
            where("tab");
        }
        System.out.println("when -> " + built().nodes().firstEntry().getValue().when());
    }
}
