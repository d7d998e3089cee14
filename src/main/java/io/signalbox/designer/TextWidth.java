package io.signalbox.designer;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide words are, for layouts that change where these no longer fit. In pixels.
public final class TextWidth {
    private TextWidth() {}

    public static double of(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth());
    }
}
