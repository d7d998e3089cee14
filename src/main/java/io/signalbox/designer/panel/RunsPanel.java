package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.edit.Edit;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StepResult;
import io.signalbox.flow.Event;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.JsonRepair;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last runs of this flow: what they were about, how they ended and why. The chosen one is shown on the canvas and
/// in the panels, and can become the flow's sample.
public final class RunsPanel extends VBox implements Closes {
    private final Bench bench;
    private final Deeds deeds;
    private final Consumer<Exception> failed;
    private final Closing closing = new Closing();
    private final TableView<RunSummary> table = new TableView<>();
    private final HBox tools = new HBox(8);
    private final HBox shown = new HBox(8);
    private final HBox stamp = new HBox(8);
    private final HBox choices = new HBox(8);
    /// Above the runs: what is asked about the one that is shown needs more room than the row of tabs has.
    private final FlowPane asked = new FlowPane(8, 8);
    private final Button start;
    private final Button use;
    private final Button leave;
    private boolean filling;

    /// What can be done with a run.
    public interface Deeds {
        /// Reads it and shows it.
        void look(RunSummary run);

        /// Starts the flow, which has a trigger for that.
        void start();

        /// Runs it again with the same event.
        void again(RunRecord run);

        /// Says what became of the call that it is parked at.
        void resolve(RunRecord run, Settlement settlement);

        void cancel(RunRecord run);
    }

