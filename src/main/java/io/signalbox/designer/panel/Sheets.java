package io.signalbox.designer.panel;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// The scrolling middle of a page with a list beside it.
final class Sheets {
    private Sheets() {}

    static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll");
        scroll.setMinWidth(0);
        return scroll;
    }
}
