package io.signalbox.designer.panel;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.SampleTemplates;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// Measures on a real display: the time from a keystroke in a field map to its result on screen, and the longest time
/// that the FX thread is busy while a large payload opens. Prints figures and proves nothing by itself.
public final class KeystrokeBenchmark {
    private static final int STROKES = 200;
    private static final int WARM = 40;

    private KeystrokeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        try {
            opening(5 * 1024 * 1024);
            typing(100 * 1024);
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private static void typing(int size) throws Exception {
        var times = new ArrayList<Long>();
        var opened = new Opened(size);
        onScreen(opened::map);
        Thread.sleep(1_000);
        long before = busy();
        for (int stroke = 0; stroke < STROKES + WARM; stroke++) {
            var shown = new CountDownLatch(1);
            var took = new AtomicLong();
            var letter = Character.toString('a' + stroke % 26);
            onScreen(() -> opened.stroke(letter, shown, took));
            if (!shown.await(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no result after stroke " + stroke);
            }
            if (stroke >= WARM) {
                times.add(took.get());
            }
            Thread.sleep(20);
        }
        System.out.printf("FX thread busy for %.1f ms a stroke%n", (busy() - before) / 1e6 / (STROKES + WARM));
        times.sort(null);
        System.out.printf(
                "typing with %d KB: p50 %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                size / 1024,
                times.get(times.size() / 2) / 1e6,
                times.get(times.size() * 95 / 100) / 1e6,
                times.getLast() / 1e6);
        onScreen(opened::close);
    }

    private static void opening(int size) throws Exception {
        var opened = new Opened(size);
        Thread.sleep(2_000);
        for (int round = 1; round <= 3; round++) {
            stall("open the tree", size, round, opened::tree);
            stall("open the JSON", size, round, opened::json);
            stall("search the tree", size, round, opened::search);
        }
        onScreen(opened::close);
    }

    /// The first round is cold: classes and fonts are loaded in it.
    private static void stall(String what, int size, int round, Runnable work) throws Exception {
        var longest = new AtomicLong();
        var running = new AtomicLong(1);
        var pulse = Thread.ofPlatform().start(() -> {
            while (running.get() == 1) {
                long asked = System.nanoTime();
                var done = new CountDownLatch(1);
                Platform.runLater(() -> {
                    longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
                    done.countDown();
                });
                try {
                    done.await();
                    Thread.sleep(1);
                } catch (InterruptedException _) {
                    return;
                }
            }
        });
        long before = busy();
        onScreen(work);
        Thread.sleep(2_000);
        long after = busy();
        running.set(0);
        pulse.join();
        System.out.printf(
                "%s of %d KB, round %d: longest stall %.1f ms, FX thread busy for %.1f ms in all%n",
                what, size / 1024, round, longest.get() / 1e6, (after - before) / 1e6);
    }

    /// Processor time of the FX thread: what remains the same on a machine that is busy with other things.
    private static long busy() throws Exception {
        var used = new AtomicLong();
        onScreen(() -> used.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        return used.get();
    }

    private static void onScreen(Runnable work) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        done.await();
    }

    /// About so many bytes of records as a maintenance system sends them.
    private static Value.Fields payload(int size) {
        var items = new ArrayList<Value>();
        for (int made = 0; made < size; made += 200) {
            items.add(
                    Value.fields("wo_folio", Value.of("OS-" + made), "description", Value.of("Replace bearing " + made))
                            .with("asset", Value.of("Plant A / Line " + made % 9 + " / Pump " + made))
                            .with("hours", Value.of(made))
                            .with("stopped", Value.of(made % 3 == 0))
                            .with("note", Value.nothing()));
        }
        return Value.fields("wo_folio", Value.of("OS-1496"), "tasks", new Value.Items(items));
    }

    private static Flow flow(int size) {
        var sample = PanelFlow.sample();
        var event = sample.event().with("data", payload(size).with("priority", Value.of("Very high")));
        return PanelFlow.flow()
                .withSamples(List.of(new Sample("large", event, sample.replies(), Value.Fields.empty())));
    }

    /// The inspector with a large payload behind it. FX thread only.
    private static final class Opened {
        private final Bench bench;
        private final Value value;
        private Optional<Stage> stage = Optional.empty();
        private Optional<FieldTree> tree = Optional.empty();

        Opened(int size) throws Exception {
            var flow = flow(size);
            value = payload(size);
            var session = new FlowSession(flow);
            var connectors = Connectors.found();
            var accounts = new MemoryAccounts();
            var background = new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
            var made = new ArrayList<LivePreview>();
            onScreen(() -> made.add(new LivePreview(
                    session,
                    new Preview(connectors, accounts::find),
                    FlowCheck.ofWorkspace(connectors, accounts::find),
                    connectors,
                    InstantSource.system(),
                    background)));
            bench = new Bench(
                    session,
                    new Words(Language.EN),
                    connectors,
                    made.getFirst(),
                    new AccountList(accounts, background),
                    new RecentEvents(_ -> List.of(), background),
                    new SandboxTemplates(SampleTemplates.shipped()),
                    LastRuns.none(),
                    background,
                    new SecureRandom(),
                    new Overlay());
            onScreen(() -> {
                var shown = new Stage();
                shown.setScene(new Scene(new StackPane(), 1200, 900));
                new Theme(Theme.Choice.LIGHT).dress(shown.getScene());
                shown.show();
                stage = Optional.of(shown);
            });
        }

        private StackPane root() {
            return (StackPane) stage.orElseThrow().getScene().getRoot();
        }

        void map() {
            bench.session().select(new LinkedHashSet<>(List.of(PanelFlow.FIELDS)));
            root().getChildren().setAll(new Inspector(bench, () -> {}));
            bench.preview().refresh();
        }

        /// Types a letter and waits for the frame that shows what the flow then does.
        void stroke(String letter, CountDownLatch shown, AtomicLong took) {
            var field = (TextField) root().lookup("#map-value-0 .text-field");
            field.requestFocus();
            long begun = System.nanoTime();
            field.replaceText(
                    0, field.getLength(), field.getText().substring(Math.max(0, field.getLength() - 20)) + letter);
            var scene = stage.orElseThrow().getScene();
            var frame = new ArrayList<Runnable>();
            frame.add(() -> {
                var result = (Label) root().lookup("#map-result-0 .label");
                if (result != null && result.getText().startsWith(field.getText())) {
                    took.set(System.nanoTime() - begun);
                    scene.removePostLayoutPulseListener(frame.getFirst());
                    shown.countDown();
                }
            });
            scene.addPostLayoutPulseListener(frame.getFirst());
            Platform.requestNextPulse();
        }

        void tree() {
            bench.preview().refresh();
            var fields = new FieldTree(bench, _ -> {});
            fields.show(FieldChoice.rootsBefore(bench.flow(), PanelFlow.FIELDS));
            root().getChildren().setAll(fields);
            tree = Optional.of(fields);
            open(fields.tree().getRoot());
        }

        private static void open(TreeItem<FieldLine> item) {
            item.setExpanded(true);
            for (var child : List.copyOf(item.getChildren())) {
                if (child.getValue() instanceof FieldLine.Entry entry
                        && List.of("trigger", "trigger.data", "trigger.data.tasks")
                                .contains(entry.path().toString())) {
                    open(child);
                }
            }
        }

        void search() {
            tree.ifPresent(fields -> {
                root().getChildren().setAll(fields);
                fields.narrow("pump " + System.nanoTime() % 1000);
            });
        }

        void json() {
            var view = new JsonView(bench, "Payload");
            root().getChildren().setAll(view);
            view.show(value);
        }

        void close() {
            bench.preview().close();
            stage.ifPresent(Stage::close);
        }
    }
}
