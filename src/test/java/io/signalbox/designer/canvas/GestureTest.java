package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
        step(new CanvasInput.WireFrom(SampleFlow.TRIGGER));
        assertEquals(List.of(SampleFlow.CONNECTION), ((Wiring) gesture).targets());
        step(new CanvasInput.Turn(1));
        step(new CanvasInput.Confirm());
        assertEquals(
                List.of(new Effect.Perform(new Edit.Connect(SampleFlow.TRIGGER, SampleFlow.CONNECTION), "")), effects);
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
                sight = new Sight(flow, sight.areas(), nodes, 1);
            }
        }
    }
}
