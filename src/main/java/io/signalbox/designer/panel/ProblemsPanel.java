package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import java.util.LinkedHashSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Everything wrong with the flow: where, what, and what to do about it. A click goes there.
public final class ProblemsPanel extends VBox implements Closes {
    private final Bench bench;
    private final Consumer<NodeId> reveal;
    private final Closing closing = new Closing();
    private final ListView<Problem> list = new ListView<>();

    /// @param reveal brings the node into view; it is chosen already
    public ProblemsPanel(Bench bench, Consumer<NodeId> reveal) {
        this.bench = bench;
        this.reveal = reveal;
        getStyleClass().add("problems-panel");
        PanelSheet.dress(this);
        list.setId("problems");
        list.setAccessibleText(bench.text("problems.title"));
        list.setPlaceholder(Wording.verdict(true, bench.text("problems.none")));
        list.setCellFactory(_ -> new ProblemCell());
        list.setOnMouseClicked(_ -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                go();
                event.consume();
            }
        });
        setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(list);
        var model = bench.preview().modelProperty().subscribe(_ -> draw());
        closing.add(model::unsubscribe);
    }

    /// To the next problem, or to the one before.
    public void step(int by) {
        int count = list.getItems().size();
        if (count > 0) {
            int at = list.getSelectionModel().getSelectedIndex();
            list.getSelectionModel().select(at < 0 ? (by > 0 ? 0 : count - 1) : Math.floorMod(at + by, count));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            go();
        }
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        var problems = bench.preview().model().problems();
        if (!list.getItems().equals(problems)) {
            list.getItems().setAll(problems);
        }
    }

    private void go() {
        var problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            problem.node().ifPresent(node -> {
                var nodes = new LinkedHashSet<NodeId>();
                nodes.add(node);
                bench.session().select(nodes);
                reveal.accept(node);
            });
        }
    }

    private final class ProblemCell extends ListCell<Problem> {
        ProblemCell() {
            // As wide as the list, so that a long sentence is shortened instead of scrolled.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var texts = bench.words().flowTexts();
            var mark = problem.isError()
                    ? Wording.verdict(false, bench.text("problems.error"))
                    : Wording.warning(bench.text("problems.warning"));
            mark.setMinWidth(88);
            var where = new Label(problem.node().map(bench::title).orElse(bench.text("problems.flow")));
            where.getStyleClass().add("strong");
            where.setMinWidth(160);
            where.setMaxWidth(160);
            var what = new Label(problem.text(texts));
            var fix = Wording.caption(problem.fix(texts));
            var line = new HBox(8, mark, where, what, fix);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(mark.getText() + ", " + where.getText() + ": " + what.getText() + " " + fix.getText());
        }
    }
}
