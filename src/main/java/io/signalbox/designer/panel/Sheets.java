package io.signalbox.designer.panel;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// The scrolling middle of a page with a list beside it.
final class Sheets {
    private Sheets() {}

    /// What is said stands above what scrolls, so that it is seen from the button at the end of a long form.
    static BorderPane told(FlowNotice notice, Region content) {
        var told = new BorderPane(scrolled(content));
        told.setTop(notice);
        told.getStyleClass().add("told-sheet");
        told.setMinWidth(0);
        return told;
    }

    static ScrollPane scrolled(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "panel-scroll");
        scroll.setMinWidth(0);
        return scroll;
    }
}
