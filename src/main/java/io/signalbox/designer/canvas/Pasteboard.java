package io.signalbox.designer.canvas;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// Where copied text lies until it is pasted. FX thread only.
public interface Pasteboard {
    /// Empty when there is nothing, or nothing that is text.
    Optional<String> text();

    void put(String text);

    /// The clipboard that all programs of this machine share.
    static Pasteboard ofSystem() {
        return new Pasteboard() {
            @Override
            public Optional<String> text() {
                return Optional.ofNullable(Clipboard.getSystemClipboard().getString())
                        .filter(text -> !text.isBlank());
            }

            @Override
            public void put(String text) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
            }
        };
    }
}
