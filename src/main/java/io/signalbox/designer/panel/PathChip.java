package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A value in a text, as a pill in the colour of the node it comes from. Takes focus: Enter opens what can be done with
/// it.
final class PathChip extends HBox {
    private static final int LONGEST_TIP = 240;

    private final Template.Slot slot;
    private final String spoken;

    PathChip(Bench bench, Template.Slot slot) {
        this.slot = slot;
        var words = new PathWords(bench);
        getStyleClass().addAll("path-chip", "kind-" + words.kind(slot.path()));
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        var root = new Label(words.root(slot.path()));
        root.getStyleClass().add("path-chip-root");
        var rest = words.rest(slot.path());
        var calls = slot.apply().stream().map(words::call).collect(Collectors.joining(" · "));
        var text = (rest.isEmpty() ? "" : "› " + rest) + (calls.isEmpty() ? "" : " · " + calls);
        var label = new Label(text);
        label.getStyleClass().add("path-chip-rest");
        getChildren().addAll(Icon.of(words.icon(slot.path()), "icon-14"), root, label);
        var scope = bench.preview().model().scope(bench.flow());
        var sample = scope.map(slot::evaluate).map(Value::asText).orElse("");
        var type = bench.text(
                MapRowView.typeKey(scope.map(each -> each.at(slot.path())).orElse(Value.nothing())));
        var said = rest.isEmpty() ? words.root(slot.path()) : words.root(slot.path()) + " " + rest.replace(" › ", " ");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(bench.text("chip.spoken", words.whole(slot.path()), calls, sample));
        var tip = bench.text(
                "chip.tip",
                words.whole(slot.path()) + (calls.isEmpty() ? "" : " · " + calls),
                slot.toString(),
                type,
                cut(sample));
        Tooltip.install(this, new Tip(tip));
        spoken = calls.isEmpty() ? said : said + " " + calls;
        // The name gives way last: a chip that says only “WO” says nothing.
        root.setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }

    Template.Slot slot() {
        return slot;
    }

    /// How it is read in the midst of a sentence.
    String words() {
        return spoken;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TIP ? text : text.substring(0, LONGEST_TIP) + "…";
    }
}
