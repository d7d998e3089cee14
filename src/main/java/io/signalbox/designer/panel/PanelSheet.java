package io.signalbox.designer.panel;

import javafx.scene.Parent;

/// The style sheet of the panels. Names only the theme's looked-up colours, so it is the same in light and dark.
final class PanelSheet {
    private PanelSheet() {}

    static void dress(Parent panel) {
        var sheet = PanelSheet.class.getResource("panels.css");
        if (sheet == null) {
            throw new IllegalStateException("panels.css is missing beside " + PanelSheet.class.getName());
        }
        panel.getStylesheets().add(sheet.toExternalForm());
    }
}
