package io.signalbox.designer.studio;

import io.signalbox.designer.WholeTip;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.FlowStatus;
import io.signalbox.edit.FlowChanges;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Beside the flow's name: how it stands, as the list of flows says it, and the button that makes it so.
final class LiveChip {
    /// The width of a window in which nothing of it is cut, in sizes of its text.
    private static final double ROOMY = 65;

    private final HBox box = new HBox(8);
    private final Label label = new Label();
    private final Button go = new Button();
    private final Words words;

    LiveChip(Words words, Runnable makeLive) {
        this.words = words;
        box.setId("live-chip");
        WholeTip.on(label).getStyleClass().add("chip");
        // Where room is scarce the name of the flow gives way: it can be read in the list, this nowhere else.
        label.sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> makeRoom());
        label.fontProperty().subscribe(_ -> makeRoom());
        go.getStyleClass().addAll("small");
        go.setId("make-live");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> makeLive.run());
        box.getChildren().addAll(label, go);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    /// In the smallest window with large text, no word may push others out of it.
    private void makeRoom() {
        var scene = label.getScene();
        boolean roomy =
                scene != null && scene.getWidth() >= ROOMY * label.getFont().getSize();
        label.setMinWidth(roomy ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
    }

    Node node() {
        return box;
    }

    /// @param live what runs; empty when the flow is switched off
    /// @param paused what comes in waits for a person
    /// @param found what is wrong with what is drawn
    /// @param sent whether no server is known to have another version
    /// @param listening whether events are listened to
    void show(Flow drawn, Optional<Flow> live, boolean paused, List<Problem> found, boolean sent, boolean listening) {
        var texts = Texts.of(LiveChip.class, words.language());
        int changes =
                live.map(running -> FlowChanges.between(running, drawn).count()).orElse(0);
        var status = FlowStatus.of(paused, live.isPresent(), changes == 0, found, sent, listening);
        label.setText(
                status == FlowStatus.DIFFERS
                        ? texts.text(texts.form("live.changes", changes), changes)
                        : Texts.of(FlowStatus.class, words.language()).text(status.key()));
        label.getStyleClass().removeAll("success", "warning", "danger", "accent");
        if (!status.tone().isEmpty()) {
            label.getStyleClass().add(status.tone());
        }
        boolean offered = paused || live.isEmpty() || changes > 0;
        go.setText(texts.text(paused ? "live.resume" : live.isEmpty() ? "live.switch-on" : "live.make"));
        go.setVisible(offered);
        go.setManaged(offered);
        go.setAccessibleText(go.getText());
    }
}
