package io.signalbox.designer.panel;

import io.signalbox.designer.Picture;
import io.signalbox.designer.Theme;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Draws the panels into PNG files, to be looked at:
/// `java -cp … -Dglass.platform=Headless -Dprism.order=sw io.signalbox.designer.panel.PanelPictures target/pictures`.
public final class PanelPictures {
    private PanelPictures() {}

    public static void main(String[] arguments) {
        Application.launch(Painter.class, arguments);
    }

    /// Runs on the FX thread and leaves.
    public static final class Painter extends Application {
        private final Deque<Runnable> jobs = new ArrayDeque<>();
        private Path folder = Path.of(".");

        @Override
        public void start(Stage stage) throws IOException {
            folder = Files.createDirectories(Path.of(getParameters().getRaw().getFirst()));
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                inspector(stage, choice, "conditions", PanelFlow.TRIGGER, "#tab-conditions");
                inspector(stage, choice, "trigger", PanelFlow.TRIGGER, "#tab-general");
                inspector(stage, choice, "map", PanelFlow.FIELDS, "#tab-setup");
                inspector(stage, choice, "map-tree", PanelFlow.FIELDS, "#map-values");
                inspector(stage, choice, "source", PanelFlow.WO, "#tab-setup");
                inspector(stage, choice, "connection", PanelFlow.SEND, "#tab-setup");
                inspector(stage, choice, "input", PanelFlow.SEND, "#tab-input");
                inspector(stage, choice, "output", PanelFlow.FIELDS, "#tab-output");
                inspector(stage, choice, "flow", new NodeId("none"), "");
                popover(stage, choice);
                drawer(stage, choice, "preview");
                drawer(stage, choice, "runs");
                drawer(stage, choice, "problems");
                dialog(
                        stage,
                        choice,
                        "new-connection",
                        bench -> new ConnectionDialog(bench, "whatsapp", _ -> {}).open());
                dialog(stage, choice, "send", bench -> {
                    var there = new FlowServer.Deployed(
                            PanelFlow.flow(PanelFlow.conditions(), List.of()).withWires(List.of()), "7", true);
                    new SendToServerDialog(
                                    bench,
                                    (_, _) -> new MemoryServer(Optional.of(there)),
                                    "https://plant-a.example:8085",
                                    _ -> {})
                            .open();
                    bench.overlay().applyCss();
                    bench.overlay().layout();
                    ((javafx.scene.control.TextField) bench.overlay().lookup("#send-token")).setText("token");
                    ((javafx.scene.control.Button) bench.overlay().lookup("#send-compare")).fire();
                });
                flows(stage, choice);
            }
            next();
        }

        private void next() {
            var job = jobs.poll();
            if (job == null) {
                System.exit(0);
                return;
            }
            job.run();
        }

        private static Flow flow() {
            var flow = PanelFlow.flow();
            var tables = new java.util.LinkedHashMap<>(flow.tables());
            tables.put("priority", PanelFlow.priorities());
            return new Flow(
                    flow.id(),
                    flow.name(),
                    flow.description(),
                    flow.language(),
                    flow.zone(),
                    tables,
                    flow.nodes(),
                    flow.wires(),
                    flow.layout(),
                    flow.samples(),
                    flow.extra());
        }

        private void inspector(Stage stage, Theme.Choice choice, String name, NodeId node, String tab) {
            jobs.add(() -> {
                var bench = PanelBench.of(flow());
                select(bench, node);
                var inspector = new Inspector(bench, () -> {});
                inspector.setPrefSize(400, 820);
                take(stage, choice, name, bench, inspector, 400, 820, () -> {
                    switch (tab.isEmpty() ? inspector : inspector.lookup(tab)) {
                        case javafx.scene.control.ToggleButton button -> button.fire();
                        case javafx.scene.control.TitledPane pane -> pane.setExpanded(true);
                        default -> {}
                    }
                });
            });
        }

