package io.signalbox.designer.panel;

import io.signalbox.designer.Keyboard;
import io.signalbox.edit.Edit;
import io.signalbox.flow.NodeId;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Tile, name and description of the chosen node; the name is edited where it stands.
final class NodeHeader extends HBox implements AutoCloseable {
    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final StackPane tile = new StackPane();
    private final TextField title = new TextField();
    private final Label line = Wording.wrapped(Wording.caption(""));
    private boolean showing;

    /// @param onClose empty where the node is all there is to see
    NodeHeader(Bench bench, NodeId id, Optional<Runnable> onClose) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("inspector-header");
        setAlignment(Pos.CENTER_LEFT);
        tile.getStyleClass().add("inspector-tile");
        title.getStyleClass().add("inspector-title");
        title.setId("node-title");
        title.setAccessibleText(bench.text("inspector.title"));
        var typing = new Typing(title);
        closing.add(typing::close);
        title.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                bench.flow()
                        .node(id)
                        .ifPresent(node -> bench.session()
                                .perform(
                                        new Edit.ChangeNode(node.withName(text.strip()), "edit.rename"),
                                        typing.gesture()));
            }
        });
        // The Tab key chooses all of a field's text, but a name is read more often than it is changed.
        var focus = title.focusedProperty().subscribe((_, here) -> {
            if (here) {
                Platform.runLater(title::end);
            }
        });
        closing.add(focus::unsubscribe);
        title.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                Keyboard.giveTo(getParent());
                event.consume();
            }
        });
        line.setMinWidth(0);
        var names = new VBox(title, line);
        names.getStyleClass().add("inspector-names");
        HBox.setHgrow(names, Priority.ALWAYS);
        getChildren().addAll(tile, names);
        onClose.ifPresent(close -> getChildren().add(Press.icon("cross", bench.text("inspector.close"), close)));
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    private void draw() {
        bench.flow().node(id).ifPresent(node -> {
            showing = true;
            tile.getChildren().setAll(new KindTile(node, true));
            if (!title.getText().strip().equals(node.name())) {
                title.setText(node.name());
            }
            title.setPromptText(bench.flowText("kind." + node.kind()));
            line.setText(new NodeLine(bench).of(node) + (node.off() ? " · " + bench.text("inspector.off") : ""));
            showing = false;
        });
    }
}
