package io.signalbox.designer.panel;

import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Every value that is known when the node runs, as the sample has it. Choosing one copies it as text for any field.
final class InputView extends VBox implements Closes {
    private final Bench bench;
    private final NodeId id;
    private final FieldTree tree;
    private final HBox stamp = new HBox();
    private final Closing closing = new Closing();

    InputView(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("payload-view");
        tree = new FieldTree(bench, InputView::copy);
        tree.setPrefHeight(560);
        getChildren().addAll(stamp, Wording.wrapped(Wording.caption(bench.text("input.hint"))), tree);
        draw();
        var model = bench.preview().modelProperty().subscribe((_, _) -> draw());
        closing.add(model::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        stamp.getChildren().setAll(Stamp.of(bench));
        tree.show(FieldChoice.rootsBefore(bench.flow(), id));
    }

    private static void copy(Path path) {
        var content = new ClipboardContent();
        content.putString("{{ " + path + " }}");
        Clipboard.getSystemClipboard().setContent(content);
    }
}
