package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import java.util.List;
import javafx.scene.layout.VBox;

/// Above the rows of a field map: that the template wants another number of values, in the words of the list of
/// problems.
final class CountProblem extends VBox {
    private final Bench bench;
    private final NodeId map;
    private List<String> told = List.of();

    CountProblem(Bench bench, NodeId map) {
        this.bench = bench;
        this.map = map;
    }

    void draw() {
        var now = bench.preview().model().problems(map).stream()
                .filter(problem -> problem.key().equals("problem.places"))
                .map(problem -> problem.text(bench.words().flowTexts()))
                .toList();
        if (!now.equals(told)) {
            told = now;
            getChildren()
                    .setAll(now.stream()
                            .map(text -> Wording.wrapped(Wording.verdict(false, text)))
                            .toList());
        }
    }
}
