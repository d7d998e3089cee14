package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Task 11: copy three nodes to another flow.
final class Task11CopyNodesTest extends UsabilityTask {
    private static final String OTHER = "other-flow";

    @Override
    void prepare(Rig workspace) throws Exception {
        super.prepare(workspace);
        var other = Flow.empty(OTHER, "Other flow", Language.EN, ZoneId.of("America/Sao_Paulo"));
        workspace.workspace().flows().save(other, 0);
    }

    @Test
    void three_nodes_are_copied_to_another_flow() throws Exception {
        var chosen = List.copyOf(Rig.sample().nodes().keySet()).subList(2, 5);
        var end = new Point2D(
                corner(chosen.get(1), 12).getX(), corner(chosen.get(2), 12).getY());
        hands().drag(corner(chosen.getFirst(), -12), end)
                .press(KeyCode.CONTROL, KeyCode.C)
                .click("#crumb-flows")
                .doubleClick("Other flow")
                .click("#canvas")
                .press(KeyCode.CONTROL, KeyCode.V);
        Rig.await(() -> stored().filter(flow -> flow.nodes().size() == 3).isPresent());
        assertEquals(Set.copyOf(chosen), stored().orElseThrow().nodes().keySet());
        assertEquals(2, stored().orElseThrow().wires().size());
        hands().within("Task 11, copy three nodes to another flow", 6);
    }

    private Optional<Flow> stored() {
        return rig().workspace().flows().find(OTHER).map(found -> found.flow());
    }

    /// A place just outside the node: before its upper left for less than 0, else after its upper left.
    private Point2D corner(NodeId node, double by) throws InterruptedException {
        var query = "#node-" + node;
        Rig.await(() -> hands().robot().lookup(query).tryQuery().isPresent());
        var bounds = hands().robot().lookup(query).query();
        var at = bounds.localToScreen(bounds.getLayoutBounds());
        return new Point2D(at.getMinX() + by, at.getMinY() + by);
    }
}
