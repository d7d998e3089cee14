package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.Gesture.Grip;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Language;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Operator;
import io.signalbox.flow.Point;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Every drag on the canvas has a twin on the keyboard, which makes the same of the flow: each is done both ways.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyTwinTest {
    /// What a hand may drag, and what for.
    private enum Way {
        PAN,
        FRAME,
        CUT,
        MOVE,
        INTO_WIRE,
        COPY,
        GROUP,
        WIRE_OUT,
        WIRE_IN,
        WIRE_TO_GROUND,
        HEAD,
        BEGINNING,
        WIRE_OFF,
        PALETTE,
        PALETTE_INTO_WIRE,
        PALETTE_CONDITION,
        PALETTE_NOTE,
        MAP
    }

    /// What is held while the mouse moves. A new gesture does not compile before its ways, and so their keys, are told.
    private static Set<Way> ways(Gesture gesture) {
        return switch (gesture) {
            case Gesture.Idle _, Gesture.Pressed _, Asking _, Wiring _ -> EnumSet.noneOf(Way.class);
            case Gesture.Panning _ -> EnumSet.of(Way.PAN);
            case Gesture.Marquee _ -> EnumSet.of(Way.FRAME);
            case Slicing _ -> EnumSet.of(Way.CUT);
            case Dragging _ -> EnumSet.of(Way.MOVE, Way.INTO_WIRE, Way.COPY, Way.GROUP);
            case Linking _ ->
                EnumSet.of(Way.WIRE_OUT, Way.WIRE_IN, Way.WIRE_TO_GROUND, Way.HEAD, Way.BEGINNING, Way.WIRE_OFF);
            case Placing _ -> EnumSet.of(Way.PALETTE, Way.PALETTE_INTO_WIRE, Way.PALETTE_CONDITION, Way.PALETTE_NOTE);
        };
    }

    /// The same for what was pressed.
    private static Set<Way> ways(Grip grip) {
        return switch (grip) {
            case Grip.Ground _ -> EnumSet.of(Way.FRAME, Way.CUT);
            case Grip.Body _ -> EnumSet.of(Way.MOVE, Way.INTO_WIRE);
            case Grip.Twin _ -> EnumSet.of(Way.COPY);
            case Grip.Title _ -> EnumSet.of(Way.GROUP);
            case Grip.Port(var _, var out) ->
                out ? EnumSet.of(Way.WIRE_OUT, Way.WIRE_TO_GROUND) : EnumSet.of(Way.WIRE_IN);
            case Grip.Line _ -> EnumSet.of(Way.HEAD, Way.BEGINNING, Way.WIRE_OFF);
        };
    }

    /// What of the window a way can change. The order of wires that lead from different nodes says nothing.
    private record Outcome(Flow flow, Set<NodeId> chosen, Eye eye) {}

    private static final CanvasChoices STILL =
            new CanvasChoices(CanvasChoices.Wheel.AUTOMATIC, true, true, true, false);
    /// In pixels of the screen: the map is smaller than the flow, and what is pressed is told in single precision.
    private static final double MAP_ROUNDING = 0.01;

    private static final long START_MILLIS = 60_000;
    private static final NodeId LONE = new NodeId("lone");
    private static final NodeId HTTP = new NodeId("http");
    private static final Set<Class<?>> HELD_BY_NO_HAND =
            Set.of(Gesture.Idle.class, Gesture.Pressed.class, Asking.class, Wiring.class);

    private final Flow flow = flow();
    private final PatientRobot robot = new PatientRobot(() -> {});
    private final MainWindow window;
    private final Set<Class<?>> seen = new HashSet<>();
    private final FlowSession session = new FlowSession(flow);
    private final CanvasView canvas;
    private final CanvasHands hands;

    KeyTwinTest() throws Exception {
        var stage = FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> {
            var theme = new Theme(Theme.Choice.LIGHT);
            var made =
                    new MainWindow(new Words(Language.EN), theme, Connectors.found(), Shortcuts.standard(), List.of());
            var scene = new Scene(made, 1000, 800);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return made;
        });
        canvas = WaitForAsyncUtils.waitForAsyncFx(START_MILLIS, () -> {
            var view = window.open(session);
            view.choose(STILL);
            view.editing().useBoard(new MemoryBoard());
            return view;
        });
        hands = new CanvasHands(canvas);
        // Once it has its place it looks at the whole flow, by itself.
        robot.still("#canvas");
    }

    /// The sample with a node that has no wire, a group, and a condition on the first wire.
    private static Flow flow() {
        var lone = new Node.Source(
                LONE,
                "Weather",
                "http",
                "",
                "",
                Settings.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Value.Fields.empty());
        var sample = SampleFlow.flow().withNode(lone);
        var wires = new ArrayList<>(sample.wires());
        wires.set(0, wires.getFirst().withWhen(Condition.row("trigger.data.code", Operator.EQ, Value.of("P-1"))));
        var members = new LinkedHashSet<>(List.of(SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR));
        return sample.withWires(wires)
                .withLayout(sample.layout()
                        .with(LONE, new Point(56, 480))
                        .withGroup(Group.of(new NodeId("group"), "Messages", members)));
    }

    @AfterEach
    void letGo() {
        robot.release(new KeyCode[0]).release(new MouseButton[0]);
    }

    @Test
    void what_a_drag_does_keys_do_too() {
        for (var way : Way.values()) {
            begin(way);
            var before = outcome();
            keys(way);
            var byKeys = outcome();
            begin(way);
            mouse(way, byKeys);
            var byMouse = outcome();
            switch (way) {
                case PAN -> {
                    assertNotEquals(before.eye(), byMouse.eye(), way.name());
                    assertEquals(byMouse.eye(), byKeys.eye(), way.name());
                }
                case MAP -> {
                    assertNotEquals(before.eye(), byMouse.eye(), way.name());
                    assertEquals(byKeys.eye().zoom(), byMouse.eye().zoom(), way.name());
                    assertEquals(byKeys.eye().x(), byMouse.eye().x(), MAP_ROUNDING, way.name());
                    assertEquals(byKeys.eye().y(), byMouse.eye().y(), MAP_ROUNDING, way.name());
                }
                case FRAME -> {
                    assertEquals(2, byMouse.chosen().size(), way.name());
                    assertEquals(byMouse.chosen(), byKeys.chosen(), way.name());
                }
                default -> {
                    assertNotEquals(before.flow(), byMouse.flow(), way.name());
                    assertEquals(byMouse.flow(), byKeys.flow(), way.name());
                }
            }
        }
        var all = new HashSet<Class<?>>(Arrays.asList(Gesture.class.getPermittedSubclasses()));
        all.addAll(Arrays.asList(Grip.class.getPermittedSubclasses()));
        all.removeAll(HELD_BY_NO_HAND);
        assertEquals(all, seen, "each gesture and each grip was in the hand");
    }

    /// As it was at first. Looks from where a pixel of the mouse is one of the flow, and a new node has free ground.
    private void begin(Way way) {
        robot.interact(() -> {
            while (!session.historyProperty().get().past().isEmpty()) {
                session.undo();
            }
            session.select(new LinkedHashSet<>());
            canvas.chooseWire(Optional.empty());
            canvas.look(new Eye(way == Way.PALETTE ? -700 : 12, 12, 1));
            canvas.requestFocus();
            hands.holding();
        });
        assertEquals(flow, session.flow(), "all of it is undone");
    }

    private Outcome outcome() {
        WaitForAsyncUtils.waitForFxEvents();
        var wires = new ArrayList<>(session.flow().wires());
        wires.sort(Comparator.comparing(wire -> wire.from() + " " + wire.to()));
        return new Outcome(
                session.flow().withWires(wires),
                Set.copyOf(session.selectionProperty().get()),
                canvas.eye());
    }

    // ---- keys ----------------------------------------------------------------------------------------------------

    private void keys(Way way) {
        switch (way) {
            case PAN, MAP -> robot.push(KeyCode.ALT, KeyCode.LEFT).push(KeyCode.ALT, KeyCode.UP);
            case FRAME -> on(SampleFlow.TRIGGER).push(KeyCode.SHIFT, KeyCode.RIGHT);
            case CUT ->
                List.of(SampleFlow.TRIGGER, SampleFlow.SOURCE, SampleFlow.CONNECTION, SampleFlow.CONNECTION)
                        .forEach(node -> on(node).push(KeyCode.W).push(KeyCode.DELETE));
            case MOVE ->
                on(LONE).push(KeyCode.CONTROL, KeyCode.RIGHT).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
            case INTO_WIRE -> {
                on(LONE).push(KeyCode.CONTROL, KeyCode.X);
                on(SampleFlow.TRIGGER).push(KeyCode.W).push(KeyCode.CONTROL, KeyCode.V);
            }
            case COPY ->
                on(LONE).push(KeyCode.CONTROL, KeyCode.D)
                        .push(KeyCode.CONTROL, KeyCode.RIGHT)
                        .push(KeyCode.CONTROL, KeyCode.DOWN);
            case GROUP ->
                on(SampleFlow.TECHNICIAN)
                        .push(KeyCode.SHIFT, KeyCode.DOWN)
                        .push(KeyCode.CONTROL, KeyCode.RIGHT)
                        .push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
            case WIRE_OUT -> {
                on(SampleFlow.TRIGGER).push(KeyCode.C);
                pick(SampleFlow.CONNECTION);
            }
            case WIRE_IN -> {
                on(SampleFlow.CONNECTION).push(KeyCode.SHIFT, KeyCode.C);
                pick(SampleFlow.TRIGGER);
            }
            case WIRE_TO_GROUND ->
                on(SampleFlow.TRIGGER).push(KeyCode.A).write("http").push(KeyCode.ENTER);
            case HEAD -> {
                on(SampleFlow.TRIGGER).push(KeyCode.W).push(KeyCode.C);
                pick(SampleFlow.CONNECTION);
                goesOn();
            }
            case BEGINNING -> {
                on(SampleFlow.TRIGGER).push(KeyCode.W).push(KeyCode.SHIFT, KeyCode.C);
                pick(LONE);
                goesOn();
            }
            case WIRE_OFF -> on(SampleFlow.TRIGGER).push(KeyCode.W).push(KeyCode.DELETE);
            case PALETTE -> row("source-http");
            case PALETTE_INTO_WIRE -> {
                on(SampleFlow.TRIGGER).push(KeyCode.W);
                row("source-http");
            }
            case PALETTE_CONDITION -> {
                on(SampleFlow.SOURCE).push(KeyCode.W);
                row("condition");
            }
            case PALETTE_NOTE -> {
                row("note");
                robot.write("Agreed").push(KeyCode.CONTROL, KeyCode.ENTER);
            }
        }
    }

    /// The keyboard is on this node, as after Tab and arrows.
    private FxRobot on(NodeId node) {
        return robot.interact(() -> {
            session.select(new LinkedHashSet<>(List.of(node)));
            canvas.focusNode(node);
        });
    }

    private void pick(NodeId node) {
        robot.push(KeyCode.valueOf("DIGIT" + canvas.gesture().number(node)));
    }

    /// The wire is chosen at its new place, and has the keyboard.
    private void goesOn() {
        var wire = canvas.wireProperty().get().orElseThrow();
        assertTrue(session.flow().wires().contains(wire));
        robot.push(KeyCode.RIGHT);
        assertEquals(List.of(wire.to()), List.copyOf(session.selectionProperty().get()));
    }

    private void row(String item) {
        robot.interact(() -> robot.lookup("#palette-" + item).query().requestFocus());
        robot.push(KeyCode.ENTER);
    }

    // ---- mouse ---------------------------------------------------------------------------------------------------

    /// @param made what the keys made: a hand may let go anywhere, so it does there
    private void mouse(Way way, Outcome made) {
        var wanted = made.flow();
        switch (way) {
            case PAN -> {
                robot.press(KeyCode.SPACE);
                drag(way, new Point(300, 560), new Point(348, 608));
                robot.release(KeyCode.SPACE);
            }
            case FRAME -> drag(way, new Point(30, 20), new Point(450, 100));
            case CUT -> {
                hands.holding(KeyCode.ALT);
                drag(way, new Point(330, 20), new Point(350, 420));
            }
            case MOVE -> drag(way, new Point(170, 500), new Point(178, 540), KeyCode.ALT);
            case INTO_WIRE -> drag(way, new Point(170, 500), new Point(344, 88));
            case COPY -> {
                hands.holding(KeyCode.ALT);
                drag(way, new Point(170, 500), new Point(210, 540), KeyCode.ALT);
            }
            case GROUP -> drag(way, new Point(620, 184), new Point(628, 224), KeyCode.ALT);
            case WIRE_OUT -> drag(way, new Point(288, 88), new Point(170, 316));
            case WIRE_IN -> drag(way, new Point(57, 316), new Point(170, 60));
            case WIRE_TO_GROUND -> {
                var place = wanted.layout().of(HTTP).orElseThrow();
                double middle = Area.heightOf(wanted.node(HTTP).orElseThrow()) / 2;
                drag(way, new Point(288, 88), place.plus(0, middle));
                robot.write("http").push(KeyCode.ENTER);
            }
            case HEAD -> drag(way, new Point(386, 88), new Point(170, 316));
            case BEGINNING -> drag(way, new Point(304, 88), new Point(170, 500));
            case WIRE_OFF -> drag(way, new Point(386, 88), new Point(320, 600));
            case PALETTE ->
                carry(way, "source-http", wanted.layout().of(HTTP).orElseThrow().plus(116, 36));
            case PALETTE_INTO_WIRE -> carry(way, "source-http", new Point(344, 88));
            case PALETTE_CONDITION ->
                carry(
                        way,
                        "condition",
                        canvas.sight()
                                .route(Wire.of(SampleFlow.SOURCE, SampleFlow.CONNECTION))
                                .middle());
            case PALETTE_NOTE -> {
                var place = wanted.layout().notes().firstEntry().getValue().place();
                carry(way, "note", place.plus(116, 36));
                robot.write("Agreed").push(KeyCode.CONTROL, KeyCode.ENTER);
            }
            case MAP -> map(made.eye());
        }
    }

    /// @param later what is held once the mouse moves
    private void drag(Way way, Point from, Point to, KeyCode... later) {
        robot.interact(() -> {
            hands.press(from.x(), from.y());
            if (canvas.gesture() instanceof Gesture.Pressed(var grip, var _, var _)) {
                seen.add(grip.getClass());
                assertTrue(ways(grip).contains(way), way + " begins at " + grip);
            }
            if (later.length > 0) {
                hands.holding(later);
            }
            hands.drag(to.x(), to.y());
            held(way);
            hands.release(to.x(), to.y());
        });
    }

    /// Takes the map where the middle of the view is, and drags it to where that is to be.
    private void map(Eye there) {
        robot.interact(() -> {
            var map = canvas.editing().map();
            map.toggle();
            on(map, MouseEvent.MOUSE_PRESSED, canvas.eye());
            on(map, MouseEvent.MOUSE_DRAGGED, there);
            map.toggle();
        });
    }

    private void on(Minimap map, EventType<MouseEvent> what, Eye eye) {
        var middle = eye.seen(canvas.getWidth(), canvas.getHeight()).centre();
        var at = map.localToScene(map.place(middle).x(), map.place(middle).y());
        var left = MouseButton.PRIMARY;
        map.fireEvent(new MouseEvent(
                what, at.getX(), at.getY(), 0, 0, left, 1, false, false, false, false, true, false, false, false, false,
                false, null));
    }

    private void carry(Way way, String item, Point to) {
        robot.drag("#palette-" + item).moveTo(hands.on(to.x(), to.y()));
        held(way);
        robot.drop();
    }

    private void held(Way way) {
        var gesture = canvas.gesture();
        seen.add(gesture.getClass());
        assertTrue(ways(gesture).contains(way), way + " holds " + gesture);
    }

    private static final class MemoryBoard implements Pasteboard {
        private Optional<String> lying = Optional.empty();

        @Override
        public Optional<String> text() {
            return lying;
        }

        @Override
        public void put(String text) {
            lying = Optional.of(text);
        }
    }
}
