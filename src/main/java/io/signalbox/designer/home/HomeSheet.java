package io.signalbox.designer.home;

import javafx.scene.Parent;

/// The style sheet of the welcome and the coach. Names only the theme's looked-up colours.
final class HomeSheet {
    private HomeSheet() {}

    static void dress(Parent part) {
        var sheet = HomeSheet.class.getResource("home.css");
        if (sheet == null) {
            throw new IllegalStateException("home.css is missing beside " + HomeSheet.class.getName());
        }
        part.getStylesheets().add(sheet.toExternalForm());
    }
}
