package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Path;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What nodes and wires say on the canvas beyond their names.
final class NodeDetailsTest extends UsabilityTask {
    private static final NodeId TRIGGER = new NodeId("trigger");
    private static final NodeId WO = new NodeId("wo");

    /// The sample's priority is another one, and the source goes through a list.
    private static Flow flow() {
        var flow = Rig.sample();
        var trigger = (Node.Trigger) flow.node(TRIGGER).orElseThrow();
        var wo = (Node.Source) flow.node(WO).orElseThrow();
        var row = Condition.row("trigger.data.priorities_description", Operator.EQ, Value.of("LOW"));
        return flow.withNode(trigger.withWhen(new Condition.Group(Condition.Mode.ALL, List.of(row))))
                .withNode(wo.withEach(Optional.of(Path.parse("wo.tasks")))
                        .withGroupBy(Optional.of(Path.parse("wo.code_responsible"))));
    }

    @Override
    void prepare(Rig workspace) throws Exception {
        workspace.workspace().flows().save(flow(), 0);
    }

    private static String inPopup() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#payload"))
                .filter(java.util.Objects::nonNull)
                .flatMap(card -> card.lookupAll(".label").stream())
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_source_that_goes_through_a_list_says_so_in_its_third_line() throws Exception {
        Rig.await(
                () -> hands().robot().lookup("#node-wo .node-detail").tryQuery().isPresent());
        var said =
                hands().robot().lookup("#node-wo .node-detail").queryLabeled().getText();
        assertEquals("grouped by Responsible code", said);
    }

    @Test
    void a_wire_that_nothing_went_over_says_why() throws Exception {
        Rig.await(() -> hands().robot()
                .lookup(".link-count")
                .match(node -> node.isVisible() && ((Labeled) node).getText().startsWith("0"))
                .tryQuery()
                .isPresent());
        hands().robot().clickOn("#node-wo").push(KeyCode.V);
        Rig.await(() -> inPopup().contains("Nothing to Get work order"));
        assertTrue(inPopup().contains("Priority is equal to Low"), inPopup());
        hands().robot().push(KeyCode.ESCAPE);
        Rig.await(() -> inPopup().isEmpty());
        assertEquals(
                flow().nodes(),
                rig().workspace().flows().find(flow().id()).orElseThrow().flow().nodes());
    }
}
