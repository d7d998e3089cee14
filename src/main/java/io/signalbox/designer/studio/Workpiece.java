package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.Asked;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.LayeredArranger;
import io.signalbox.designer.panel.AccountList;
import io.signalbox.designer.panel.Bench;
import io.signalbox.designer.panel.GroupList;
import io.signalbox.designer.panel.KnownServers;
import io.signalbox.designer.panel.LastRuns;
import io.signalbox.designer.panel.LivePreview;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.panel.PayloadCard;
import io.signalbox.designer.panel.Pins;
import io.signalbox.designer.panel.RecentEvents;
import io.signalbox.designer.panel.RuleBook;
import io.signalbox.designer.panel.SandboxPost;
import io.signalbox.designer.panel.Saving;
import io.signalbox.designer.panel.SendToServerDialog;
import io.signalbox.designer.panel.Suggestions;
import io.signalbox.designer.panel.Templates;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import io.signalbox.sandbox.Arrived;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// One open flow: its session, canvas, inspector, drawer and preview, put into the window's slots. FX thread only.
final class Workpiece implements AutoCloseable {
    private final FlowSession session;
    private final LivePreview preview;
    private final Autosave autosave;
    private final CanvasView canvas;
    private final Panels panels;
    private final Bench bench;
    private final SamplePicker sample;
    private final Subscription decorating;
    private final LiveRun live;
    private final NewItems items = new NewItems();

    Workpiece(
            StoredFlow stored,
            MainWindow window,
            Overlay overlay,
            Words words,
            Desk desk,
            Background background,
            SecureRandom random,
            ZoneId zone,
            BooleanSupplier masks,
            Saving saving,
            RuleBook rules,
            Autosave.Beside beside,
            Consumer<Autosave.State> saved,
            Consumer<Exception> failed) {
        session = new FlowSession(stored.flow());
        var first = stored.flow().nodes().firstEntry();
        if (first != null) {
            session.select(new LinkedHashSet<>(List.of(first.getKey())));
        }
        preview = new LivePreview(session, desk.preview(), desk.check(), desk.connectors(), desk.clock(), background);
        var accounts = new AccountList(desk.accounts(), background);
        var known = accounts.allProperty().subscribe(_ -> preview.refresh());
        accounts.refresh(failed);
        var groups = new GroupList(desk.groups(), background);
        groups.refresh(failed);
        var templates = Templates.of(desk.shelf(), background);
        bench = new Bench(
                session,
                words,
                window.shortcuts(),
                desk.connectors(),
                preview,
                accounts,
                groups,
                saving,
                rules,
                new RecentEvents(desk.events()::latest, background),
                templates,
                new Suggestions(desk.directories(), background),
                LastRuns.of(desk.runs()),
                new SandboxPost(desk.tryout(), background, window::say, () -> lookAtSandbox(desk, failed)),
                desk.sending(),
                background,
                random,
                overlay,
                zone);
        canvas = window.open(session);
        panels = new Panels(
                bench,
                canvas,
                window.drawerOpenProperty(),
                desk,
                new RunDecisions(words, desk, background, window::say, failed),
                masks,
                window::showInspector,
                failed);
        window.setInspector(panels::inspector);
        window.setDrawer(panels::below);
        sample = new SamplePicker(words, preview);
        window.setSample(sample);
        canvas.setOnEdit(_ -> panels.edit());
        // The layout engine is loaded by whoever uses it, in the background: its jar is signed, and checking that takes
        // longer than a frame may.
        canvas.editing().arrangeWith(flow -> new LayeredArranger().places(flow), background);
        canvas.setOnAsk(asked -> answer(asked, window));
        decorating = preview.modelProperty()
                .subscribe(model -> window.show(RunView.of(model)))
                .and(known)
                .and(templates.editionProperty().subscribe((_, _) -> preview.refresh()))
                .and(accounts.allProperty().subscribe(templates::begin));
        autosave = new Autosave(session, stored.revision(), desk.flows(), background, desk.clock(), saved, beside);
        live = new LiveRun(desk, background, (run, result) -> showLive(run, result, window), failed);
        preview.setOnRun(model -> model.result().ifPresent(result -> canvas.run(RunView.passed(result))));
        window.acts().onSayAgain(() -> sayAgain(window, words));
        preview.refresh();
        // The keyboard begins on the drawing, not in a field that typing would change.
        canvas.takeFocus();
    }