        private void drawer(Stage stage, Theme.Choice choice, String page) {
            jobs.add(() -> {
                var flow = page.equals("problems") ? flow().withWires(List.of()) : flow();
                var bench = PanelBench.of(flow);
                select(bench, PanelFlow.FIELDS);
                var runs = new RunsPanel(bench, _ -> {}, _ -> {});
                var drawer = new Drawer(
                        bench,
                        new PreviewPanel(bench),
                        runs,
                        new ProblemsPanel(bench, _ -> {}),
                        new SimpleBooleanProperty(true));
                drawer.showRuns(runs());
                drawer.reveal(page);
                var pane = new BorderPane();
                pane.setTop(drawer.nodes()[0]);
                pane.setCenter(drawer.nodes()[1]);
                take(stage, choice, "drawer-" + page, bench, pane, 984, 264, () -> {});
            });
        }

        private static List<RunSummary> runs() {
            var at = PanelBench.NOW;
            return List.of(
                    new RunSummary("r2", "f", "e2", "OS-1496", RunState.SUCCEEDED, 1, "", "", at, Optional.of(at)),
                    new RunSummary(
                            "r1",
                            "f",
                            "e1",
                            "OS-1495",
                            RunState.FAILED,
                            0,
                            "window",
                            "",
                            at.minus(Duration.ofMinutes(9)),
                            Optional.of(at)),
                    new RunSummary(
                            "r0",
                            "f",
                            "e0",
                            "OS-1494",
                            RunState.SUCCEEDED,
                            0,
                            "recipient",
                            "12",
                            at.minus(Duration.ofHours(1)),
                            Optional.of(at)));
        }

        private void dialog(Stage stage, Theme.Choice choice, String name, java.util.function.Consumer<Bench> open) {
            jobs.add(() -> {
                var bench = PanelBench.of(flow());
                var behind = new VBox();
                take(stage, choice, name, bench, behind, 800, 760, () -> open.accept(bench));
            });
        }

        /// A popup is a window of its own: its scene is drawn alone.
        private void popover(Stage stage, Theme.Choice choice) {
            jobs.add(() -> {
                var bench = PanelBench.of(flow());
                select(bench, PanelFlow.FIELDS);
                var inspector = new Inspector(bench, () -> {});
                take(stage, choice, "functions-owner", bench, inspector, 400, 820, () -> {
                    ((javafx.scene.control.Button) inspector.lookup("#map-functions-3")).fire();
                    later(
                            200,
                            () -> javafx.stage.Window.getWindows().stream()
                                    .filter(javafx.stage.Popup.class::isInstance)
                                    .findFirst()
                                    .ifPresent(popup -> write(popup.getScene(), "functions", choice)));
                });
            });
        }

        private void write(Scene scene, String name, Theme.Choice choice) {
            var file = folder.resolve(name + (choice == Theme.Choice.DARK ? "-dark.png" : "-light.png"));
            try {
                Picture.write(scene.snapshot(null), file);
            } catch (IOException failure) {
                throw new UncheckedIOException("drawing " + file, failure);
            }
        }

        private void flows(Stage stage, Theme.Choice choice) {
            jobs.add(() -> {
                var bench = PanelBench.of(flow());
                var list = new FlowList(
                        bench.words(),
                        MemoryFlows.three().shelf(),
                        bench.background(),
                        io.signalbox.designer.Shortcuts.standard(),
                        new MemoryFlows.Ignored());
                take(stage, choice, "flows", bench, list, 984, 560, () -> {});
            });
        }

        private static void select(Bench bench, NodeId node) {
            bench.session().select(new LinkedHashSet<>(List.of(node)));
        }

        private void take(
                Stage stage,
                Theme.Choice choice,
                String name,
                Bench bench,
                Region panel,
                double width,
                double height,
                Runnable act) {
            var theme = new Theme(choice);
            var root = new StackPane((Node) panel, bench.overlay());
            var scene = new Scene(root, width, height);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            panel.setFocusTraversable(true);
            panel.requestFocus();
            later(250, () -> {
                act.run();
                later(350, () -> {
                    write(scene, name, choice);
                    theme.close();
                    next();
                });
            });
        }

        private static void later(double millis, Runnable run) {
            var pause = new PauseTransition(javafx.util.Duration.millis(millis));
            pause.setOnFinished(_ -> run.run());
            pause.play();
        }
    }
}
