package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Buttons of the panels.
final class Press {
    private Press() {}

    static Button plain(String text, String icon, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().add("press");
        if (!icon.isEmpty()) {
            button.setGraphic(Icon.of(icon, "icon-16"));
        }
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button primary(String text, String icon, Runnable action) {
        var button = plain(text, icon, action);
        button.getStyleClass().add("press-primary");
        return button;
    }

    static Button small(String text, String icon, Runnable action) {
        var button = plain(text, "", action);
        button.getStyleClass().add("press-small");
        if (!icon.isEmpty()) {
            button.setGraphic(Icon.of(icon, "icon-14"));
        }
        return button;
    }

    /// Text alone, in the colour of links.
    static Button link(String text, Runnable action) {
        var button = plain(text, "", action);
        button.getStyleClass().setAll("press-link");
        return button;
    }

    /// An icon alone; `says` is its name for screen readers and its tooltip.
    static Button icon(String icon, String says, Runnable action) {
        var button = plain("", icon, action);
        button.getStyleClass().setAll("press-icon");
        button.setAccessibleText(says);
        button.setTooltip(new Tooltip(says));
        return button;
    }
}
