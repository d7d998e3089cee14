package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Moves, zooms and drags in flows of 100, 1,000 and 5,000 nodes on a real display with software rendering and prints
/// what a frame costs: `mvn -q test-compile exec:exec@canvas-benchmark`. Sizes take turns, so that noise of the machine
/// falls on all of them.
final class CanvasBenchmark {
    private static final List<Integer> SIZES = List.of(100, 1_000, 5_000);
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final int ROUNDS = 3;
    private static final int FRAMES = 100;
    private static final int UNMEASURED = 12;
    /// From 50 % to 200 % in so many frames, and back.
    private static final int ZOOM_FRAMES = 46;

    private static final NodeId DRAGGED = LargeFlow.id(2);
    private static final double ZOOM_DELTA = Math.log(4) / ZOOM_FRAMES / Math.log(1.0025);

    private final Map<String, FrameCost> costs = new LinkedHashMap<>();
    private final Map<Integer, String> memory = new LinkedHashMap<>();

    private CanvasBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        int exit = 1;
        try {
            var benchmark = new CanvasBenchmark();
            for (int round = 0; round <= ROUNDS; round++) {
                for (int size : SIZES) {
                    benchmark.measure(size, round);
                }
            }
            benchmark.print();
            exit = 0;
        } finally {
            System.exit(exit);
        }
    }

    /// Round 0 warms up and is not counted.
    private void measure(int size, int round) throws Exception {
        long before = used();
        var desk = on(() -> new Table(size));
        FrameCost.of(30, 0, _ -> {});
        long opened = used();
        for (var gesture : desk.gestures().entrySet()) {
            var cost = FrameCost.of(FRAMES, UNMEASURED, gesture.getValue());
            on(desk::letGo);
            if (round > 0) {
                costs.merge(gesture.getKey() + " " + size, cost, FrameCost::and);
            }
        }
        FrameCost.of(300, 0, desk::wander);
        long wandered = used();
        memory.put(
                size,
                "%.1f KB a node after opening, %.1f KB after all was seen"
                        .formatted((opened - before) / 1024.0 / size, (wandered - before) / 1024.0 / size));
        on(desk::close);
    }

    private static long used() throws InterruptedException {
        var runtime = Runtime.getRuntime();
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
            Thread.sleep(60);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void print() {
        System.out.printf(
                "%-16s %28s %28s %10s%n", "gesture", "frame ms (median, p95)", "CPU ms (median, p95)", "to 100");
        costs.forEach((name, cost) -> {
            var first = costs.get(name.substring(0, name.lastIndexOf(' ')) + " " + SIZES.getFirst());
            double median = FrameCost.quantile(cost.cpu(), 0.5);
            System.out.printf(
                    "%-16s %14.1f %13.1f %14.1f %13.1f %10.2f%n",
                    name,
                    FrameCost.quantile(cost.millis(), 0.5),
                    FrameCost.quantile(cost.millis(), 0.95),
                    median,
                    FrameCost.quantile(cost.cpu(), 0.95),
                    median / FrameCost.quantile(first == null ? cost.cpu() : first.cpu(), 0.5));
        });
        memory.forEach((size, text) -> System.out.printf("%5d nodes: %s%n", size, text));
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /// A flow on a canvas that fills a window, and the events of a hand.
    private static final class Table {
        private final Stage stage = new Stage(StageStyle.UNDECORATED);
        private final CanvasView canvas;
        private final Theme theme = new Theme(Theme.Choice.LIGHT);
        private double x;
        private double y;

        Table(int size) {
            canvas = new CanvasView(
                    new FlowSession(LargeFlow.of(size)),
                    new Words(Language.EN),
                    Connectors.found(),
                    Shortcuts.standard());
            var scene = new Scene(new StackPane(canvas), WIDTH, HEIGHT);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            canvas.act("canvas.zoom.reset");
        }

        Map<String, FrameCost.Step> gestures() {
            var gestures = new LinkedHashMap<String, FrameCost.Step>();
            gestures.put("pan", this::pan);
            gestures.put("zoom", this::zoom);
            gestures.put("zoom far", this::zoomFar);
            gestures.put("drag", this::drag);
            return gestures;
        }

        /// The middle button goes round in a circle.
        private void pan(int frame) {
            circle(frame, MouseButton.MIDDLE, WIDTH / 2, HEIGHT / 2, 160);
        }

        private void drag(int frame) {
            if (frame == 0) {
                canvas.act("canvas.zoom.reset");
                canvas.focusNode(DRAGGED);
                var at = canvas.lookup("#node-" + DRAGGED).localToScene(80, 12);
                circle(frame, MouseButton.PRIMARY, at.getX(), at.getY(), 120);
            } else {
                circle(frame, MouseButton.PRIMARY, 0, 0, 120);
            }
        }

        private double startX;
        private double startY;

        private void circle(int frame, MouseButton button, double fromX, double fromY, double radius) {
            if (frame == 0) {
                startX = fromX;
                startY = fromY;
            }
            x = startX + radius * (1 - Math.cos(frame / 12.0));
            y = startY + radius * Math.sin(frame / 12.0);
            mouse(frame == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED, button);
        }

        boolean letGo() {
            mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY);
            canvas.act("canvas.zoom.reset");
            return true;
        }

        /// Between 50 % and 200 %, one step a frame.
        private void zoom(int frame) {
            int turn = (frame + ZOOM_FRAMES / 2) / ZOOM_FRAMES;
            scroll(turn % 2 == 0 ? ZOOM_DELTA : -ZOOM_DELTA);
        }

        /// Between 10 % and 40 %.
        private void zoomFar(int frame) {
            if (frame == 0) {
                canvas.fit();
                scroll(Math.log(0.1) / Math.log(1.0025));
                scroll(Math.log(0.1) / Math.log(1.0025));
            } else {
                scroll((frame - 1) / ZOOM_FRAMES % 2 == 0 ? ZOOM_DELTA : -ZOOM_DELTA);
            }
        }

        /// Looks at one part of the flow after the other.
        void wander(int frame) {
            if (frame == 0) {
                canvas.act("canvas.zoom.reset");
                canvas.fit();
                canvas.act("canvas.zoom.reset");
            }
            int row = frame / 30;
            boolean left = row % 2 == 0;
            pan(left ? -WIDTH / 2 : WIDTH / 2, frame % 30 == 29 ? -HEIGHT / 2 : 0);
        }

        private void pan(double dx, double dy) {
            canvas.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    WIDTH / 2,
                    HEIGHT / 2,
                    0,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    dx,
                    dy,
                    dx,
                    dy,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        }

        private void scroll(double delta) {
            canvas.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL,
                    WIDTH / 2,
                    HEIGHT / 2,
                    0,
                    0,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    0,
                    delta,
                    0,
                    delta,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null));
        }

        private void mouse(EventType<MouseEvent> type, MouseButton button) {
            boolean down = type != MouseEvent.MOUSE_RELEASED;
            canvas.fireEvent(new MouseEvent(
                    type,
                    x,
                    y,
                    x,
                    y,
                    button,
                    1,
                    false,
                    false,
                    false,
                    false,
                    down && button == MouseButton.PRIMARY,
                    down && button == MouseButton.MIDDLE,
                    false,
                    false,
                    false,
                    true,
                    null));
        }

        boolean close() {
            canvas.close();
            stage.close();
            theme.close();
            return true;
        }
    }
}
