package io.signalbox.app;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.json.FlowJson;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// A task about the conditions of the sample flow's trigger, whose first sample is about Ana Souza.
abstract class ConditionTask extends UsabilityTask {
    private static final NodeId TRIGGER = new NodeId("trigger");

    /// What the trigger asks when the person begins.
    abstract Condition.Group before();

    Flow flow() {
        var flow = Rig.flow(FlowJson.write(Rig.sample()).replace("Marta Jaramillo", "Ana Souza"));
        var trigger = (io.signalbox.flow.Node.Trigger) flow.node(TRIGGER).orElseThrow();
        return flow.withNode(trigger.withWhen(before()));
    }

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(flow(), 0);
    }

    /// Clicks a field in the open list.
    void pick(String field) throws InterruptedException {
        hands().clickIn("#field-list", field);
    }

    /// What the trigger asks in the stored flow, once it is as expected.
    void awaitStored(Condition expected) throws InterruptedException {
        Rig.await(() -> rig().workspace().flows().find(flow().id()).stream()
                .flatMap(stored -> stored.flow().node(TRIGGER).stream())
                .anyMatch(trigger -> trigger.when().equals(expected)));
    }

    /// What the labels below the query say.
    String words(String query) {
        var robot = hands().robot();
        return robot.from(robot.lookup(query).queryAll()).lookup(".label").queryAll().stream()
                .filter(Node::isVisible)
                .map(node -> node instanceof Label label ? label.getText() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    static Condition.Group all(Condition... parts) {
        return new Condition.Group(Condition.Mode.ALL, List.of(parts));
    }
}
