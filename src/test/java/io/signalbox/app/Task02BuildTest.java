package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Scope;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.EventExamples;
import io.signalbox.flow.Flow;
import io.signalbox.json.Json;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Task 2: a new flow from a new work order to WhatsApp, with a condition and four variables, previewed and live.
final class Task02BuildTest extends UsabilityTask {
    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    private Flow built() {
        return rig().workspace().flows().find("new-flow").orElseThrow().flow();
    }

    @Test
    void a_flow_with_a_condition_and_four_variables_is_built_and_goes_live() throws Exception {
        var hands = hands();
        hands.click("#flow-new");
        hands.pick("#trigger-event", "Tasks › Work orders › New WO");
        Rig.await(() -> built().samples().size() == 1);
        hands.click("#tab-conditions").click("#add-condition");
        hands.clickIn("#field-list", "Responsible");
        hands.type("Marta Jaramillo");
        hands.click("#node-whatsapp").click("#template-wo_assigned-en");
        hands.click("#node-message").click("#map-auto");
        hands.press(KeyCode.F5).click("#make-live");
        Rig.await(() -> rig().executor().live().isOn("new-flow"));
        hands.within("Task 2, build a flow with a condition and four variables", 25);
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
