package io.signalbox.app;

import io.signalbox.access.Scope;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Hooks;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/// How far a message came, seen in its run: read by its recipient, or taken by the service and never delivered.
final class Task14DeliveredTest extends UsabilityTask {
    private static final String HOOK = "1c9a77e0b3d24f5a9e8d6c5b4a3f2e1d";

    @Override
    void prepare(Rig workspace) throws Exception {
        for (var flow : SampleFlows.all()) {
            if (flow.id().equals("whatsapp-not-delivered")) {
                workspace.run(flow);
            }
        }
        workspace
                .sandbox()
                .hook(
                        "whatsapp",
                        new Hooks.Hook(
                                workspace.executor().status().address() + "/hooks/" + HOOK, "sandbox-app-secret", ""));
        run(workspace, Rig.sample(), "evt-read", 0);
        var send = Rig.sample().node(new NodeId("send")).orElseThrow();
        var lost = Rig.sample().withNode(send.withSettings(send.settings().with("to", "5500000000001")));
        run(workspace, lost, "evt-lost", 1);
    }

    private static void run(Rig workspace, Flow flow, String event, int undelivered) throws Exception {
        workspace.run(flow);
        var posted = Json.write(flow.samples().getFirst().event()).replace("evt-1496", event);
        workspace.call("POST", "/events", workspace.token(Scope.EVENTS), posted);
        workspace.settled();
        Rig.await(() -> {
            var run = workspace.workspace().runs().latest(flow.id(), 1).getFirst();
            return run.undelivered() == undelivered
                    && workspace.workspace().runs().find(run.id()).orElseThrow().steps().stream()
                            .anyMatch(step -> step.delivery().isPresent());
        });
    }

    private boolean says(String words) {
        return hands().robot().lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.getText() != null && label.getText().contains(words));
    }

    @Test
    void a_lost_message_says_so_in_the_list_and_why_in_its_run() throws Exception {
        Rig.await(() -> hands().robot().lookup("#node-fields").tryQuery().isPresent());
        hands().robot().clickOn("#tab-runs");
        TableView<?> runs = hands().robot().lookup("#runs").queryTableView();
        Rig.await(() -> runs.getItems().size() == 2);
        Rig.await(() -> says("Not delivered: 1"));
        hands().click("#runs .table-row-cell");
        hands().robot().clickOn("#tab-preview");
        Rig.await(() -> says("it did not arrive. The message cannot be delivered"));
        hands().within("Task 14, a message that was lost", 1);
    }
}
