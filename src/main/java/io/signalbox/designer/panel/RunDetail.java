package io.signalbox.designer.panel;

import io.signalbox.designer.FlowSession;
import io.signalbox.designer.Tip;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.RunView;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One stored run, in the flow as it was then: how it ended, what can be done about it, and for each node what went in,
/// what came out, the request, each clause with its value and how often it was called.
final class RunDetail extends VBox implements Closes {
    private final Bench bench;
    private final RunRecord run;
    private final Closing closing = new Closing();
    private boolean chosen;

    /// What it is made with.
    ///
    /// @param tried makes the view of what a flow did
    /// @param masked whether phone numbers are hidden
    /// @param open shows the run on the canvas
    record Made(Function<FlowSession, LivePreview> tried, boolean masked, RunDeeds deeds, Consumer<RunSummary> open) {}

    /// @param then the flow as it was when the run was accepted
    RunDetail(Bench workspace, Flow then, RunRecord run, Made made) {
        var session = new FlowSession(then);
        var preview = made.tried().apply(session);
        bench = workspace.over(session, preview, workspace.recent());
        this.run = run;
        closing.add(preview::close);
        getStyleClass().add("run-detail");
        setId("run-detail");
        var words = new RunWords(bench);
        var summary = run.summary();
        var title = WholeTip.on(Wording.strong(title(summary)));
        title.setMinWidth(0);
        var below = Wording.wrapped(Wording.caption(bench.text(
                "all-runs.detail",
                words.started(summary, FormatStyle.MEDIUM),
                words.state(summary.state()),
                words.took(summary))));
        var choices = new RunChoices(bench, made.deeds());
        var stamps = new HBox(8);
        var acts = new HBox(8);
        acts.setMinWidth(USE_PREF_SIZE);
        acts.setAlignment(Pos.CENTER_RIGHT);
        acts.getChildren().addAll(choices.of(run));
        var open = Press.small(
                bench.text("all-runs.open"), "flows", () -> made.open().accept(summary));
        open.setId("run-open");
        open.setAccessibleHelp(bench.text("all-runs.open.help"));
        acts.getChildren().add(open);
        for (var way : List.of(way("previous", "up", -1), way("next", "down", 1))) {
            acts.getChildren().add(way);
        }
        var first = new HBox(8, title, stamps);
        first.setAlignment(Pos.CENTER_LEFT);
        var names = new VBox(first, below);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var head = new HBox(12, names, acts);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("run-head");
        var asked = new FlowPane(8, 8);
        asked.getStyleClass().add("notice");
        choices.ask(asked, run);
        getChildren().addAll(head, asked);
        if (run.event().removedAt().isPresent()) {
            var removed = Wording.wrapped(
                    Wording.caption(RunView.removed(run.event(), bench.words().language())));
            removed.getStyleClass().add("run-removed");
            getChildren().add(removed);
            return;
        }
        var steps = new PreviewPanel(bench);
        closing.add(steps::close);
        VBox.setVgrow(steps, Priority.ALWAYS);
        getChildren().add(steps);
        var shown = preview.modelProperty().subscribe(model -> {
            stamps.getChildren().setAll(model.past().isPresent() ? RunStamps.of(bench) : List.of());
            model.past().flatMap(_ -> model.result()).ifPresent(this::choose);
        });
        closing.add(shown::unsubscribe);
        preview.look(then, run, made.masked());
    }

    /// From one step that failed to the next, with the keys that do the same in its tip.
    private Button way(String to, String icon, int by) {
        var action = "runs.failure." + to;
        var button = Press.icon(icon, bench.words().text(action), () -> stepFailure(by));
        button.setId("run-failure-" + to);
        button.setTooltip(
                new Tip(bench.words().text(action) + " · " + bench.shortcuts().keysOf(action, bench.words())));
        button.disableProperty()
                .bind(bench.preview().modelProperty().map(_ -> failures().isEmpty()));
        return button;
    }

    /// What it was about, else the id of what came in.
    static String title(RunSummary run) {
        return run.subject().isBlank() ? run.eventId() : run.subject();
    }

    RunRecord run() {
        return run;
    }

    /// The step that failed says most; else the first.
    private void choose(Preview.Result result) {
        if (!chosen) {
            chosen = true;
            result.trace().stream()
                    .filter(RunDetail::failed)
                    .findFirst()
                    .or(() -> result.trace().stream().findFirst())
                    .ifPresent(visit -> select(visit.step().node()));
        }
    }

    /// To the next step that failed or was held back, or to the one before; round at the end.
    void stepFailure(int by) {
        var failures = failures();
        if (!failures.isEmpty()) {
            var now = bench.session().selectionProperty().get().stream().findFirst();
            int at = now.map(failures::indexOf).orElse(-1);
            int to = at < 0 ? (by > 0 ? 0 : failures.size() - 1) : Math.floorMod(at + by, failures.size());
            select(failures.get(to));
        }
    }

    private List<NodeId> failures() {
        return bench.preview().model().result().stream()
                .flatMap(result -> result.trace().stream())
                .filter(RunDetail::failed)
                .map(visit -> visit.step().node())
                .distinct()
                .toList();
    }

    private static boolean failed(NodeTrace visit) {
        return visit.state() == NodeTrace.State.FAILED || visit.state() == NodeTrace.State.SUPPRESSED;
    }

    private void select(NodeId node) {
        bench.session().select(new LinkedHashSet<>(List.of(node)));
    }

    @Override
    public void close() {
        closing.close();
    }
}
