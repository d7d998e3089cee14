package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.flow.Language;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// What the rail tells beside its places, to the eye and in words.
final class RailNewsTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        // The second place is filled with a field that no work order has: its run fails.
        workspace.run(Rig.flow(FlowJson.write(Rig.sample())
                .replace(
                        "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.wo_folio\"",
                        "\"to\": \"2\",\n          \"from\": {\n            \"path\": \"wo.nickname\"")));
    }

    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    private String said(String place) {
        return hands().robot().lookup(place).query().getAccessibleText();
    }

    private boolean shows(String query) {
        return hands().robot().lookup(query).queryAll().stream().anyMatch(Node::isVisible);
    }

    @Test
    void what_failed_today_is_counted_beside_the_runs_and_listening_is_a_dot_beside_the_events() throws Exception {
        Rig.await(() -> said("#rail-events").equals("Events, listening"));
        assertTrue(shows("#rail-events .rail-dot"));
        assertEquals("Runs", said("#rail-runs"));
        rig().call(
                        "POST",
                        "/events",
                        rig().token(Scope.EVENTS),
                        Json.write(Rig.sample().samples().getFirst().event()));
        rig().settled();
        Rig.await(() -> said("#rail-runs").equals("Runs, 1 failed today"));
        assertEquals(
                "1",
                hands().robot()
                        .lookup("#rail-runs .rail-badge")
                        .queryAs(Label.class)
                        .getText());
        hands().robot().interact(() -> studio().words().speak(Language.FR));
        Rig.await(() -> said("#rail-runs").equals("Exécutions, 1 échouée aujourd'hui"));
    }
}
