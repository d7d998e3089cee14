package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.flow.Template;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A value in a text, as a pill in the colour of the node it comes from. Takes focus: Enter opens what can be done with
/// it.
final class PathChip extends HBox {
    private final Template.Slot slot;

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
        var sample = bench.preview()
                .model()
                .scope(bench.flow())
                .map(scope -> slot.evaluate(scope).asText())
                .orElse("");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(bench.text("chip.spoken", words.whole(slot.path()), calls, sample));
        Tooltip.install(this, new Tooltip(slot.toString() + (sample.isEmpty() ? "" : "\n" + sample)));
        // The name gives way last: a chip that says only “WO” says nothing.
        root.setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }

    Template.Slot slot() {
        return slot;
    }
}
