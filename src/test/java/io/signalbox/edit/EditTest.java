package io.signalbox.edit;

import static io.signalbox.edit.Drawing.flow;
import static io.signalbox.edit.Drawing.id;
import static io.signalbox.edit.Drawing.node;
import static io.signalbox.edit.Drawing.when;
import static io.signalbox.edit.Drawing.wire;
import static io.signalbox.edit.Drawing.wires;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Point;
import io.signalbox.flow.Problems;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EditTest {
    private static final Flow CHAIN = flow(List.of("t", "s", "c", "f"), wire("t", "s"), wire("s", "c"), wire("c", "f"));

    @Test
    void an_added_box_is_wired_from_where_it_may_be() {
        var added = new Edit.AddNode(node("f2"), new Point(9, 8), List.of(id("c"), id("s"), id("gone"))).applyTo(CHAIN);
        assertEquals(List.of("t>s", "s>c", "c>f", "c>f2"), wires(added));
        assertEquals(Optional.of(node("f2")), added.node(id("f2")));
        assertEquals(Optional.of(new Point(9, 8)), added.layout().of(id("f2")));
        assertSame(added, new Edit.AddNode(node("f2"), new Point(0, 0), List.of()).applyTo(added));
    }

    @Test
    void a_spliced_box_stands_in_the_wire_behind_its_condition() {
        var filtered = wire("t", "s").withWhen(when("x"));
        var flow = flow(List.of("t", "s", "c"), filtered, wire("s", "c"));
        var spliced = new Edit.Splice(node("s2"), new Point(1, 1), filtered).applyTo(flow);
        assertEquals(List.of(wire("t", "s2").withWhen(when("x")), wire("s2", "s"), wire("s", "c")), spliced.wires());
        assertSame(flow, new Edit.Splice(node("f"), new Point(1, 1), filtered).applyTo(flow));
        assertSame(flow, new Edit.Splice(node("t2"), new Point(1, 1), filtered).applyTo(flow));
        assertSame(flow, new Edit.Splice(node("s2"), new Point(1, 1), wire("t", "c")).applyTo(flow));
        assertSame(flow, new Edit.Splice(node("c"), new Point(1, 1), filtered).applyTo(flow));
    }

    @Test
    void only_a_connection_can_be_spliced_before_a_configuration() {
        assertSame(CHAIN, new Edit.Splice(node("s2"), new Point(1, 1), wire("c", "f")).applyTo(CHAIN));
        assertEquals(
                List.of("t>s", "s>c", "c>c2", "c2>f"),
                wires(new Edit.Splice(node("c2"), new Point(1, 1), wire("c", "f")).applyTo(CHAIN)));
    }

    @Test
    void a_removed_box_takes_its_wires_and_its_place_along() {
        var removed = new Edit.Remove(Set.of(id("s")), false).applyTo(CHAIN);
        assertEquals(List.of("c>f"), wires(removed));
        assertEquals(Set.of(id("t"), id("c"), id("f")), removed.nodes().keySet());
        assertEquals(Optional.empty(), removed.layout().of(id("s")));
        assertSame(CHAIN, new Edit.Remove(Set.of(id("gone")), true).applyTo(CHAIN));
    }

    @Test
    void healing_bridges_what_was_one_way_in_and_one_out() {
        assertEquals(List.of("c>f", "t>c"), wires(new Edit.Remove(Set.of(id("s")), true).applyTo(CHAIN)));
        assertEquals(List.of("t>s"), wires(new Edit.Remove(Set.of(id("c")), true).applyTo(CHAIN)));
        var fork = flow(List.of("t", "s", "c", "c2"), wire("t", "s"), wire("s", "c"), wire("s", "c2"));
        assertEquals(List.of(), wires(new Edit.Remove(Set.of(id("s")), true).applyTo(fork)));
        var known = flow(List.of("t", "s", "c"), wire("t", "s"), wire("s", "c"), wire("t", "c"));
        assertEquals(List.of("t>c"), wires(new Edit.Remove(Set.of(id("s")), true).applyTo(known)));
    }

    @Test
    void healing_keeps_filtered_what_was_filtered() {
        var both = flow(
                List.of("t", "s", "c"),
                wire("t", "s").withWhen(when("x")),
                wire("s", "c").withWhen(when("y")));
        assertEquals(
                List.of(wire("t", "c")
                        .withWhen(new Condition.Group(Condition.Mode.ALL, List.of(when("x"), when("y"))))),
                new Edit.Remove(Set.of(id("s")), true).applyTo(both).wires());
        var second = flow(List.of("t", "s", "c"), wire("t", "s"), wire("s", "c").withWhen(when("y")));
        assertEquals(
                List.of(wire("t", "c").withWhen(when("y"))),
                new Edit.Remove(Set.of(id("s")), true).applyTo(second).wires());
    }

    @Test
    void healing_never_turns_a_way_for_failures_into_one_for_all() {
        var alarm = new Wire(id("s"), id("c"), Condition.always(), false, true, Value.Fields.empty());
        var flow = flow(List.of("t", "s", "c"), wire("t", "s"), alarm);
        assertEquals(
                List.of(), new Edit.Remove(Set.of(id("s")), true).applyTo(flow).wires());
        var before = new Wire(id("t"), id("s"), Condition.always(), false, true, Value.Fields.empty());
        var kept = flow(List.of("t", "s", "c"), before, wire("s", "c"));
        assertEquals(
                List.of(new Wire(id("t"), id("c"), Condition.always(), false, true, Value.Fields.empty())),
                new Edit.Remove(Set.of(id("s")), true).applyTo(kept).wires());
    }

    @Test
    void several_boxes_are_removed_in_the_order_of_the_flow() {
        var flow = flow(
                List.of("t", "s1", "s2", "s3", "s4", "c1", "c2"),
                wire("t", "s1"),
                wire("s1", "s3"),
                wire("s3", "c1"),
                wire("t", "s2"),
                wire("s2", "s4"),
                wire("s4", "c2"));
        assertEquals(
                List.of("t>c1", "t>c2"),
                wires(new Edit.Remove(Set.of(id("s4"), id("s2"), id("s3"), id("s1")), true).applyTo(flow)));
    }

    @Test
    void no_edit_and_no_healing_closes_a_circle() {
        for (long seed = 0; seed < 200; seed++) {
            var edits = new RandomEdits(seed);
            var flow = CHAIN;
            for (int n = 0; n < 100; n++) {
                flow = edits.next(flow).applyTo(flow);
                assertEquals(flow.nodes().size(), Problems.inOrder(flow).size(), "seed " + seed + " edit " + n);
            }
        }
    }

    @Test
    void a_wire_is_drawn_once_and_taken_away() {
        var flow = flow(List.of("t", "c"));
        var wired = new Edit.Connect(id("t"), id("c")).applyTo(flow);
        assertEquals(List.of("t>c"), wires(wired));
        assertSame(wired, new Edit.Connect(id("t"), id("c")).applyTo(wired));
        assertEquals(flow, new Edit.Disconnect(id("t"), id("c")).applyTo(wired));
        assertSame(flow, new Edit.Disconnect(id("t"), id("c")).applyTo(flow));
    }

    @Test
    void a_changed_wire_keeps_its_place_in_the_order() {
        var changed = new Edit.ChangeWire(wire("s", "c").withWhen(when("x"))).applyTo(CHAIN);
        assertEquals(List.of(wire("t", "s"), wire("s", "c").withWhen(when("x")), wire("c", "f")), changed.wires());
        assertEquals(CHAIN, new Edit.ChangeWire(wire("t", "f").withWhen(when("x"))).applyTo(CHAIN));
    }

    @Test
    void a_box_is_changed_only_where_there_is_one() {
        var renamed = node("s").withName("New");
        assertEquals(
                Optional.of(renamed),
                new Edit.ChangeNode(renamed, "edit.name").applyTo(CHAIN).node(id("s")));
        assertSame(CHAIN, new Edit.ChangeNode(node("s"), "edit.name").applyTo(CHAIN));
        assertSame(CHAIN, new Edit.ChangeNode(node("s9"), "edit.name").applyTo(CHAIN));
    }

    @Test
    void moving_changes_the_drawing_only() {
        var places = new LinkedHashMap<>(Map.of(id("s"), new Point(5, 5)));
        var moved = new Edit.Move(places).applyTo(CHAIN);
        assertEquals(CHAIN.withLayout(CHAIN.layout().with(id("s"), new Point(5, 5))), moved);
        assertSame(moved, new Edit.Move(places).applyTo(moved));
        assertSame(CHAIN, new Edit.Move(new LinkedHashMap<>(Map.of(id("x"), new Point(5, 5)))).applyTo(CHAIN));
    }

    @Test
    void name_samples_and_the_whole_flow_are_replaced() {
        var sample = new Sample("one", Value.Fields.empty(), new LinkedHashMap<>(), Value.Fields.empty());
        assertEquals(CHAIN.withName("New"), new Edit.RenameFlow("New").applyTo(CHAIN));
        assertSame(CHAIN, new Edit.RenameFlow("Flow").applyTo(CHAIN));
        assertEquals(CHAIN.withSamples(List.of(sample)), new Edit.ChangeSamples(List.of(sample)).applyTo(CHAIN));
        assertSame(CHAIN, new Edit.ChangeSamples(List.of()).applyTo(CHAIN));
        assertSame(CHAIN, new Edit.Replace(CHAIN).applyTo(flow(List.of())));
    }
}
