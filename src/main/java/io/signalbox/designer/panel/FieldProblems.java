package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problem;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.VBox;

/// What is wrong with one field, right below it, in the words of the list of problems. Takes no room while nothing is.
final class FieldProblems extends VBox {
    private final Bench bench;
    private final NodeId node;
    private final Set<String> fields;
    private List<String> told = List.of();

    /// @param fields the keys of the field in its node, as in [Problem]
    FieldProblems(Bench bench, NodeId node, String... fields) {
        this.bench = bench;
        this.node = node;
        this.fields = Set.of(fields);
        getStyleClass().add("field-problems");
        setId("problem-" + fields[0].replace('.', '-'));
        setVisible(false);
        setManaged(false);
    }

    /// Asks the preview's model anew.
    ///
    /// @return true when there is something wrong
    boolean show() {
        var now = bench.preview().model().problems(node).stream()
                .filter(problem -> fields.contains(problem.field()))
                .toList();
        var texts = bench.words().flowTexts();
        var sentences = now.stream().map(problem -> problem.text(texts)).toList();
        if (!sentences.equals(told)) {
            told = sentences;
            getChildren().setAll(now.stream().map(this::line).toList());
            setVisible(!now.isEmpty());
            setManaged(!now.isEmpty());
        }
        return !now.isEmpty();
    }

    private javafx.scene.Node line(Problem problem) {
        var text = problem.text(bench.words().flowTexts());
        return Wording.wrapped(problem.isError() ? Wording.verdict(false, text) : Wording.warning(text));
    }
}
