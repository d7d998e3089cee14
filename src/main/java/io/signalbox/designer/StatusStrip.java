package io.signalbox.designer;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bottom line: three slots, and what the canvas has to say.
final class StatusStrip extends HBox {
    private final HBox left = slot();
    private final HBox centre = slot();
    private final HBox right = slot();
    private final Label said = new Label();
    private final Button undo = new Button();
    private final Tip offer = new Tip();

    StatusStrip(Words words) {
        getStyleClass().add("status-strip");
        said.setId("status-said");
        WholeTip.on(said).setMinWidth(0);
        undo.setId("status-undo");
        undo.getStyleClass().addAll("flat", "small");
        undo.textProperty().bind(words.bound("tool.undo"));
        undo.setMinWidth(USE_PREF_SIZE);
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setVisible(false);
        undo.setTooltip(offer);
        getChildren().addAll(left, said, undo, space(), centre, space(), right);
    }

    /// Says what was done, and offers what takes it back until something else is said.
    ///
    /// @param name what would be taken back, such as “Undo: move 3 nodes”
    void report(String sentence, String name, Runnable takeBack) {
        say(sentence);
        offer.setText(name);
        undo.setAccessibleText(name);
        undo.setOnAction(_ -> takeBack.run());
        undo.setVisible(true);
    }

    void say(String sentence) {
        undo.setVisible(false);
        said.setText(sentence);
        said.setAccessibleText(sentence);
    }

    void setLeft(Node... nodes) {
        left.getChildren().setAll(nodes);
    }

    void setCentre(Node... nodes) {
        centre.getChildren().setAll(nodes);
    }

    void setRight(Node... nodes) {
        right.getChildren().setAll(nodes);
    }

    private static HBox slot() {
        var slot = new HBox();
        slot.getStyleClass().add("slot");
        return slot;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
