package io.signalbox.designer;

import javafx.scene.control.Labeled;

/// Lets what is written where it may have to give way be read in full: while it is cut, and only then, a tip shows all.
public final class WholeTip {
    private static final double WIDEST = 400;

    private WholeTip() {}

    /// @return the same control
    public static <T extends Labeled> T on(T labeled) {
        var tip = new Tip();
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        tip.textProperty().bind(labeled.textProperty());
        labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? tip : null));
        return labeled;
    }
}
