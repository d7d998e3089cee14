package io.signalbox.designer.canvas;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Icon;
import io.signalbox.designer.WholeTip;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// One thing of the palette, to be dragged, double-clicked, or chosen with Enter.
public final class PaletteRow extends HBox {
    private final PaletteItem item;

    PaletteRow(PaletteItem item, String spoken) {
        this.item = item;
        setId("palette-" + item.id());
        getStyleClass().addAll("palette-row", "kind-" + item.kind());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setFocusTraversable(true);
        var tile = new StackPane(Icon.drawn(item.icon(), "icon-16"));
        tile.getStyleClass().addAll("tile", "small");
        var name = WholeTip.on(new Label(item.name()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        setHgrow(name, Priority.ALWAYS);
        var grip = Icon.of("grip");
        grip.getStyleClass().add("palette-grip");
        getChildren().addAll(tile, name, grip);
        setOnMousePressed(_ -> Keyboard.giveTo(this));
    }

    public PaletteItem item() {
        return item;
    }
}
