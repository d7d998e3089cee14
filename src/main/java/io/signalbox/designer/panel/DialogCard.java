package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of a dialog: tile, title, one line about it, content that scrolls when it must, buttons.
final class DialogCard extends VBox {
    private final VBox content = new VBox(16);
    private final HBox buttons = new HBox(8);

    DialogCard(Bench bench, String icon, String title, String subtitle, Runnable close) {
        getStyleClass().add("dialog-card");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(title);
        setMaxHeight(USE_PREF_SIZE);
        var tile = new StackPane(Icon.of(icon, "icon-20"));
        tile.getStyleClass().addAll("tile", "dialog-tile");
        var names = new VBox(Wording.wrapped(Wording.section(title)), Wording.wrapped(Wording.caption(subtitle)));
        HBox.setHgrow(names, Priority.ALWAYS);
        var head = new HBox(12, tile, names, Press.icon("cross", bench.text("dialog.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dialog-head");
        content.getStyleClass().add("dialog-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        // A scroll pane asks for its content's height before it knows at what width the text wraps.
        // It learns so in the middle of a layout, which hears no further wish: the dialog grows in the next one.
        content.heightProperty()
                .subscribe(height -> Platform.runLater(() -> scroll.setPrefViewportHeight(height.doubleValue())));
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(head, scroll, buttons);
    }

    void add(Node... parts) {
        content.getChildren().addAll(parts);
    }

    void buttons(Button... shown) {
        buttons.getChildren().setAll(shown);
        for (var button : shown) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
    }
}
