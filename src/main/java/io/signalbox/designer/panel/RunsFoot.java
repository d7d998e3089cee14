package io.signalbox.designer.panel;

import java.time.format.FormatStyle;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Below the list of runs: the way to older ones, and how far was looked while something is looked for in their data.
final class RunsFoot extends HBox {
    private final Bench bench;
    private final Label reached = Wording.caption("");
    private final Button older;

    /// @param further run when older ones are wanted
    RunsFoot(Bench bench, Runnable further) {
        super(12);
        this.bench = bench;
        setAlignment(Pos.CENTER);
        getStyleClass().add("runs-older");
        reached.setId("runs-reached");
        older = Press.plain("", "down", further);
        older.setId("runs-older");
        show("", false, "");
    }

    /// All runs are listed, page by page.
    void listed(boolean more) {
        show("", more, "all-runs.older");
    }

    /// What was found is listed.
    ///
    /// @param done false while it goes on
    void searched(RunSearch.Outcome outcome, boolean done) {
        var found = bench.counted("all-runs.found", outcome.found().size()) + " ";
        if (!done) {
            show(bench.text("all-runs.looking", outcome.looked()), false, "");
        } else if (outcome.more() && outcome.last().isPresent()) {
            var back = new RunWords(bench).started(outcome.last().get(), FormatStyle.SHORT);
            show(found + bench.text("all-runs.looked.until", outcome.looked(), back), true, "all-runs.further");
        } else {
            show(found + bench.text("all-runs.looked", outcome.looked()), false, "");
        }
    }

    private void show(String sentence, boolean more, String way) {
        reached.setText(sentence);
        getChildren().clear();
        if (!sentence.isEmpty()) {
            getChildren().add(reached);
        }
        if (more) {
            older.setText(bench.text(way));
            older.setAccessibleText(older.getText());
            getChildren().add(older);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }
}