    /// What has just arrived there is read at once, not with the next beat.
    private void lookAtSandbox(Desk desk, Consumer<Exception> failed) {
        panels.drawer().reveal("sandbox");
        bench.background().run(desk.arrivals()::get, all -> panels.drawer().showNewest(all), failed);
    }

    /// The chosen node with all its problems, where the focus is and in the status strip.
    private void sayAgain(MainWindow window, Words words) {
        var chosen = session.selectionProperty().get();
        if (chosen.size() == 1) {
            var node = chosen.getFirst();
            var texts = words.flowTexts();
            var sentence = new StringBuilder(window.spoken(node));
            preview.model().problems().stream()
                    .filter(problem -> problem.node().filter(node::equals).isPresent())
                    .forEach(problem -> sentence.append(' ')
                            .append(problem.text(texts))
                            .append(' ')
                            .append(problem.fix(texts)));
            canvas.focusNode(node);
            window.sayHere(sentence.toString());
        }
    }

    private void answer(Asked asked, MainWindow window) {
        switch (asked) {
            case Asked.Pin(var nodes) -> {
                if (!new Pins(bench).toggle(nodes)) {
                    window.say(
                            Texts.of(Workpiece.class, bench.words().language()).text("pin.none"));
                }
            }
            case Asked.EditWire _ -> panels.edit();
            case Asked.PreviewHere() -> previewHere();
            case Asked.SeeProblem(var node) -> panels.drawer().showProblem(node);
            case Asked.Payload(var wire, var beside) -> {
                // Its pill covers most of a short wire: whoever presses it means the wire, too.
                session.select(new LinkedHashSet<>());
                canvas.chooseWire(Optional.of(wire));
                new PayloadCard(bench, wire).showBelow(beside);
            }
        }
    }

    /// A real run draws over the preview until something else is looked at; the view does not move.
    private void showLive(String run, Preview.Result result, MainWindow window) {
        var model = preview.model();
        if (model.past().isEmpty()) {
            window.show(RunView.with(Decorations.of(model.problems()), result, Decorations.RunState.RUNNING));
            canvas.run(items.of(run, RunView.passed(result)));
        }
    }

    private void previewHere() {
        panels.drawer().reveal("preview");
        preview.run(session.selectionProperty().get().stream().findFirst());
    }

    /// Does what a shortcut names.
    ///
    /// @return false when an open flow does not know the action
    boolean act(String action, MainWindow window) {
        switch (action) {
            case "inspector.tab.next" -> panels.inspector().turn(1);
            case "inspector.tab.previous" -> panels.inspector().turn(-1);
            case "tool.sandbox" -> {
                if (!panels.inspector().sendToSandbox()) {
                    window.say(
                            Texts.of(Workpiece.class, bench.words().language()).text("sandbox.no-message"));
                }
            }
            case "tool.preview.stop" -> {
                if (preview.stop()) {
                    window.say(
                            Texts.of(Workpiece.class, bench.words().language()).text("preview.stopped"));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
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
        panels.drawer().reveal("preview");
        preview.run(Optional.empty());
    }

    /// Shows a run of this flow in place of the preview, beside the others.
    void look(RunSummary run) {
        panels.look(run);
    }

    void stepProblem(int by) {
        panels.drawer().stepProblem(by);
    }

    void showArrivals(List<Arrived> all) {
        panels.showArrivals(all);
    }

    void showRuns(List<RunSummary> runs) {
        bench.recent().refresh();
        panels.showRuns(runs);
        live.latest(runs);
    }

    /// @param noted run when something new is known of a server
    void sendToServer(Desk desk, Runnable noted) {
        new SendToServerDialog(bench, desk.servers(), new KnownServers(desk.accounts(), desk.clock()), noted).open();
    }

    @Override
    public void close() {
        decorating.unsubscribe();
        sample.close();
        autosave.close();
        panels.close();
        preview.close();
    }
}
