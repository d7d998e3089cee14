package io.signalbox.edit;

import static io.signalbox.edit.Drawing.flow;
import static io.signalbox.edit.Drawing.id;
import static io.signalbox.edit.Drawing.node;
import static io.signalbox.edit.Drawing.when;
import static io.signalbox.edit.Drawing.wire;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.junit.jupiter.api.Test;

final class FlowChangesTest {
    private static final Flow FLOW = flow(List.of("t", "s", "c"), wire("t", "s"), wire("s", "c"));

    private static SequencedSet<NodeId> ids(String... ids) {
        return new LinkedHashSet<>(List.of(ids).stream().map(NodeId::new).toList());
    }

    @Test
    void the_same_flow_has_no_changes() {
        assertEquals(
                new FlowChanges(ids(), ids(), ids(), ids(), List.of(), List.of(), false),
                FlowChanges.between(FLOW, FLOW));
    }

    @Test
    void boxes_come_go_change_and_move() {
        var after = flow(List.of("t", "s", "f"), wire("t", "s").withWhen(when("x")))
                .withNode(node("s").withName("New"))
                .withLayout(FLOW.layout().with(id("t"), new Point(5, 5)));
        var changes = FlowChanges.between(FLOW, after);
        assertEquals(
                new FlowChanges(
                        ids("f"),
                        ids("c"),
                        ids("s"),
                        ids("t"),
                        List.of(wire("t", "s").withWhen(when("x"))),
                        List.of(wire("t", "s"), wire("s", "c")),
                        false),
                changes);
        assertEquals("false 6", changes.isEmpty() + " " + changes.count());
    }

    @Test
    void a_moved_box_does_nothing_else() {
        var changes = FlowChanges.between(FLOW, FLOW.withLayout(FLOW.layout().with(id("t"), new Point(5, 5))));
        assertEquals(new FlowChanges(ids(), ids(), ids(), ids("t"), List.of(), List.of(), false), changes);
        assertEquals("true 0", changes.isEmpty() + " " + changes.count());
    }

    @Test
    void the_flow_itself_is_one_thing_that_changes() {
        var more = new Flow(
                FLOW.id(),
                FLOW.name(),
                FLOW.description(),
                FLOW.language(),
                FLOW.zone(),
                FLOW.tables(),
                FLOW.nodes(),
                FLOW.wires(),
                FLOW.layout(),
                FLOW.samples(),
                FLOW.filing(),
                Value.fields("new", Value.of(1)));
        for (var after : List.of(FLOW.withName("New"), more)) {
            assertEquals(
                    new FlowChanges(ids(), ids(), ids(), ids(), List.of(), List.of(), true),
                    FlowChanges.between(FLOW, after));
        }
    }
}
