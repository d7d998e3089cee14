package io.signalbox.designer;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Tells the style sheets how much fits, as `:narrow` and `:tight`. Measured by the text, which a person may have made
/// larger.
final class Room implements AutoCloseable {
    /// At 100 %, in pixels.
    static final double NARROW_BELOW = 1200;

    private static final double TIGHT_BELOW = 900;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Subscription watching;

    Room(Region window, PreferenceBook book) {
        watching = Subscription.combine(
                window.widthProperty().subscribe(_ -> measure(window, book)),
                book.nowProperty().subscribe(_ -> measure(window, book)));
    }

    private static void measure(Region window, PreferenceBook book) {
        double scale = book.now().scale() / 100.0;
        window.pseudoClassStateChanged(NARROW, window.getWidth() < NARROW_BELOW * scale);
        window.pseudoClassStateChanged(TIGHT, window.getWidth() < TIGHT_BELOW * scale);
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
