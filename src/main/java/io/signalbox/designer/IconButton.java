package io.signalbox.designer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/// A button that shows only an icon: its words are in the tooltip and for the screen reader.
public final class IconButton extends Button {
    private final Tip tip = new Tip();

    /// @param key text key of what it does; its id is the key with hyphens
    public IconButton(Words words, Icon icon, String key) {
        this(words, icon, key, new SimpleStringProperty(""));
    }

    /// @param keys the shortcut as shown to a person; blank for none
    public IconButton(Words words, Icon icon, String key, ObservableValue<String> keys) {
        super("", icon);
        setId(key.replace('.', '-'));
        getStyleClass().addAll("flat", "icon-button");
        accessibleTextProperty().bind(words.bound(key));
        // Listens weakly: what maps the keys lives as long as the window, and must not hold a button that is gone.
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (getAccessibleText() + "  " + keys.getValue()).strip(), accessibleTextProperty(), keys));
        setTooltip(tip);
    }

    /// Says something else than its key from now on, such as what would be undone.
    public void say(String name) {
        accessibleTextProperty().unbind();
        setAccessibleText(name);
    }
}
