package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.canvas.Reaction.Effect;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The gestures as pure functions, without a window.
final class GestureTest {
    private final Flow flow = SampleFlow.flow();
    private Sight sight = Sight.of(flow, new LinkedHashSet<>(), 1);
    private Gesture gesture = Gesture.idle();
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void pressing_a_node_chooses_it_at_once_so_that_it_can_be_dragged() {
        press(100, 60);
        assertEquals(List.of(new Effect.ChooseWire(Optional.empty()), Effect.Select.only(SampleFlow.TRIGGER)), effects);
    }

    @Test
    void a_hand_that_trembles_moves_nothing() {
        press(100, 60);
        effects.clear();
        drag(102, 61);
        assertInstanceOf(Gesture.Pressed.class, gesture);
        assertEquals(List.of(), effects);
    }

    @Test
    void a_dragged_node_stays_on_the_grid() {
        press(100, 60);
        effects.clear();
        drag(111, 73);
        assertEquals(List.of(move(SampleFlow.TRIGGER, 64, 56)), effects);
    }

    @Test
    void a_node_dragged_with_alt_leaves_the_grid() {
        press(100, 60);
        effects.clear();
        step(new CanvasInput.Drag(new Point(111, 73), new Point(111, 73), true, false));
        assertEquals(List.of(move(SampleFlow.TRIGGER, 67, 53)), effects);
    }

    @Test
    void escape_takes_a_drag_back() {
        press(100, 60);
        drag(200, 200);
        effects.clear();
        step(new CanvasInput.Escape());
        assertEquals(List.of(new Effect.Bail("g")), effects);
        assertInstanceOf(Gesture.Idle.class, gesture);
    }

