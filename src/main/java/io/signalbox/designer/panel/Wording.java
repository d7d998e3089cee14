package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels in the few sizes and weights that the panels use.
final class Wording {
    private Wording() {}

    /// 14, regular.
    static Label body(String text) {
        return styled(text);
    }

    /// 14, semi-bold: what a thing is.
    static Label strong(String text) {
        return styled(text, "strong");
    }

    /// 16, semi-bold.
    static Label section(String text) {
        return styled(text, "section-title");
    }

    /// 12, muted: what a thing says about itself.
    static Label caption(String text) {
        return styled(text, "caption", "muted");
    }

    /// A result: icon, word and colour together, never colour alone.
    static Label verdict(boolean good, String text) {
        return toned(text, good ? "success" : "danger", good ? "check" : "cross");
    }

    /// A good result that speaks for itself: only its tick is coloured.
    static Label result(String text) {
        var label = verdict(true, text.replace('\n', ' '));
        label.getStyleClass().add("quiet");
        return label;
    }

    /// Something that is wrong.
    static Label danger(String text) {
        return toned(text, "danger", "warning");
    }

    static Label warning(String text) {
        return toned(text, "warning", "warning");
    }

    /// A pill.
    ///
    /// @param tone `success`, `warning`, `danger`, `accent` or blank
    /// @param icon by name; blank for none
    static Label pill(String text, String tone, String icon) {
        var label = styled(text, "chip");
        if (!tone.isEmpty()) {
            label.getStyleClass().add(tone);
        }
        if (!icon.isEmpty()) {
            label.setGraphic(Icon.of(icon, "icon-14"));
        }
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// On as many lines as its words need.
    static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A sentence with something to press in the place of its `{0}`.
    static List<Node> around(String sentence, Node middle) {
        int at = sentence.indexOf("{0}");
        return Stream.of(fixed(sentence.substring(0, at)), middle, fixed(sentence.substring(at + 3)))
                .filter(part -> !(part instanceof Label label && label.getText().isEmpty()))
                .toList();
    }

    private static Node fixed(String text) {
        var label = body(text.strip());
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label toned(String text, String tone, String icon) {
        var label = styled(text, "caption", "verdict", "tone-" + tone);
        label.setMinWidth(0);
        label.setGraphic(Icon.of(icon, "icon-14"));
        return label;
    }

    private static Label styled(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
