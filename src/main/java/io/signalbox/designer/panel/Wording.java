package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import javafx.scene.control.Label;

/// Labels in the few sizes and weights that the panels use.
final class Wording {
    private Wording() {}

    /// 14, regular.
    static Label body(String text) {
        return styled(text);
    }

    /// 14, semi-bold: what a thing is.
    static Label strong(String text) {
        return styled(text, "wording-strong");
    }

    /// 16, semi-bold.
    static Label section(String text) {
        return styled(text, "wording-section");
    }

    /// 12, muted: what a thing says about itself.
    static Label caption(String text) {
        return styled(text, "wording-caption", "wording-muted");
    }

    static Label mono(String text) {
        return styled(text, "wording-mono");
    }

    /// A result: icon, word and colour together, never colour alone.
    static Label verdict(boolean good, String text) {
        var label = styled(text, "wording-caption", good ? "tone-success" : "tone-danger");
        label.setGraphic(Icon.of(good ? "check" : "cross", "icon-14", good ? "tone-success" : "tone-danger"));
        return label;
    }

    static Label warning(String text) {
        var label = styled(text, "wording-caption", "tone-warning");
        label.setGraphic(Icon.of("warning", "icon-14", "tone-warning"));
        return label;
    }

    /// A pill.
    ///
    /// @param tone `success`, `warning`, `danger`, `accent` or blank
    /// @param icon by name; blank for none
    static Label pill(String text, String tone, String icon) {
        var label = styled(text, "pill");
        if (!tone.isEmpty()) {
            label.getStyleClass().add("pill-" + tone);
        }
        if (!icon.isEmpty()) {
            label.setGraphic(Icon.of(icon, "icon-14"));
        }
        return label;
    }

    static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private static Label styled(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