    @Test
    void a_wire_drawn_from_a_port_ends_at_the_node_under_the_mouse() {
        press(288, 88);
        drag(300, 300);
        effects.clear();
        release(100, 300);
        assertEquals(
                List.of(new Effect.Ask(new Slot.End(Loose.from(SampleFlow.TRIGGER), new Point(300, 300)))),
                effects,
                "the last drag was over the ground");
        gesture = Gesture.idle();
        effects.clear();
        press(288, 88);
        drag(100, 300);
        release(100, 300);
        assertEquals(
                List.of(new Effect.Perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.CONNECTION), "")), effects);
    }

    @Test
    void a_wire_jumps_to_a_port_nearby() {
        press(632, 88);
        drag(500, 190);
        drag(36, 316);
        assertEquals(Optional.empty(), ((Linking) gesture).target(), "these two are wired already");
        gesture = Gesture.idle();
        press(288, 88);
        drag(36, 316);
        assertEquals(Optional.of(SampleFlow.CONNECTION), ((Linking) gesture).target());
    }

    @Test
    void an_illegal_wire_says_why_and_is_not_made() {
        press(632, 88);
        drag(450, 260);
        effects.clear();
        release(450, 260);
        assertEquals(List.of(new Effect.Say("wiring.configuration")), effects);
    }

    @Test
    void a_frame_chooses_what_it_touches() {
        press(20, 20);
        drag(450, 100);
        assertEquals(
                new Effect.Select(new LinkedHashSet<>(List.of(SampleFlow.TRIGGER, SampleFlow.SOURCE))),
                effects.getLast());
    }

    @Test
    void a_click_on_a_wire_chooses_the_wire() {
        press(340, 88);
        assertEquals(
                new Effect.ChooseWire(Optional.of(Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE))), effects.getLast());
    }

    @Test
    void the_middle_button_moves_the_view() {
        step(new CanvasInput.Press(new Point(0, 0), new Point(10, 10), true, false, false, "g"));
        drag(30, 25);
        assertEquals(List.of(new Effect.Pan(20, 15)), effects);
    }

    @Test
    void a_new_node_dropped_on_a_wire_is_put_into_it_and_pushes_on_what_follows() {
        var item = new PaletteItem("source", "http", "HTTP service", "M0 0");
        step(new CanvasInput.Carry(item, new Point(340, 88), true, "p"));
        release(340, 88);
        var changed = flow;
        for (var effect : effects) {
            if (effect instanceof Effect.Perform(var edit, var _)) {
                changed = edit.applyTo(changed);
            }
        }
        var http = new NodeId("http");
        assertEquals(List.of(Wire.of(SampleFlow.TRIGGER, http)), changed.wiresFrom(SampleFlow.TRIGGER));
        assertEquals(List.of(Wire.of(http, SampleFlow.SOURCE)), changed.wiresFrom(http));
        assertEquals(Optional.of(new Point(400, 40)), changed.layout().of(http));
        assertEquals(Optional.of(new Point(744, 40)), changed.layout().of(SampleFlow.SOURCE));
    }

    @Test
    void what_is_carried_is_dropped_only_inside_the_canvas() {
        var item = new PaletteItem("configuration", "", "Message", "M0 0");
        step(new CanvasInput.Carry(item, new Point(-40, 88), false, "p"));
        release(-40, 88);
        assertEquals(List.of(), effects);
    }

    @Test
    void with_the_keyboard_a_wire_goes_through_its_legal_ends_nearest_first() {
        step(new CanvasInput.WireFrom(Loose.from(SampleFlow.TRIGGER)));
        assertEquals(List.of(SampleFlow.CONNECTION), ((Wiring) gesture).targets());
        step(new CanvasInput.Turn(1));
        step(new CanvasInput.Confirm());
        assertEquals(
                List.of(
                        new Effect.Reveal(SampleFlow.CONNECTION),
                        new Effect.Reveal(SampleFlow.CONNECTION),
                        new Effect.Perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.CONNECTION), ""),
                        Effect.Select.only(SampleFlow.TRIGGER)),
                effects);
    }

    @Test
    void a_wire_that_turns_back_runs_between_the_rows() {
        var route = sight.route(Wire.of(SampleFlow.SOURCE, SampleFlow.CONNECTION));
        assertEquals(176, route.middle().y());
        assertEquals(new Point(50, 316), route.tip());
    }

    @Test
    void tidy_wraps_a_chain_where_the_view_ends() {
        var places = Tidy.places(flow, 744);
        assertEquals(new Point(56, 40), places.get(SampleFlow.TRIGGER));
        assertEquals(new Point(400, 40), places.get(SampleFlow.SOURCE));
        assertEquals(
                56, places.getOrDefault(SampleFlow.CONNECTION, new Point(0, 0)).x());
        assertEquals(new Point(400, 216), places.get(SampleFlow.TECHNICIAN));
        assertEquals(new Point(400, 352), places.get(SampleFlow.SUPERVISOR));
    }

    @Test
    void a_wire_drawn_backwards_ends_at_the_node_under_the_mouse() {
        press(57, 316);
        drag(170, 60);
        release(170, 60);
        assertEquals(
                List.of(new Effect.Perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.CONNECTION), "")), effects);
    }

    @Test
    void a_new_wire_jumps_to_the_nearest_legal_port_even_over_a_node_it_may_not_end_at() {
        sight = with(new NodeId("extra"), new Point(380, 300));
        press(288, 88);
        drag(395, 348);
        assertEquals(Optional.of(new NodeId("extra")), ((Linking) gesture).target());
    }

    @Test
    void the_head_of_a_wire_is_taken_off_and_tied_elsewhere() {
        var wire = flow.wires().getFirst();
        press(386, 88);
        assertEquals(List.of(Effect.Select.nothing(), new Effect.ChooseWire(Optional.of(wire))), effects);
        drag(170, 316);
        assertTrue(gesture.lifts(wire));
        effects.clear();
        release(170, 316);
        assertEquals(
                List.of(new Effect.Perform(new Edit.Reconnect(wire, SampleFlow.TRIGGER, SampleFlow.CONNECTION), "")),
                effects);
    }

    @Test
    void the_beginning_of_a_wire_is_taken_off_too() {
        var wire = flow.wires().getFirst();
        press(304, 88);
        drag(304, 200);
        assertEquals(Loose.of(wire, false), ((Linking) gesture).loose());
    }

    @Test
    void a_wire_let_go_over_the_ground_is_deleted_and_that_is_said() {
        press(386, 88);
        effects.clear();
        drag(340, 480);
        release(340, 480);
        assertEquals(
                List.of(
                        new Effect.Perform(new Edit.Disconnect(SampleFlow.TRIGGER, SampleFlow.SOURCE), ""),
                        new Effect.Report("canvas.deleted.wire", List.of())),
                effects);
    }

    @Test
    void a_cut_parts_what_it_crosses_as_one_step() {
        step(new CanvasInput.Press(new Point(344, 20), new Point(344, 20), false, false, true, "cut"));
        drag(344, 120);
        assertEquals(List.of(Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE)), ((Slicing) gesture).cut());
        drag(330, 20);
        assertEquals(List.of(), ((Slicing) gesture).cut(), "drawn back");
        drag(344, 420);
        effects.clear();
        release(344, 420);
        assertEquals(5, effects.size());
        assertTrue(effects.stream()
                .limit(4)
                .allMatch(effect -> effect instanceof Effect.Perform(var _, var id) && id.equals("cut")));
    }

    @Test
    void a_dragged_node_is_drawn_to_lines_within_six_pixels() {
        press(170, 316);
        effects.clear();
        drag(176, 440);
        assertEquals(List.of(move(SampleFlow.CONNECTION, 56, 408)), effects, "left edges are in line");
        assertEquals(1, ((Dragging) gesture).guides().size());
        effects.clear();
        drag(177, 440);
        assertEquals(List.of(move(SampleFlow.CONNECTION, 64, 408)), effects, "seven pixels away the grid holds");
        assertEquals(List.of(), ((Dragging) gesture).guides());
    }

    @Test
    void from_farther_away_the_lines_reach_as_far_for_the_hand() {
        sight = new Sight(flow, sight.areas(), sight.selection(), 0.5);
        press(170, 316);
        effects.clear();
        drag(181, 440);
        assertEquals(List.of(move(SampleFlow.CONNECTION, 56, 408)), effects);
    }

    @Test
    void with_shift_a_drag_keeps_to_its_longer_axis() {
        press(170, 316);
        effects.clear();
        step(new CanvasInput.Drag(new Point(186, 440), new Point(0, 0), false, true));
        assertEquals(List.of(move(SampleFlow.CONNECTION, 56, 408)), effects);
        effects.clear();
        step(new CanvasInput.Drag(new Point(300, 340), new Point(0, 0), false, true));
        assertEquals(List.of(move(SampleFlow.CONNECTION, 184, 280)), effects);
    }

    @Test
    void a_node_chosen_with_shift_is_let_go_by_a_click_but_not_by_a_drag() {
        sight = new Sight(flow, sight.areas(), new LinkedHashSet<>(List.of(SampleFlow.TRIGGER)), 1);
        pressWithShift(100, 60);
        assertEquals(List.of(), effects);
        release(100, 60);
        assertEquals(List.of(Effect.Select.nothing()), effects);
        sight = new Sight(flow, sight.areas(), new LinkedHashSet<>(List.of(SampleFlow.TRIGGER)), 1);
        effects.clear();
        pressWithShift(100, 60);
        drag(200, 60);
        release(200, 60);
        assertTrue(effects.stream().noneMatch(Effect.Select.class::isInstance));
    }

    @Test
    void a_node_put_where_there_is_room_moves_nothing_else() {
        var wide = new LinkedHashMap<NodeId, Point>();
        wide.put(SampleFlow.SOURCE, new Point(800, 40));
        var roomy = new Edit.Move(wide).applyTo(flow);
        var node = NewNodes.from(new PaletteItem("source", "http", "HTTP", "M0 0"), roomy);
        var sightOfIt = Sight.of(roomy, new LinkedHashSet<>(), 1);
        var changed = roomy;
        for (var edit : new Slot.Into(Wire.of(SampleFlow.TRIGGER, SampleFlow.SOURCE)).edits(sightOfIt, node)) {
            changed = edit.applyTo(changed);
        }
        assertEquals(Optional.of(new Point(432, 40)), changed.layout().of(node.id()));
        assertEquals(Optional.of(new Point(800, 40)), changed.layout().of(SampleFlow.SOURCE));
    }

    @Test
    void a_slot_takes_only_what_may_be_wired_there() {
        var message = NewNodes.from(new PaletteItem("configuration", "", "Message", "M0 0"), flow);
        var trigger = NewNodes.from(new PaletteItem("trigger", "event", "Event", "M0 0"), flow);
        assertFalse(new Slot.After(SampleFlow.SOURCE).takes(flow, message));
        assertTrue(new Slot.After(SampleFlow.CONNECTION).takes(flow, message));
        assertFalse(new Slot.After(SampleFlow.CONNECTION).takes(flow, trigger));
        assertTrue(new Slot.At(new Point(0, 0)).takes(flow, trigger));
        assertTrue(new Slot.End(Loose.to(SampleFlow.SOURCE), new Point(0, 0)).takes(flow, trigger));
        assertFalse(new Slot.Into(flow.wires().getFirst()).takes(flow, message));
    }

    @Test
    void what_is_held_pulls_the_view_only_within_32_pixels_of_its_edge() {
        assertEquals(0, EdgeScroll.pull(32, 500));
        assertEquals(0.5, EdgeScroll.pull(16, 500));
        assertEquals(1, EdgeScroll.pull(-10, 500));
        assertEquals(0, EdgeScroll.pull(468, 500));
        assertEquals(-0.5, EdgeScroll.pull(484, 500));
    }

    private Sight with(NodeId id, Point place) {
        var node = NewNodes.from(new PaletteItem("source", id.value(), "HTTP", "M0 0"), flow);
        return Sight.of(new Edit.AddNode(node, place, List.of()).applyTo(flow), new LinkedHashSet<>(), 1);
    }

    private void pressWithShift(double x, double y) {
        step(new CanvasInput.Press(new Point(x, y), new Point(x, y), false, true, false, "g"));
    }

    private static Effect move(NodeId node, double x, double y) {
        var places = new LinkedHashMap<NodeId, Point>();
        places.put(node, new Point(x, y));
        return new Effect.Perform(new Edit.Move(places), "g");
    }

    private void press(double x, double y) {
        step(new CanvasInput.Press(new Point(x, y), new Point(x, y), false, false, false, "g"));
    }

    private void drag(double x, double y) {
        step(new CanvasInput.Drag(new Point(x, y), new Point(x, y), false, false));
    }

    private void release(double x, double y) {
        step(new CanvasInput.Release(new Point(x, y)));
    }

    private void step(CanvasInput input) {
        var reaction = gesture.after(input, sight);
        gesture = reaction.next();
        effects.addAll(reaction.effects());
        for (var effect : reaction.effects()) {
            if (effect instanceof Effect.Select(var nodes)) {
                sight = new Sight(sight.flow(), sight.areas(), nodes, sight.zoom());
            }
        }
    }
}
