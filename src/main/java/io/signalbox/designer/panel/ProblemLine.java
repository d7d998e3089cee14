package io.signalbox.designer.panel;

import io.signalbox.designer.WholeTip;
import io.signalbox.flow.Fix;
import io.signalbox.flow.Problem;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One problem in a line: how grave, what, and the button that sets it right, or else what to do.
final class ProblemLine extends HBox {
    private final Optional<Button> repair;

    /// @param where named before the problem; blank beside the node itself
    ProblemLine(Bench bench, Problem problem, String where) {
        super(8);
        getStyleClass().add("problem-line");
        setAlignment(Pos.CENTER_LEFT);
        var repairs = new Repairs(bench);
        var mark = problem.isError()
                ? Wording.verdict(false, bench.text("problems.error"))
                : Wording.warning(bench.text("problems.warning"));
        mark.setMinWidth(USE_PREF_SIZE);
        getChildren().add(mark);
        if (!where.isEmpty()) {
            mark.getStyleClass().add("problem-mark");
            var place = Wording.strong(where);
            place.getStyleClass().add("problem-place");
            getChildren().add(WholeTip.on(place));
        }
        var what = new Label(problem.text(bench.words().flowTexts()));
        what.getStyleClass().add("problem-text");
        Optional<Fix> fix = repairs.of(problem);
        repair = fix.map(offered -> button(repairs, offered));
        if (repair.isPresent()) {
            // A row has room for two lines.
            WholeTip.on(what).setWrapText(true);
            what.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            getChildren().addAll(what, repair.get());
        } else {
            var words = new VBox(
                    WholeTip.on(what),
                    WholeTip.on(Wording.caption(problem.fix(bench.words().flowTexts()))));
            words.getStyleClass().add("problem-words");
            getChildren().add(words);
        }
        setAccessibleText(String.join(
                " ",
                mark.getText() + (where.isEmpty() ? "" : ", " + where) + ":",
                what.getText(),
                repair.map(Button::getText).orElse(problem.fix(bench.words().flowTexts()))));
    }

    private static Button button(Repairs repairs, Fix fix) {
        var button = Press.link(repairs.text(fix), () -> repairs.apply(fix));
        button.getStyleClass().add("problem-fix");
        return button;
    }

    /// The button that sets it right; empty where only a person can say what is meant.
    Optional<Button> repair() {
        return repair;
    }
}
