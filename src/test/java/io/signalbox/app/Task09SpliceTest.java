package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A node is put into a wire that is there already.
final class Task09SpliceTest extends UsabilityTask {
    private static final NodeId TRIGGER = new NodeId("trigger");
    private static final NodeId ORDER = new NodeId("wo");

    @Test
    void with_the_mouse_it_is_dropped_onto_the_wire() throws Exception {
        hands().drag("#palette-source-http", middleOfFirstWire());
        isSpliced();
        hands().within("Task 9, insert a node into a wire with the mouse", 2);
    }

    /// With the trigger in focus, as after opening the flow and going to the canvas.
    @Test
    void with_the_keyboard_the_wire_is_chosen_and_the_node_named() throws Exception {
        middleOfFirstWire();
        hands().robot().interact(() -> studio().window().canvas().orElseThrow().focusNode(TRIGGER));
        hands().press(KeyCode.W).press(KeyCode.A).type("http").press(KeyCode.ENTER);
        isSpliced();
        hands().within("Task 9, insert a node into a wire with the keyboard", 4);
    }

    private void isSpliced() throws InterruptedException {
        Rig.await(() -> flow().nodes().size() == Rig.sample().nodes().size() + 1);
        var added = flow().nodes().lastEntry().getKey();
        assertEquals(added, flow().wiresFrom(TRIGGER).getFirst().to());
        assertEquals(ORDER, flow().wiresFrom(added).getFirst().to());
    }

    private Point2D middleOfFirstWire() throws InterruptedException {
        Rig.await(() -> firstWire().isPresent());
        var wire = firstWire().orElseThrow().lookup(".link-line");
        var bounds = wire.localToScreen(wire.getBoundsInLocal());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Optional<Node> firstWire() {
        return hands().robot().lookup(".link").queryAll().stream()
                .filter(link -> link.getAccessibleText() != null
                        && link.getAccessibleText().startsWith("Wire from New work order to Get work order"))
                .findFirst();
    }

    /// As it is on the disk.
    private Flow flow() {
        return rig().workspace().flows().find(Rig.sample().id()).orElseThrow().flow();
    }
}
