package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Scope;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.EventExamples;
import io.signalbox.flow.Flow;
import io.signalbox.json.Json;
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

    /// Looking where the keyboard is costs nothing.
    private void awaitFocus(String id) throws InterruptedException {
        Rig.await(() -> studio().focused().equals(id), () -> id + " has no keyboard but " + studio().focused());
    }

    @Test
    void a_flow_is_built_previewed_and_switched_on_without_a_mouse() throws Exception {
        var hands = hands();
        awaitFocus("flows");
        hands.press(KeyCode.CONTROL, KeyCode.N);
        awaitFocus("node-event");
        hands.press(KeyCode.ENTER).press(KeyCode.TAB).press(KeyCode.F4);
        hands.type("New WO").press(KeyCode.DOWN).press(KeyCode.ENTER);
        Rig.await(() -> built().samples().size() == 1);
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        awaitFocus("condition-mode");
        hands.press(KeyCode.TAB).press(KeyCode.SPACE);
        awaitFocus("condition-field-0");
        hands.type("Responsible").press(KeyCode.ENTER).type("Marta Jaramillo");
        hands.press(KeyCode.ESCAPE).press(KeyCode.DOWN).press(KeyCode.ENTER);
        awaitFocus("setting-service");
        for (int tab = 0; tab < 5; tab++) {
            hands.press(KeyCode.TAB);
        }
        awaitFocus("template-wo_assigned-en");
        hands.press(KeyCode.SPACE).press(KeyCode.ESCAPE).press(KeyCode.RIGHT).press(KeyCode.ENTER);
        awaitFocus("map-auto");
        hands.press(KeyCode.SPACE).press(KeyCode.F5).press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER);

        Rig.await(() -> rig().executor().live().isOn("new-flow"));
        hands.within("Task 4, build the same flow with the keyboard alone", 45);
        var entry = EventCatalogue.find("tasks", "work_orders", "new_wo").orElseThrow();
        var token = rig().token(Scope.EVENTS);
        assertEquals(
                202,
                rig().call("POST", "/events", token, Json.write(EventExamples.of(entry)))
                        .statusCode());
        rig().settled();
        assertEquals(1, rig().sandbox().messages().size());
    }
}
