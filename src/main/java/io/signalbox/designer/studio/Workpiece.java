package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.panel.AccountList;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.Drawer;
import io.signalbox.designer.panel.Inspector;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.panel.PreviewPanel;
import io.signalbox.designer.panel.ProblemsPanel;
import io.signalbox.designer.panel.RunsPanel;
import io.signalbox.designer.panel.SandboxTemplates;
import io.signalbox.designer.panel.SendToServerDialog;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.sandbox.SampleTemplates;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One open flow: its session, canvas, inspector, drawer and preview, put into the window's slots. FX thread only.
final class Workpiece implements AutoCloseable {
    private final FlowSession session;
    private final LivePreview preview;
    private final Autosave autosave;
    private final Inspector inspector;
    private final Drawer drawer;
    private final CanvasView canvas;
    private final Bench bench;
    private final SamplePicker sample;
    private final Subscription decorating;

    Workpiece(
            StoredFlow stored,
            MainWindow window,
            Overlay overlay,
            Words words,
            Desk desk,
            Background background,
            SecureRandom random,
            Consumer<Autosave.State> saved,
            Consumer<Exception> failed) {
        session = new FlowSession(stored.flow());
        preview = new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
        var accounts = new AccountList(desk.accounts(), background);
        var known = accounts.allProperty().subscribe(_ -> preview.refresh());
        accounts.refresh(failed);
        var templates = new SandboxTemplates(SampleTemplates.shipped());
        bench = new Bench(session, words, desk.connectors(), preview, accounts, templates, background, random, overlay);
        canvas = window.open(session);
        inspector = new Inspector(bench, () -> session.select(new LinkedHashSet<>()));
        drawer = new Drawer(
                bench,
                new PreviewPanel(bench),
                new RunsPanel(bench),
                new ProblemsPanel(bench, this::reveal),
                window.drawerOpenProperty());
        window.setInspector(inspector);
        var below = new VBox(drawer.nodes());
        below.getChildren().forEach(part -> VBox.setVgrow(part, Priority.ALWAYS));
        window.setDrawer(below);
        sample = new SamplePicker(words, preview);
        window.setSample(sample);
        canvas.setOnEdit(_ -> inspector.requestFocus());
        canvas.setOnEditWire(_ -> inspector.requestFocus());
        decorating = preview.modelProperty()
                .subscribe(model -> canvas.show(RunView.of(model)))
                .and(known)
                .and(canvas.wireProperty().subscribe(inspector::showWire));
        autosave = new Autosave(session, stored.revision(), desk.flows(), background, desk.clock(), saved);
        preview.refresh();
        var first = stored.flow().nodes().firstEntry();
        if (first != null) {
            session.select(new LinkedHashSet<>(List.of(first.getKey())));
        }
    }

    private void reveal(NodeId node) {
        session.select(new LinkedHashSet<>(List.of(node)));
        canvas.focusNode(node);
    }

    Flow flow() {
        return session.flow();
    }

    FlowSession session() {
        return session;
    }

    Autosave autosave() {
        return autosave;
    }

    LivePreview preview() {
        return preview;
    }

    void showPreview() {
        drawer.reveal("preview");
        preview.refresh();
    }

    void stepProblem(int by) {
        drawer.stepProblem(by);
    }

    void showRuns(List<RunSummary> runs) {
        drawer.showRuns(runs);
    }

    /// @param url of the server used last
    void sendToServer(Desk desk, String url) {
        new SendToServerDialog(bench, desk.servers(), url, _ -> {}).open();
    }

    @Override
    public void close() {
        decorating.unsubscribe();
        sample.close();
        autosave.close();
        inspector.close();
        drawer.close();
        preview.close();
    }
}
