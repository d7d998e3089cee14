package io.signalbox.designer.panel;

import javafx.scene.control.Label;
import javafx.util.Subscription;

/// Takes no room and shows nothing: its font tells a panel how large a person made the text.
final class Yardstick extends Label {
    /// Of the text at 100 %, in pixels.
    private static final double BODY = 14;

    Yardstick() {
        setManaged(false);
        setVisible(false);
    }

    /// @return 1 at 100 %; times this a length in pixels is measured by the text
    double scale() {
        return getFont().getSize() / BODY;
    }

    Subscription onChange(Runnable measure) {
        return fontProperty().subscribe(_ -> measure.run());
    }
}
