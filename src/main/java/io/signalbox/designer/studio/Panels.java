package io.signalbox.designer.studio;

import io.signalbox.designer.Desk;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.Drawer;
import io.signalbox.designer.panel.Inspector;
import io.signalbox.designer.panel.PreviewPanel;
import io.signalbox.designer.panel.ProblemsPanel;
import io.signalbox.designer.panel.RunsPanel;
import io.signalbox.designer.panel.SandboxPanel;
import io.signalbox.engine.RunSummary;
import io.signalbox.flow.Problem;
import io.signalbox.sandbox.Arrived;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What stands around the drawing of an open flow: the inspector beside it, the drawer below it. Each is made when it
/// is first asked for, so that the drawing need not wait for either. FX thread only.
final class Panels implements AutoCloseable {
    private final Bench bench;
    private final CanvasView canvas;
    private final BooleanProperty drawerOpen;
    private final PastRuns past;
    private final Runnable showInspector;
    private final Consumer<Exception> failed;
    private Optional<Inspector> inspector = Optional.empty();
    private Optional<Drawer> drawer = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private List<RunSummary> runs = List.of();
    private List<Arrived> arrivals = List.of();

    /// @param showInspector where it was put away
    Panels(
            Bench bench,
            CanvasView canvas,
            BooleanProperty drawerOpen,
            Desk desk,
            RunDecisions decisions,
            BooleanSupplier masks,
            Runnable showInspector,
            Consumer<Exception> failed) {
        this.bench = bench;
        this.canvas = canvas;
        this.drawerOpen = drawerOpen;
        this.showInspector = showInspector;
        this.failed = failed;
        past = new PastRuns(bench, desk, decisions, masks);
    }

    Inspector inspector() {
        if (inspector.isEmpty()) {
            var made = new Inspector(bench, this::chooseNothing);
            made.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
            made.setOnLost(canvas::takeFocus);
            following = canvas.wireProperty().subscribe(made::showWire);
            inspector = Optional.of(made);
        }
        return inspector.get();
    }

    /// Gives the first field of what is chosen the keyboard.
    void edit() {
        showInspector.run();
        inspector().enter();
    }

    Drawer drawer() {
        if (drawer.isEmpty()) {
            var made = new Drawer(
                    bench,
                    new PreviewPanel(bench),
                    new RunsPanel(bench, past, failed),
                    new ProblemsPanel(bench, this::reveal),
                    new SandboxPanel(bench),
                    drawerOpen);
            made.showRuns(runs);
            made.showArrivals(arrivals);
            drawer = Optional.of(made);
        }
        return drawer.get();
    }

    /// The drawer's row of tabs over what they show.
    VBox below() {
        var below = new VBox(drawer().nodes());
        below.getChildren().forEach(part -> VBox.setVgrow(part, Priority.ALWAYS));
        return below;
    }

    /// @param latest runs of the flow, newest first
    void showRuns(List<RunSummary> latest) {
        runs = List.copyOf(latest);
        drawer.ifPresent(made -> made.showRuns(runs));
    }

    /// @param all that reached the stand-ins that run here, oldest first
    void showArrivals(List<Arrived> all) {
        arrivals = List.copyOf(all);
        drawer.ifPresent(made -> made.showArrivals(arrivals));
    }

    /// Shows a run of the flow in place of the preview, beside the others.
    void look(RunSummary run) {
        drawer().reveal("runs");
        past.look(run);
    }

    /// Brings node or wire into view and gives the field that has the problem the keyboard.
    private void reveal(Problem problem) {
        showInspector.run();
        problem.node()
                .ifPresent(node -> bench.session().flow().wiresFrom(node).stream()
                        .filter(wire -> problem.field().equals("wire." + wire.to())
                                || problem.field().startsWith("wire." + wire.to() + "."))
                        .findFirst()
                        .ifPresentOrElse(
                                wire -> {
                                    bench.session().select(new LinkedHashSet<>());
                                    canvas.focusWire(wire);
                                },
                                () -> {
                                    bench.session().select(new LinkedHashSet<>(List.of(node)));
                                    canvas.focusNode(node);
                                    inspector().reveal(problem);
                                }));
    }

    private void chooseNothing() {
        bench.session().select(new LinkedHashSet<>());
        canvas.chooseWire(Optional.empty());
    }

    /// Escape gives the keyboard back to the node that is being edited.
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            canvas.takeFocus();
            event.consume();
        }
    }

    @Override
    public void close() {
        following.unsubscribe();
        inspector.ifPresent(Inspector::close);
        drawer.ifPresent(Drawer::close);
    }
}
