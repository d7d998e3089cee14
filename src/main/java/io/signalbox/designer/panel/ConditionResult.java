package io.signalbox.designer.panel;

import io.signalbox.flow.Condition;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Verdict;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a row says about itself: what is wrong with it and a button that puts it right, or what comes out for the
/// sample.
final class ConditionResult extends VBox {
    private final Bench bench;
    private final Consumer<Condition.Row> change;
    private final Runnable chooseField;

    /// @param change told what the row becomes when a button is pressed
    /// @param chooseField opens the row's list of fields
    ConditionResult(Bench bench, Consumer<Condition.Row> change, Runnable chooseField) {
        this.bench = bench;
        this.change = change;
        this.chooseField = chooseField;
        getStyleClass().add("condition-result");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Condition.Row row, Optional<Problem> problem, Optional<Verdict.OfRow> verdict) {
        getChildren().clear();
        if (row.off()) {
            getChildren().add(Wording.caption(bench.text("condition.muted")));
            return;
        }
        problem.ifPresent(found -> getChildren().addAll(said(row, found)));
        if (problem.filter(Problem::isError).isPresent()) {
            return;
        }
        if (verdict.isEmpty()) {
            getChildren().add(Wording.caption(bench.text("condition.no-sample")));
        } else {
            getChildren().add(line(row, verdict.get()));
        }
    }

    private Region[] said(Condition.Row row, Problem problem) {
        var text = Wording.wrapped(Wording.danger(problem.text(bench.words().flowTexts())));
        if (!problem.isError()) {
            text = Wording.wrapped(Wording.warning(problem.text(bench.words().flowTexts())));
        }
        var ways = new FlowPane(8, 0);
        ways.getStyleClass().add("condition-ways");
        switch (problem.key()) {
            case "problem.condition.text" ->
                ways.getChildren().add(as(row, Condition.As.NUMBER, "condition.as-number"));
            case "problem.condition.number" -> ways.getChildren().add(as(row, Condition.As.TEXT, "condition.as-text"));
            case "problem.condition.date" -> ways.getChildren().add(as(row, Condition.As.DATE, "condition.as-date"));
            case "problem.condition.unknown" ->
                ways.getChildren()
                        .addAll(
                                Press.link(bench.text("condition.keep"), () -> change.accept(row.withUnseen())),
                                Press.link(bench.text("condition.choose"), chooseField));
            case "problem.condition.field" ->
                ways.getChildren().add(Press.link(bench.text("condition.choose-field"), chooseField));
            default -> {
                var fix = problem.fix(bench.words().flowTexts());
                if (!fix.isEmpty()) {
                    text.setText(text.getText() + " " + fix);
                }
            }
        }
        return ways.getChildren().isEmpty() ? new Region[] {text} : new Region[] {text, ways};
    }

    private javafx.scene.control.Button as(Condition.Row row, Condition.As as, String key) {
        return Press.link(bench.text(key), () -> change.accept(row.withAs(as)));
    }

    private HBox line(Condition.Row row, Verdict.OfRow verdict) {
        var words = new ConditionWords(bench);
        var compared = Wording.wrapped(Wording.caption(words.field(row) + " = " + words.actual(verdict.actual())));
        compared.getStyleClass().add("condition-compared");
        compared.setMinWidth(0);
        var mark = fixed(Wording.verdict(verdict.holds(), ""));
        var word = Wording.verdict(verdict.holds(), bench.text(verdict.holds() ? "condition.true" : "condition.false"));
        word.setGraphic(null);
        word.getStyleClass().add("strong");
        var line = new HBox(4, mark, compared, fixed(Wording.caption("→")), fixed(word));
        line.setAlignment(Pos.CENTER_LEFT);
        verdict.note().ifPresent(note -> {
            var text = Wording.wrapped(Wording.caption("· " + bench.flowText(note)));
            text.setMinWidth(0);
            line.getChildren().add(text);
        });
        return line;
    }

    private static Label fixed(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
