package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import java.util.List;
import javafx.scene.layout.VBox;

/// What is wrong with the chosen node, above its form, in the words of badge and list.
final class NodeProblems extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private List<Problem> drawn = List.of();

    NodeProblems(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("node-problems");
        setId("node-problems");
        setMinHeight(USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
        draw();
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        var problems = bench.preview().model().problems(id);
        setVisible(!problems.isEmpty());
        setManaged(!problems.isEmpty());
        if (!problems.equals(drawn)) {
            drawn = problems;
            getChildren()
                    .setAll(problems.stream()
                            .map(problem -> new ProblemCard(bench, problem))
                            .toList());
        }
    }

    /// The sentence wraps here: the inspector is narrow.
    private static final class ProblemCard extends VBox {
        ProblemCard(Bench bench, Problem problem) {
            getStyleClass().add("problem-card");
            var texts = bench.words().flowTexts();
            var what = problem.isError()
                    ? Wording.verdict(false, problem.text(texts))
                    : Wording.warning(problem.text(texts));
            getChildren().add(Wording.wrapped(what));
            var repairs = new Repairs(bench);
            repairs.of(problem)
                    .ifPresentOrElse(
                            fix -> {
                                var button = Press.link(repairs.text(fix), () -> repairs.apply(fix));
                                button.getStyleClass().add("problem-fix");
                                getChildren().add(button);
                            },
                            () -> {
                                if (!problem.fix(texts).isEmpty()) {
                                    getChildren().add(Wording.wrapped(Wording.caption(problem.fix(texts))));
                                }
                            });
        }
    }
}
