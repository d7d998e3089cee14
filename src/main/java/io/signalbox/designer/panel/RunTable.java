package io.signalbox.designer.panel;

import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/// Runs of several flows, one a row, which reads as one sentence.
final class RunTable extends TableView<RunSummary> {
    private final Bench bench;
    private final RunWords words;
    private final Consumer<RunSummary> open;
    private Map<String, StoredFlow> flows = Map.of();

    /// @param open told the run that is double-clicked
    RunTable(Bench bench, Consumer<RunSummary> open) {
        this.bench = bench;
        this.open = open;
        words = new RunWords(bench);
        setId("all-runs");
        setAccessibleText(bench.text("all-runs.title"));
        setAccessibleHelp(bench.text("all-runs.help"));
        getColumns()
                .add(Columns.of(
                        bench.text("runs.started"),
                        136,
                        168,
                        run -> Wording.caption(words.started(run, FormatStyle.MEDIUM))));
        getColumns().add(Columns.of(bench.text("all-runs.flow"), 240, run -> Wording.body(name(run))));
        getColumns().add(Columns.of(bench.text("runs.subject"), 144, run -> Wording.strong(run.subject())));
        getColumns().add(Columns.of(bench.text("runs.state"), 112, 152, words::state));
        getColumns().add(Columns.of(bench.text("runs.took"), 96, run -> Wording.caption(words.took(run))));
        getColumns().add(Columns.of(bench.text("runs.reason"), 280, run -> words.reason(run, flow(run))));
        Columns.fit(this);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Row());
    }

    Optional<RunSummary> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// All that are chosen, in the order of the list.
    List<RunSummary> allChosen() {
        return getSelectionModel().getSelectedIndices().stream()
                .filter(at -> at >= 0 && at < getItems().size())
                .sorted()
                .map(getItems()::get)
                .toList();
    }

    /// The runs that are chosen stay so.
    ///
    /// @param all the flows there are
    /// @return false when nothing is different from before
    boolean show(List<RunSummary> runs, List<StoredFlow> all) {
        flows = all.stream()
                .collect(Collectors.toUnmodifiableMap(stored -> stored.flow().id(), stored -> stored));
        if (getItems().equals(runs)) {
            return false;
        }
        var main = chosen().map(RunSummary::id);
        var before = allChosen().stream().map(RunSummary::id).collect(Collectors.toSet());
        getItems().setAll(runs);
        getSelectionModel().clearSelection();
        runs.stream()
                .filter(run -> before.contains(run.id()))
                .filter(run -> main.filter(run.id()::equals).isEmpty())
                .forEach(getSelectionModel()::select);
        // The one that is shown below is chosen last.
        runs.stream().filter(run -> main.filter(run.id()::equals).isPresent()).forEach(getSelectionModel()::select);
        return true;
    }

    /// The flow as it is now; empty when it was deleted.
    Optional<StoredFlow> stored(RunSummary run) {
        return Optional.ofNullable(flows.get(run.flow()));
    }

    /// One that was deleted is known by its id alone.
    private String name(RunSummary run) {
        return stored(run).map(stored -> stored.flow().name()).orElse(run.flow());
    }

    private Flow flow(RunSummary run) {
        return stored(run).map(StoredFlow::flow).orElseGet(bench::flow);
    }

    private final class Row extends TableRow<RunSummary> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    open.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            setAccessibleText(empty || run == null ? null : sentence(run));
        }

        private String sentence(RunSummary run) {
            var said = bench.text(
                    "all-runs.row",
                    name(run),
                    run.subject(),
                    words.state(run.state()),
                    words.started(run, FormatStyle.SHORT));
            return (said + " " + words.why(run, flow(run))).strip();
        }
    }
}
