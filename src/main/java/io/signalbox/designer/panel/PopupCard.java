package io.signalbox.designer.panel;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// A card that hangs below a control until something else is clicked or Escape is pressed.
final class PopupCard {
    private final Popup popup = new Popup();

    PopupCard(Region content) {
        content.getStyleClass().add("popup-card");
        PanelSheet.dress(content);
        popup.getContent().setAll(content);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    void showBelow(Node owner) {
        var below = owner.localToScreen(0, owner.getLayoutBounds().getHeight() + 4);
        popup.show(owner, below.getX(), below.getY());
    }

    /// @param hidden run when it is gone, for whatever reason
    void setOnHidden(Runnable hidden) {
        popup.setOnHidden(_ -> hidden.run());
    }

    void hide() {
        popup.hide();
    }
}
