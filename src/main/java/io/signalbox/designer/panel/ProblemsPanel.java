package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything wrong with the flow: where, what, and the button that sets it right. A click goes to the field itself;
/// Enter goes there, too, and Alt+Enter presses the button.
public final class ProblemsPanel extends VBox implements Closes {
    private final Bench bench;
    private final Consumer<Problem> reveal;
    private final Closing closing = new Closing();
    private final ListView<Problem> list = new ListView<>();

    /// @param reveal brings node and field of the problem into view
    public ProblemsPanel(Bench bench, Consumer<Problem> reveal) {
        this.bench = bench;
        this.reveal = reveal;
        getStyleClass().add("problems-panel");
        PanelSheet.dress(this);
        list.setId("problems");
        list.setAccessibleText(bench.text("problems.title"));
        list.setPlaceholder(Wording.verdict(true, bench.text("problems.none")));
        list.setCellFactory(_ -> new ProblemCell());
        list.setOnMouseClicked(_ -> go());
        list.setOnKeyPressed(this::key);
        // So that whoever comes by with the keyboard sees where it is.
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getFocusModel().getFocusedIndex() < 0) {
                list.getFocusModel().focus(0);
            }
        });
        setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        var model = bench.preview().modelProperty().subscribe(_ -> draw());
        closing.add(model::unsubscribe);
        var accounts = bench.accounts().allProperty().subscribe(_ -> list.refresh());
        closing.add(accounts::unsubscribe);
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

    /// To the first problem of a node.
    void show(NodeId node) {
        list.getItems().stream()
                .filter(problem -> problem.node().filter(node::equals).isPresent())
                .findFirst()
                .ifPresent(first -> {
                    list.getSelectionModel().select(first);
                    list.scrollTo(first);
                    go();
                });
    }

    @Override
    public void close() {
        closing.close();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
            var problem = list.getSelectionModel().getSelectedItem();
            var repairs = new Repairs(bench);
            if (problem != null) {
                repairs.of(problem).ifPresent(repairs::apply);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            go();
            event.consume();
        }
    }

    private void draw() {
        var problems = bench.preview().model().problems();
        if (list.getItems().equals(problems)) {
            // The words are the same, yet the sample may now know another way to set them right.
            list.refresh();
            return;
        }
        var chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(problems);
        if (chosen != null && problems.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void go() {
        var problem = list.getSelectionModel().getSelectedItem();
        if (problem != null) {
            reveal.accept(problem);
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
            var line = new ProblemLine(
                    bench, problem, problem.node().map(bench::title).orElse(bench.text("problems.flow")));
            line.repair().map(Button::getStyleClass).ifPresent(styles -> styles.add("in-list"));
            setGraphic(line);
            setAccessibleText(line.getAccessibleText());
        }
    }
}
