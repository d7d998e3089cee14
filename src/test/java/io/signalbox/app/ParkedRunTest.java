package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Scope;
import io.signalbox.engine.AgeLimit;
import io.signalbox.engine.IfUnknown;
import io.signalbox.engine.RunState;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.util.Map;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A message of which nobody knows whether it arrived: its run waits for a decision, and the window takes it.
final class ParkedRunTest extends UsabilityTask {
    static final String FLOW = """
            {"format": "signalbox.flow/1", "id": "wo", "name": "Work order to the plant",
             "nodes": [
              {"id": "trigger", "kind": "trigger", "type": "event",
               "settings": {"module": "m", "submodule": "s", "event": "wo"}},
              {"id": "send", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
               "settings": {"path": "/orders"}, "ifUnknown": "park"}],
             "wires": [{"from": "trigger", "to": "send"}],
             "layout": {"trigger": {"x": 56, "y": 40}, "send": {"x": 56, "y": 200}}}
            """;

    private @Nullable FaultProxy proxy;

    @Override
    void prepare(Rig workspace) throws Exception {
        var between = new FaultProxy(workspace.sandbox().port(), FaultProxy.Phase.AFTER, FaultProxy.Toxic.RESET, 1);
        proxy = between;
        workspace.account(
                "plant",
                "http",
                Map.of("base-url", "http://127.0.0.1:" + between.port() + "/http", "allow-private", "true"),
                Map.of());
        workspace.run(Rig.flow(FLOW));
        var event = "{\"module\": \"m\", \"submodule\": \"s\", \"event\": \"wo\", \"data\": {\"wo_folio\": \"OT-1\"}}";
        assertEquals(
                202,
                workspace
                        .call("POST", "/events", workspace.token(Scope.EVENTS), event)
                        .statusCode());
        Rig.await(() -> state(workspace) == RunState.PARKED);
    }

    @Override
    void begin(StudioRig window) {
        window.studio().open("wo");
    }

    @AfterEach
    void closeProxy() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
    }

    private static RunState state(Rig rig) {
        return rig.workspace().runs().latest("wo", 1).stream()
                .findFirst()
                .map(run -> run.state())
                .orElse(RunState.QUEUED);
    }

    private void choose() throws Exception {
        hands().click("#tab-runs");
        Rig.await(() ->
                !hands().robot().lookup("#runs").queryTableView().getItems().isEmpty());
        hands().click("#runs .table-row-cell");
        Rig.await(() -> hands().robot().lookup("#run-arrived").tryQuery().isPresent());
        for (var choice : new String[] {"#run-arrived", "#run-send-again", "#run-give-up"}) {
            var button = hands().robot().lookup(choice).queryAs(Labeled.class);
            assertEquals(button.getText(), button.getAccessibleText());
            assertTrue(button.isFocusTraversable());
        }
    }

    private boolean offers(String choice) {
        return hands().robot().lookup(choice).tryQuery().isPresent();
    }

    @Test
    void it_arrived_says_the_person_and_the_run_ends_well_without_sending_again() throws Exception {
        choose();
        hands().click("#run-arrived");
        Rig.await(() -> state(rig()) == RunState.SUCCEEDED);
        assertEquals(1, rig().sandbox().messages().size());
        Rig.await(() -> offers("#run-again") && !offers("#run-arrived"));
        hands().within("A parked run, it arrived", 3);
    }

    @Test
    void sent_again_it_is_marked() throws Exception {
        choose();
        hands().click("#run-send-again");
        Rig.await(() -> state(rig()) == RunState.SUCCEEDED);
        assertEquals(2, rig().sandbox().messages().size());
        var run = rig().workspace().runs().latest("wo", 1).getFirst();
        assertTrue(rig().workspace().runs().find(run.id()).orElseThrow().steps().stream()
                .anyMatch(step -> step.possibleDuplicate()));
    }

    @Test
    void given_up_it_stays_so() throws Exception {
        choose();
        hands().click("#run-give-up");
        Rig.await(() -> state(rig()) == RunState.CANCELLED);
        assertEquals(1, rig().sandbox().messages().size());
    }

    private Flow stored() {
        return rig().workspace().flows().find("wo").orElseThrow().flow();
    }

    @Test
    void the_node_and_the_flow_say_what_is_done_when_nobody_knows_and_when_it_is_too_late() throws Exception {
        hands().click("#node-send");
        Rig.await(() -> offers("#setting-unknown"));
        var picker = hands().robot().lookup("#setting-unknown").queryAs(ComboBoxBase.class);
        assertEquals("If nobody knows whether it arrived", picker.getAccessibleText());
        assertTrue(String.valueOf(picker.getValue()).contains("park"));
        hands().robot().interact(() -> choose(picker));
        Rig.await(() -> IfUnknown.of(stored(), new NodeId("send")) == IfUnknown.WAIT);

        hands().robot().interact(() -> studio().studio().open("wo"));
        hands().robot().press(javafx.scene.input.KeyCode.ESCAPE).release(javafx.scene.input.KeyCode.ESCAPE);
        Rig.await(() -> offers("#flow-max-age"));
        hands().robot()
                .interact(() -> hands().robot()
                        .lookup("#flow-max-age")
                        .queryAs(TextField.class)
                        .setText("48"));
        Rig.await(() -> stored().extra().at(AgeLimit.MEMBER).equals(Value.of(48)));
    }

    @SuppressWarnings("unchecked")
    private static void choose(ComboBoxBase<?> picker) {
        var combo = (javafx.scene.control.ComboBox<Object>) picker;
        combo.setValue(combo.getItems().get(1));
    }
}
