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
    private final Runnable chooseValue;

    /// @param change told what the row becomes when a button is pressed
    /// @param chooseField opens the row's list of fields
    /// @param chooseValue takes the keyboard to the row's value
    ConditionResult(Bench bench, Consumer<Condition.Row> change, Runnable chooseField, Runnable chooseValue) {
        this.bench = bench;
        this.change = change;
        this.chooseField = chooseField;
        this.chooseValue = chooseValue;
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
        var sentence = problem.text(bench.words().flowTexts());
        var text = Wording.wrapped(problem.isError() ? Wording.danger(sentence) : Wording.warning(sentence));
        var ways = new FlowPane(8, 0);
        ways.getStyleClass().add("condition-ways");
        switch (problem.key()) {
            case "problem.condition.date" ->
                ways.getChildren()
                        .add(Press.link(
                                bench.text("condition.as-date"), () -> change.accept(row.withAs(Condition.As.DATE))));
            case "problem.condition.reference" ->
                ways.getChildren().add(Press.link(bench.text("condition.choose"), chooseValue));
            case "problem.condition.unknown" ->
                ways.getChildren()
                        .addAll(
                                Press.link(bench.text("condition.keep"), () -> change.accept(row.withUnseen())),
                                Press.link(bench.text("condition.choose"), chooseField));
            case "problem.condition.field" ->
                ways.getChildren().add(Press.link(bench.text("condition.choose-field"), chooseField));
            default -> {
                var repairs = new Repairs(bench);
                // A row is deleted by its own menu.
                repairs.of(problem)
                        .filter(fix -> !fix.key().equals("fix.condition.row"))
                        .ifPresentOrElse(
                                fix -> ways.getChildren().add(Press.link(repairs.text(fix), () -> repairs.apply(fix))),
                                () -> text.setText((sentence + " "
                                                + problem.fix(bench.words().flowTexts()))
                                        .strip()));
            }
        }
        return ways.getChildren().isEmpty() ? new Region[] {text} : new Region[] {text, ways};
    }

    private HBox line(Condition.Row row, Verdict.OfRow verdict) {
        var words = new ConditionWords(bench);
        var compared =
                Wording.wrapped(Wording.caption(words.field(row) + " = " + words.actual(row.path(), verdict.actual())));
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
