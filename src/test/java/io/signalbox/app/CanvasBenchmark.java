package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// Moves, zooms and drags in flows of 100, 1,000 and 5,000 nodes on a real display with software rendering and prints
/// what a frame costs: `mvn -q test-compile exec:exec@benchmark`. First the canvas alone, then the whole window
/// with inspector, preview, drawer and autosave alive. Sizes take turns, so that noise of the machine falls on all of
/// them. With the argument `canvas` or `studio` only that; `quick` measures one round in place of three, and no
/// memory; numbers are the sizes.
final class CanvasBenchmark {
    private static final System.Logger LOG = System.getLogger(CanvasBenchmark.class.getName());

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final int FRAMES = 100;
    private static final int UNMEASURED = 12;
    /// So many frames take longer than any gliding of the view.
    private static final int REST = 40;

    private final Map<String, FrameCost> costs = new LinkedHashMap<>();
    private final Map<String, String> memory = new LinkedHashMap<>();
    private final List<Integer> sizes;
    private final boolean quick;

    private CanvasBenchmark(List<Integer> sizes, boolean quick) {
        this.sizes = sizes;
        this.quick = quick;
    }

    /// A flow on a canvas in a window, until it is closed.
    interface Subject extends AutoCloseable {
        CanvasView canvas();

        @Override
        void close() throws IOException;
    }

    private interface Opening {
        Subject open(int size) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        int exit = 1;
        try {
            var wanted = new ArrayList<>(List.of(arguments));
            wanted.removeIf(String::isBlank);
            var sizes = wanted.stream()
                    .filter(word -> word.chars().allMatch(Character::isDigit))
                    .map(Integer::valueOf)
                    .toList();
            wanted.removeIf(word -> word.chars().allMatch(Character::isDigit));
            boolean quick = wanted.remove("quick");
            var benchmark = new CanvasBenchmark(sizes.isEmpty() ? List.of(100, 1_000, 5_000) : sizes, quick);
            if (wanted.isEmpty() || wanted.contains("canvas")) {
                benchmark.all("canvas", size -> on(() -> new Table(size)));
            }
            if (wanted.isEmpty() || wanted.contains("studio")) {
                benchmark.all("studio", Whole::new);
            }
            benchmark.print();
            exit = 0;
        } catch (Exception failure) {
            // The exit below would hide it.
            LOG.log(System.Logger.Level.ERROR, "the benchmark ended early", failure);
        } finally {
            System.exit(exit);
        }
    }

    private void all(String what, Opening opening) throws Exception {
        for (int round = 0; round <= (quick ? 1 : 3); round++) {
            for (int size : sizes) {
                measure(what, opening, size, round);
            }
        }
    }

    /// Round 0 warms up and is not counted.
    private void measure(String what, Opening opening, int size, int round) throws Exception {
        long before = Heap.used();
        long views = Heap.count("io.signalbox.designer.canvas.NodeView");
        try (var subject = opening.open(size)) {
            FrameCost.of(REST, 0, _ -> {});
            long opened = Heap.used();
            var hand = new CanvasHand(subject.canvas());
            for (var gesture : hand.gestures().entrySet()) {
                var cost = FrameCost.of(FRAMES, UNMEASURED, gesture.getValue());
                on(hand::letGo);
                // Back at 100 % the view has to come to rest: what is measured next would stop it on its way.
                FrameCost.of(REST, 0, _ -> {});
                if (round > 0) {
                    costs.merge(what + " " + gesture.getKey() + " " + size, cost, FrameCost::and);
                }
            }
            if (quick) {
                return;
            }
            FrameCost.of(300, 0, hand::wander);
            long wandered = Heap.used();
            memory.put(
                    what + " " + size,
                    "%.1f KB a node after opening, %.1f KB after all was seen; %d box views alive, %d from before"
                            .formatted(
                                    (opened - before) / 1024.0 / size,
                                    (wandered - before) / 1024.0 / size,
                                    Heap.count("io.signalbox.designer.canvas.NodeView") - views,
                                    views));
        }
    }

    private void print() {
        System.out.printf(
                "%-22s %28s %28s %10s%n",
                "gesture", "frame ms (median, p95)", "CPU ms (median, p95)", "to " + sizes.getFirst());
        costs.forEach((name, cost) -> {
            var first = costs.get(name.substring(0, name.lastIndexOf(' ')) + " " + sizes.getFirst());
            double median = FrameCost.quantile(cost.cpu(), 0.5);
            System.out.printf(
                    "%-22s %14.1f %13.1f %14.1f %13.1f %10.2f%n",
                    name,
                    FrameCost.quantile(cost.millis(), 0.5),
                    FrameCost.quantile(cost.millis(), 0.95),
                    median,
                    FrameCost.quantile(cost.cpu(), 0.95),
                    median / FrameCost.quantile(first == null ? cost.cpu() : first.cpu(), 0.5));
        });
        memory.forEach((size, text) -> System.out.printf("%12s nodes: %s%n", size, text));
    }

    private static <T> T on(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    /// The canvas alone, as large as its window.
    private static final class Table implements Subject {
        private final Stage stage = new Stage(StageStyle.UNDECORATED);
        private final CanvasView canvas;
        private final Theme theme = new Theme(Theme.Choice.LIGHT);

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

        @Override
        public CanvasView canvas() {
            return canvas;
        }

        @Override
        public void close() throws IOException {
            try {
                shut();
            } catch (IOException | RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException("closing", failure);
            }
        }

        private void shut() throws Exception {
            on(() -> {
                canvas.close();
                stage.close();
                theme.close();
                return true;
            });
        }
    }

    /// The window as a person has it, over a workspace on disk, with the flow running.
    private static final class Whole implements Subject {
        private final Path folder = Files.createTempDirectory("canvas-benchmark");
        private final Rig rig = new Rig(folder);
        private final Stage stage;
        private final StudioRig studio;

        Whole(int size) throws Exception {
            var flow = LargeFlow.of(size).withSamples(Rig.sample().samples());
            rig.run(flow);
            stage = on(() -> new Stage(StageStyle.UNDECORATED));
            studio = on(() -> new StudioRig(stage, rig, Theme.Choice.LIGHT, WIDTH, HEIGHT));
            on(() -> {
                studio.studio().open(flow.id());
                return true;
            });
            Rig.await(() -> studio.window().canvas().isPresent());
            // The preview of a large flow takes its time; what it costs is not part of a gesture.
            Thread.sleep(3_000);
        }

        @Override
        public CanvasView canvas() {
            return studio.window().canvas().orElseThrow();
        }

        @Override
        public void close() throws IOException {
            try {
                shut();
            } catch (IOException | RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new IllegalStateException("closing", failure);
            }
        }

        private void shut() throws Exception {
            on(() -> {
                studio.close();
                stage.close();
                return true;
            });
            rig.close();
            try (var files = Files.walk(folder)) {
                for (var file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
