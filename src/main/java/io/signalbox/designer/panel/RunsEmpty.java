package io.signalbox.designer.panel;

import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// In the place of runs where there is none: why, and the way to some.
final class RunsEmpty extends StackPane {
    /// @param all true while no run is left out
    /// @param way run when the person takes the way that is offered
    RunsEmpty(Bench bench, boolean all, Runnable way) {
        var title = Wording.wrapped(Wording.section(bench.text(all ? "all-runs.none" : "all-runs.unfit")));
        var hint = Wording.wrapped(Wording.body(bench.text(all ? "all-runs.none.hint" : "all-runs.unfit.hint")));
        hint.getStyleClass().add("muted");
        var go = all
                ? Press.primary(bench.text("all-runs.flows.show"), "flows", way)
                : Press.plain(bench.text("all-runs.clear"), "cross", way);
        go.setId("runs-empty-way");
        var empty = new VBox(16, title, hint, go);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("runs-empty");
        getChildren().add(empty);
    }
}
