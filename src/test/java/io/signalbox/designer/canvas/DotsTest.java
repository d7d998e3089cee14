package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PatientRobot;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.CanvasChoices.Wheel;
import io.signalbox.designer.canvas.Decorations.Link;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A dot runs along a wire for each item, and nothing moves when nothing runs.
@ExtendWith(ApplicationExtension.class)
final class DotsTest {
    private static final Link FIRST = new Link(SampleFlow.TRIGGER, SampleFlow.SOURCE);
    private static final Link SECOND = new Link(SampleFlow.SOURCE, SampleFlow.CONNECTION);
    private static final Link UNUSED = new Link(SampleFlow.CONNECTION, SampleFlow.SUPERVISOR);

    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        var theme = new Theme(Theme.Choice.LIGHT);
        var window = new MainWindow(new Words(Language.EN), theme, Connectors.found(), Shortcuts.standard(), List.of());
        canvas = window.open(new FlowSession(SampleFlow.flow()));
        var scene = new Scene(window, 1000, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static CanvasChoices moving(boolean moves) {
        return new CanvasChoices(Wheel.AUTOMATIC, true, true, true, moves);
    }

    private int dots(PatientRobot robot) {
        return robot.from(canvas).lookup(".link-dot").queryAll().size();
    }

    private boolean isRunning() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> canvas.scenery().dots().isRunning());
    }

    @Test
    void each_item_has_its_dot_and_the_next_wire_waits_for_the_first_to_arrive() {
        var traffic = Traffic.of(Map.of(FIRST, 1, SECOND, 2, UNUSED, 0));
        assertEquals(List.of(0.0), traffic.on(FIRST, 0));
        assertEquals(List.of(0.5), traffic.on(FIRST, 300));
        assertEquals(List.of(), traffic.on(SECOND, 300));
        assertEquals(List.of(), traffic.on(FIRST, 600));
        assertEquals(List.of(0.0), traffic.on(SECOND, 600));
        assertEquals(2, traffic.on(SECOND, 1_000).size());
        assertEquals(List.of(), traffic.on(UNUSED, 1_000));
        assertFalse(traffic.isOver(1_300));
        assertTrue(traffic.isOver(1_360));
    }

    @Test
    void many_items_show_five_dots_and_a_long_flow_is_through_in_seconds() {
        var passed = new HashMap<Link, Integer>();
        for (int at = 0; at < 5_000; at++) {
            passed.put(new Link(new NodeId("n" + at), new NodeId("n" + (at + 1))), 100);
        }
        var traffic = Traffic.of(passed);
        assertEquals(5, traffic.items().get(new Link(new NodeId("n0"), new NodeId("n1"))));
        assertTrue(traffic.isOver(6_000));
        assertTrue(Traffic.of(Map.of()).isOver(0));
    }

    @Test
    void a_dot_keeps_to_its_wire_also_round_corners() {
        var area = new Area(0, 0, 232, 72);
        for (var route : List.of(
                Route.between(area, new Area(400, 200, 232, 72), _ -> List.of()),
                Route.between(area, new Area(-300, 200, 232, 72), _ -> List.of()))) {
            var track = Track.of(route);
            assertEquals(route.line().getFirst(), track.at(0));
            assertEquals(route.line().getLast(), track.at(1));
            double before = 0;
            Point last = track.at(0);
            for (int step = 1; step <= 100; step++) {
                var here = track.at(step / 100.0);
                assertTrue(route.passes(here, 7), here::toString);
                double far = Route.length(last, here);
                assertTrue(step == 1 || Math.abs(far - before) < before / 2 + 1, () -> "at one speed: " + far);
                before = far;
                last = here;
            }
        }
    }

    @Test
    void dots_set_out_arrive_and_leave_nothing_that_moves(PatientRobot robot) throws Exception {
        assertFalse(isRunning());
        robot.interact(() -> {
            canvas.choose(moving(true));
            canvas.run(Map.of(FIRST, 1, SECOND, 2, UNUSED, 0));
        });
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> dots(robot) > 0);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !isRunning());
        assertEquals(0, dots(robot));
    }

    @Test
    void who_asked_for_less_motion_sees_none(PatientRobot robot) {
        robot.interact(() -> {
            canvas.choose(moving(false));
            canvas.run(Map.of(FIRST, 1));
        });
        assertFalse(isRunning());
        assertEquals(0, dots(robot));
        robot.interact(() -> {
            canvas.choose(moving(true));
            canvas.run(Map.of(FIRST, 1));
            canvas.choose(moving(false));
        });
        assertFalse(isRunning());
        assertEquals(0, dots(robot));
    }

    @Test
    void out_of_sight_nothing_is_moved(PatientRobot robot) throws Exception {
        robot.interact(() -> {
            canvas.choose(moving(true));
            canvas.look(canvas.eye().moved(-20_000, 0));
            canvas.run(Map.of(FIRST, 1, SECOND, 2));
        });
        assertEquals(0, dots(robot));
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !isRunning());
        assertEquals(0, dots(robot));
    }
}
