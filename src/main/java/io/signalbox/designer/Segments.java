package io.signalbox.designer;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/// A few choices side by side, of which one always holds. The style sheet leaves only their icons where room is scarce.
public final class Segments extends SegmentedButton {
    public Segments() {
        setMinWidth(Region.USE_PREF_SIZE);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /// One more, at the right.
    ///
    /// @param icon by name
    /// @param choose run when the person takes it
    /// @return this
    public Segments with(String id, String name, String icon, boolean chosen, Runnable choose) {
        var button = new ToggleButton(name, Icon.of(icon));
        button.setId(id);
        button.getStyleClass().add("segment");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(name);
        button.setTooltip(new Tip(name));
        button.setSelected(chosen);
        // A second click would leave none chosen.
        button.setOnAction(_ -> button.setSelected(true));
        // Not the action, which the arrow keys go past.
        button.selectedProperty().subscribe((_, now) -> {
            if (now) {
                choose.run();
            }
        });
        getButtons().add(button);
        return this;
    }
}
