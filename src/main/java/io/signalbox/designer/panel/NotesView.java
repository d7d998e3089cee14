package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What people wrote down about the node for each other; kept in the flow's file.
final class NotesView extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final TextArea text = new TextArea();
    private final Closing closing = new Closing();
    private boolean showing;

    NotesView(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("payload-view");
        text.setId("node-notes");
        text.setWrapText(true);
        Keyboard.leadOn(text);
        text.setPrefRowCount(14);
        text.setPromptText(bench.text("notes.prompt"));
        text.setAccessibleText(bench.text("inspector.notes"));
        var typing = new Typing(text);
        closing.add(typing::close);
        text.textProperty().addListener((_, _, typed) -> {
            if (!showing) {
                bench.flow()
                        .node(id)
                        .ifPresent(node -> bench.session()
                                .perform(new Edit.ChangeNode(node.withNotes(typed), "edit.notes"), typing.gesture()));
            }
        });
        getChildren().addAll(text, Wording.wrapped(Wording.caption(bench.text("notes.hint"))));
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        var stored = bench.flow().node(id).map(Node::notes).orElse("");
        if (!stored.equals(text.getText())) {
            showing = true;
            text.setText(stored);
            showing = false;
        }
    }
}
