package io.signalbox.designer.panel;

import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The fields of one kind of trigger, drawn anew whenever the node changes.
abstract class TriggerPart extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final List<FieldProblems> about = new ArrayList<>();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private boolean showing;

    TriggerPart(Bench bench, NodeId id) {
        super(16);
        this.bench = bench;
        this.id = id;
    }

    /// What is shown beside the text fields.
    abstract void fill(Node.Trigger trigger);

    final void draw(Node.Trigger trigger) {
        showing = true;
        fields.forEach((key, field) -> {
            var text = trigger.settings().get(key).map(ExpressionText::of).orElse("");
            if (!field.getText().strip().equals(text)) {
                field.setText(text);
            }
        });
        fill(trigger);
        showing = false;
        told();
    }

    /// Shows anew what is wrong with the fields.
    final void told() {
        about.forEach(FieldProblems::show);
    }

    final Bench bench() {
        return bench;
    }

    /// A row for a setting that is typed.
    ///
    /// @param label and `<label>.hint`, shown where there is one
    final VBox typed(String key, String label) {
        var field = new TextField();
        field.setId("trigger-" + key + "-field");
        field.setAccessibleText(bench.text(label));
        var typing = new Typing(field);
        closing.add(typing::close);
        field.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                set(key, text.strip(), typing.gesture());
            }
        });
        fields.put(key, field);
        return labelled(label, field, "settings." + key);
    }

    final VBox labelled(String label, javafx.scene.Node editor, String... problems) {
        var row = new VBox(Wording.strong(bench.text(label)), editor);
        if (problems.length > 0) {
            var wrong = new FieldProblems(bench, id, problems);
            about.add(wrong);
            row.getChildren().add(wrong);
        }
        if (bench.texts().has(label + ".hint")) {
            row.getChildren().add(Wording.wrapped(Wording.caption(hint(label + ".hint"))));
        }
        row.getStyleClass().add("setting-row");
        return row;
    }

    /// What is said about a field.
    String hint(String key) {
        return bench.text(key);
    }

    final void set(String key, String text, String gesture) {
        bench.flow()
                .node(id)
                .filter(Node.Trigger.class::isInstance)
                .map(Node.Trigger.class::cast)
                .ifPresent(node -> bench.session()
                        .perform(
                                new Edit.ChangeNode(
                                        node.withSettings(
                                                text.isEmpty()
                                                        ? node.settings().without(key)
                                                        : node.settings().with(key, text)),
                                        "edit.trigger"),
                                gesture));
    }

    /// Closed with the part.
    final void closing(Runnable close) {
        closing.add(close);
    }

    @Override
    public final void close() {
        closing.close();
    }
}
