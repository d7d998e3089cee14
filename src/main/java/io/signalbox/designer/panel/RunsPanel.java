package io.signalbox.designer.panel;

import io.signalbox.designer.Tip;
import io.signalbox.edit.Edit;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StepResult;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Value;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
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
    private final RunWords said;
    private final RunChoices offered;

    /// What can be done with the runs of the open flow.
    public interface Deeds extends RunDeeds {
        /// Reads it and shows it.
        void look(RunSummary run);

        /// Starts the flow, which has a trigger for that.
        void start();
    }

    /// @param failed told when the run could not be read again
    public RunsPanel(Bench bench, Deeds deeds, Consumer<Exception> failed) {
        this.bench = bench;
        this.failed = failed;
        this.deeds = deeds;
        said = new RunWords(bench);
        offered = new RunChoices(bench, deeds);
        getStyleClass().add("runs-panel");
        PanelSheet.dress(this);
        table.setId("runs");
        table.setAccessibleText(bench.text("runs.title"));
        table.setPlaceholder(Wording.wrapped(Wording.caption(bench.text("runs.none"))));
        table.getColumns()
                .add(Columns.of(
                        bench.text("runs.started"),
                        136,
                        168,
                        run -> Wording.caption(said.started(run, FormatStyle.MEDIUM))));
        table.getColumns().add(Columns.of(bench.text("runs.subject"), 144, run -> Wording.strong(run.subject())));
        table.getColumns().add(Columns.of(bench.text("runs.state"), 112, 128, said::state));
        table.getColumns().add(Columns.of(bench.text("runs.took"), 88, run -> Wording.caption(said.took(run))));
        table.getColumns()
                .add(Columns.of(bench.text("runs.messages"), 96, run -> new Label(Integer.toString(run.messages()))));
        table.getColumns().add(Columns.of(bench.text("runs.reason"), 320, run -> said.reason(run, bench.flow())));
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
        if (chosen == null) {
            follow(bench.preview().model().past());
        }
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
        stamp.getChildren().setAll(RunStamps.of(bench));
        var run = bench.preview().model().past();
        choices.getChildren().setAll(run.map(offered::of).orElse(List.of()));
        run.ifPresentOrElse(one -> offered.ask(asked, one), () -> RunChoices.askNothing(asked));
        shown.setVisible(past);
        shown.setManaged(past);
        follow(run);
    }

    /// The row of the run that is shown is the chosen one, also when it was opened from elsewhere.
    private void follow(Optional<RunRecord> shownRun) {
        filling = true;
        shownRun.flatMap(run -> table.getItems().stream()
                        .filter(row -> row.id().equals(run.summary().id()))
                        .findFirst())
                .ifPresentOrElse(
                        row -> table.getSelectionModel().select(row), table.getSelectionModel()::clearSelection);
        filling = false;
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
        var name = bench.text("runs.sample", run.summary().subject(), said.started(run.summary(), FormatStyle.SHORT));
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
}
