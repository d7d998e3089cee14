package io.signalbox.designer.canvas;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.designer.WholeTip;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// One thing of the palette, to be dragged, double-clicked, or chosen with Enter.
public final class PaletteRow extends HBox {
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");

    private final PaletteItem item;
    private final Tip why = new Tip();

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
        setOnMousePressed(event -> {
            Keyboard.giveTo(this);
            // The list it scrolls in would take the keyboard for itself.
            event.consume();
        });
    }

    /// Stays where it is and can be reached, so that everybody learns why it is of no use now.
    ///
    /// @param reason empty while it can be added
    void refuse(Optional<String> reason) {
        pseudoClassStateChanged(UNUSABLE, reason.isPresent());
        setAccessibleHelp(reason.orElse(null));
        why.setText(reason.orElse(""));
        Tooltip.uninstall(this, why);
        reason.ifPresent(_ -> Tooltip.install(this, why));
    }

    public PaletteItem item() {
        return item;
    }
}
