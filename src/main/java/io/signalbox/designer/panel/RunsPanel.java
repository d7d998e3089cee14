package io.signalbox.designer.panel;

import io.signalbox.engine.RunSummary;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The last runs of this flow: what they were about, how they ended and why.
public final class RunsPanel extends VBox {
    private final Bench bench;
    private final TableView<RunSummary> table = new TableView<>();

    public RunsPanel(Bench bench) {
        this.bench = bench;
        getStyleClass().add("runs-panel");
        PanelSheet.dress(this);
        table.setId("runs");
        table.setAccessibleText(bench.text("runs.title"));
        table.setPlaceholder(Wording.caption(bench.text("runs.none")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("runs.started", 128, run -> Wording.caption(started(run))));
        table.getColumns().add(column("runs.subject", 144, run -> strong(run.subject())));
        table.getColumns().add(column("runs.state", 128, this::state));
        table.getColumns().add(column("runs.messages", 96, run -> new Label(Integer.toString(run.messages()))));
        table.getColumns().add(column("runs.reason", 360, this::reason));
        setVgrow(table, Priority.ALWAYS);
        getChildren().add(table);
    }

    /// Newest first.
    public void show(List<RunSummary> runs) {
        if (!table.getItems().equals(runs)) {
            table.getItems().setAll(runs);
        }
    }

    private String started(RunSummary run) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(bench.words().language().locale())
                .format(run.startedAt().atZone(bench.flow().zone()));
    }

    private static Label strong(String text) {
        return Wording.strong(text);
    }

    private Label state(RunSummary run) {
        var text = bench.text("run." + run.state().name().toLowerCase(Locale.ROOT));
        return switch (run.state()) {
            case SUCCEEDED -> Wording.verdict(true, text);
            case FAILED, DEAD -> Wording.verdict(false, text);
            case QUEUED, WAITING -> Wording.caption(text);
        };
    }

    private Label reason(RunSummary run) {
        var label = new Label(run.reason().isEmpty() ? "" : new Reasons(bench).text("", run.reason(), run.detail()));
        label.getStyleClass().add("caption");
        return label;
    }

    private TableColumn<RunSummary, RunSummary> column(String key, double width, Function<RunSummary, Node> drawn) {
        var column = new TableColumn<RunSummary, RunSummary>(bench.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(RunSummary run, boolean empty) {
                super.updateItem(run, empty);
                setGraphic(empty || run == null ? null : drawn.apply(run));
            }
        });
        return column;
    }
}
