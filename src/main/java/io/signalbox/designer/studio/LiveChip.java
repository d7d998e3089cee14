package io.signalbox.designer.studio;

import io.signalbox.designer.Words;
import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Beside the flow's name: whether what is drawn is what runs, and the button that makes it so.
final class LiveChip {
    private final HBox box = new HBox(8);
    private final Label label = new Label();
    private final Button go = new Button();
    private final Words words;

    LiveChip(Words words, Runnable makeLive) {
        this.words = words;
        box.setId("live-chip");
        label.getStyleClass().add("chip");
        go.getStyleClass().addAll("small");
        go.setId("make-live");
        go.setOnAction(_ -> makeLive.run());
        box.getChildren().addAll(label, go);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    Node node() {
        return box;
    }

    /// @param live what runs; empty when the flow is switched off
    /// @param paused what comes in waits for a person
    void show(Flow drawn, Optional<Flow> live, boolean paused) {
        var texts = Texts.of(LiveChip.class, words.language());
        int changes =
                live.map(running -> FlowChanges.between(running, drawn).count()).orElse(0);
        label.getStyleClass().removeAll("success", "warning", "danger");
        if (paused) {
            label.setText(texts.text("live.paused"));
            label.getStyleClass().add("danger");
            go.setText(texts.text("live.resume"));
        } else if (live.isEmpty()) {
            label.setText(texts.text("live.draft"));
            go.setText(texts.text("live.switch-on"));
        } else if (changes == 0) {
            label.setText(texts.text("live.on"));
            label.getStyleClass().add("success");
        } else {
            label.setText(texts.text(changes == 1 ? "live.change" : "live.changes", changes));
            label.getStyleClass().add("warning");
            go.setText(texts.text("live.make"));
        }
        boolean offered = paused || live.isEmpty() || changes > 0;
        go.setVisible(offered);
        go.setManaged(offered);
        go.setAccessibleText(go.getText());
    }
}
