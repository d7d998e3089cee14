package io.signalbox.designer;

import javafx.scene.control.Tooltip;

/// A tip that Escape takes away without taking the key, too: whoever rests the mouse somewhere still leaves a field, a
/// card or a gesture with one press.
public final class Tip extends Tooltip {
    public Tip() {
        this("");
    }

    public Tip(String text) {
        super(text);
        setConsumeAutoHidingEvents(false);
    }
}