    /// @param failed told when the run could not be read again
    public RunsPanel(Bench bench, Deeds deeds, Consumer<Exception> failed) {
        this.bench = bench;
        this.failed = failed;
        this.deeds = deeds;
        getStyleClass().add("runs-panel");
        PanelSheet.dress(this);
        table.setId("runs");
        table.setAccessibleText(bench.text("runs.title"));
        table.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("runs.none"))));
        table.getColumns()
                .add(Columns.of(
                        bench.text("runs.started"), 168, run -> Wording.caption(started(run, FormatStyle.MEDIUM))));
        table.getColumns().add(Columns.of(bench.text("runs.subject"), 144, run -> Wording.strong(run.subject())));
        table.getColumns().add(Columns.of(bench.text("runs.state"), 128, this::state));
        table.getColumns().add(Columns.of(bench.text("runs.took"), 88, run -> Wording.caption(took(run))));
        table.getColumns()
                .add(Columns.of(bench.text("runs.messages"), 96, run -> new Label(Integer.toString(run.messages()))));
        table.getColumns().add(Columns.of(bench.text("runs.reason"), 320, this::reason));
        Columns.fit(table);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, run) -> {
            if (!filling && run != null) {
                deeds.look(run);
            }
        });
        setVgrow(table, Priority.ALWAYS);
        asked.getStyleClass().add("notice");
        getChildren().addAll(asked, table);
        start = Press.small(bench.text("runs.start"), "play", deeds::start);
        start.setId("run-start");
        start.managedProperty().bind(start.visibleProperty());
        use = Press.small(bench.text("runs.use"), "pin", this::use);
        use.setId("run-use");
        leave = Press.small(bench.text("runs.leave"), "undo", bench.preview()::leave);
        leave.setId("run-leave");
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.setFillHeight(false);
        for (var tool : List.of(start, use, leave)) {
            tool.setTooltip(new Tip(tool.getText()));
        }
        choices.setAlignment(Pos.CENTER_RIGHT);
        shown.setAlignment(Pos.CENTER_RIGHT);
        shown.setFillHeight(false);
        shown.getChildren().addAll(stamp, choices, use, leave);
        tools.getChildren().addAll(start, shown);
        var model = bench.preview().modelProperty().subscribe(_ -> drawTools());
        closing.add(model::unsubscribe);
        var triggers = bench.session().historyProperty().subscribe(_ -> start.setVisible(startsByHand()));
        closing.add(triggers::unsubscribe);
    }

    private boolean startsByHand() {
        return bench.flow().triggers().stream()
                .anyMatch(trigger -> trigger.type().equals("manual"));
    }

    /// What can be done with the run that is shown, for the drawer's row of tabs.
    public javafx.scene.Node tools() {
        return tools;
    }

    @Override
    public void close() {
        closing.close();
    }

    /// Newest first.
    public void show(List<RunSummary> runs) {
        if (table.getItems().equals(runs)) {
            return;
        }
        var chosen = table.getSelectionModel().getSelectedItem();
        filling = true;
        table.getItems().setAll(runs);
        if (chosen != null) {
            runs.stream()
                    .filter(run -> run.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(run -> table.getSelectionModel().select(run));
        }
        filling = false;
        if (chosen != null
                && bench.preview().model().past().isPresent()
                && !chosen.equals(table.getSelectionModel().getSelectedItem())
                && table.getSelectionModel().getSelectedItem() != null) {
            // The run that is shown went on meanwhile.
            deeds.look(table.getSelectionModel().getSelectedItem());
        }
    }

    private void drawTools() {
        boolean past = bench.preview().model().past().isPresent();
        stamp.getChildren().setAll(Stamp.of(bench));
        bench.preview()
                .model()
                .past()
                .filter(run -> !run.event().attributes().at(Event.REPLAY_OF).isMissing())
                .ifPresent(_ -> stamp.getChildren().add(Wording.pill(bench.text("runs.rerun"), "", "refresh")));
        bench.preview()
                .model()
                .past()
                .map(run -> run.event().attributes().at(Event.REPAIRED).asItems())
                .filter(repairs -> !repairs.isEmpty())
                .ifPresent(repairs -> stamp.getChildren().add(repaired(repairs)));
        var run = bench.preview().model().past();
        choices.getChildren().setAll(run.map(this::choices).orElse(List.of()));
        asked.getChildren().clear();
        run.filter(one -> one.summary().state() == RunState.PARKED).ifPresent(this::ask);
        asked.setVisible(!asked.getChildren().isEmpty());
        asked.setManaged(asked.isVisible());
        shown.setVisible(past);
        shown.setManaged(past);
        if (!past) {
            filling = true;
            table.getSelectionModel().clearSelection();
            filling = false;
        }
    }

    private Label repaired(List<Value> repairs) {
        var pill = Wording.pill(bench.text("runs.repaired"), "warning", "pencil");
        pill.setId("run-repaired");
        var words = Texts.of(JsonRepair.class, bench.words().language());
        var told = repairs.stream()
                .map(JsonRepair.Repair::of)
                .map(repair -> repair.text(words))
                .collect(Collectors.joining("\n"));
        pill.setTooltip(new Tip(bench.text("runs.repaired.tip") + "\n" + told));
        pill.setAccessibleHelp(told);
        return pill;
    }

    private void ask(RunRecord run) {
        asked.getChildren()
                .setAll(
                        Wording.warning(bench.text("runs.parked")),
                        choice("arrived", "check", () -> deeds.resolve(run, new Settlement.Arrived(""))),
                        choice("send-again", "refresh", () -> deeds.resolve(run, new Settlement.SendAgain())),
                        choice("give-up", "cross", () -> deeds.cancel(run)));
    }

    /// What a person can do with it, by how it stands.
    private List<Button> choices(RunRecord run) {
        return switch (run.summary().state()) {
            case PARKED -> List.of();
            case QUEUED, RUNNING, WAITING -> List.of(choice("cancel", "cross", () -> deeds.cancel(run)));
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> List.of(choice("again", "refresh", () -> deeds.again(run)));
        };
    }

    private Button choice(String what, String icon, Runnable deed) {
        var button = Press.small(bench.text("runs." + what), icon, deed);
        button.setId("run-" + what);
        button.setTooltip(new Tip(bench.text(what.equals("again") ? "runs.again.tip" : "runs." + what)));
        return button;
    }

    /// Event and replies of the run become a sample of the flow, which is tried from now on.
    private void use() {
        // Read anew: what is shown may have its phone numbers hidden, and a sample needs them.
        bench.preview()
                .model()
                .past()
                .ifPresent(shown -> bench.background()
                        .run(
                                () -> bench.runs().find(shown.summary().id()),
                                found -> found.ifPresent(this::keep),
                                failed));
    }

    private void keep(RunRecord run) {
        var name = bench.text("runs.sample", run.summary().subject(), started(run.summary(), FormatStyle.SHORT));
        var samples = new ArrayList<>(bench.flow().samples().stream()
                .filter(sample -> !sample.name().equals(name))
                .toList());
        samples.add(new Sample(name, EventForms.written(run.event()), replies(run), Value.Fields.empty()));
        bench.session().perform(new Edit.ChangeSamples(samples), "");
        bench.preview().use(name);
    }

    private SequencedMap<NodeId, Value> replies(RunRecord run) {
        var replies = new LinkedHashMap<NodeId, Value>();
        for (var step : run.steps()) {
            if (step.result() instanceof StepResult.Answered(var output, var _)
                    && bench.flow().node(step.step().node()).orElse(null) instanceof Node.Source) {
                replies.putIfAbsent(step.step().node(), output);
            }
        }
        return replies;
    }

    private String started(RunSummary run, FormatStyle time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, time)
                .withLocale(bench.words().language().locale())
                .format(run.startedAt().atZone(bench.zone()));
    }

    private String took(RunSummary run) {
        if (run.endedAt().isEmpty()) {
            return bench.text("runs.took.not");
        }
        var took = Duration.between(run.startedAt(), run.endedAt().get());
        // The symbols of these units are the same in every language.
        if (took.toMillis() < 1_000) {
            return took.toMillis() + "\u00a0ms";
        }
        return took.toSeconds() < 120 ? took.toSeconds() + "\u00a0s" : took.toMinutes() + "\u00a0min";
    }

    private Label state(RunSummary run) {
        var text = bench.text("run." + run.state().name().toLowerCase(Locale.ROOT));
        return switch (run.state()) {
            case SUCCEEDED -> Wording.verdict(true, text);
            case FAILED, DEAD, CANCELLED -> Wording.verdict(false, text);
            case PARKED -> Wording.warning(text);
            case QUEUED, RUNNING, WAITING -> Wording.caption(text);
        };
    }

    private Label reason(RunSummary run) {
        if (run.reason().isEmpty() && run.undelivered() > 0) {
            return Wording.warning(bench.text("runs.undelivered", run.undelivered()));
        }
        var label = new Label(run.reason().isEmpty() ? "" : new Reasons(bench).text("", run.reason(), run.detail()));
        label.getStyleClass().add("caption");
        return label;
    }
}
