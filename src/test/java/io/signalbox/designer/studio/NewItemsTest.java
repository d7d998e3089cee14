package io.signalbox.designer.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.flow.NodeId;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NewItemsTest {
    private static final Link ON = new Link(new NodeId("a"), new NodeId("b"));
    private static final Link FURTHER = new Link(new NodeId("b"), new NodeId("c"));

    @Test
    void only_what_went_over_a_wire_since_the_last_look_is_new() {
        var items = new NewItems();
        assertEquals(Map.of(ON, 1), items.of("run-1", Map.of(ON, 1)));
        assertEquals(Map.of(ON, 0, FURTHER, 2), items.of("run-1", Map.of(ON, 1, FURTHER, 2)));
        assertEquals(Map.of(ON, 1), items.of("run-2", Map.of(ON, 1)));
    }
}
