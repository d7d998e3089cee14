package io.signalbox.designer;

import javafx.scene.control.Button;

/// A button that shows only an icon: its words are in the tooltip and for the screen reader.
public final class IconButton extends Button {
    private final Tip tip = new Tip();
    private final String keys;

    /// @param key text key of what it does; its id is the key with hyphens
    /// @param keys the shortcut as shown to a person; blank for none
    public IconButton(Words words, Icon icon, String key, String keys) {
        super("", icon);
        this.keys = keys.isEmpty() ? "" : "  " + keys;
        setId(key.replace('.', '-'));
        getStyleClass().addAll("flat", "icon-button");
        accessibleTextProperty().bind(words.bound(key));
        tip.textProperty().bind(accessibleTextProperty().map(name -> name + this.keys));
        setTooltip(tip);
    }

    /// Says something else than its key from now on, such as what would be undone.
    public void say(String name) {
        accessibleTextProperty().unbind();
        setAccessibleText(name);
    }
}
