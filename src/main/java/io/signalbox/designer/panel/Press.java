package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;

/// Buttons of the panels.
final class Press {
    private Press() {}

    static Button plain(String text, String icon, Runnable action) {
        var button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(Icon.of(icon));
        }
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The one main action of a dialog.
    static Button primary(String text, String icon, Runnable action) {
        var button = plain(text, icon, action);
        button.getStyleClass().add("primary");
        return button;
    }

    /// The main action where there are several ways to begin.
    static MenuButton menu(String text, String icon) {
        var menu = new MenuButton(text, Icon.of(icon));
        menu.getStyleClass().add("primary");
        return menu;
    }

    static Button small(String text, String icon, Runnable action) {
        var button = plain(text, "", action);
        button.getStyleClass().add("small");
        if (!icon.isEmpty()) {
            button.setGraphic(Icon.of(icon, "icon-14"));
        }
        return button;
    }

    /// Text alone, in the colour of links.
    static Button link(String text, Runnable action) {
        var button = plain(text, "", action);
        button.getStyleClass().addAll("flat", "small", "link-button");
        return button;
    }

    /// An icon alone; `says` is its name for screen readers and its tooltip.
    static Button icon(String icon, String says, Runnable action) {
        var button = plain("", icon, action);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(says);
        button.setTooltip(new Tip(says));
        return button;
    }

    /// An icon in a frame, beside a field.
    static Button framed(String icon, String says, Runnable action) {
        var button = icon(icon, says, action);
        button.getStyleClass().remove("flat");
        return button;
    }

    /// The cross in a pill.
    static Button tiny(String says, Runnable action) {
        var button = icon("cross", says, action);
        button.setGraphic(Icon.of("cross", "icon-12"));
        button.getStyleClass().add("tiny");
        return button;
    }
}
