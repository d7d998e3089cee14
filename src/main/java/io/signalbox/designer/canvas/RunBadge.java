package io.signalbox.designer.canvas;

import io.signalbox.designer.Icon;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Tip;
import io.signalbox.designer.canvas.Decorations.RunState;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// The mark in the corner of a node: how far it came. While the node works the mark pulses, unless the person asked
/// for less motion: then it stands still as a triangle, as on a player.
final class RunBadge extends Label {
    private static final Duration PULSE = Duration.millis(1_200);

    private final FadeTransition pulse = new FadeTransition(PULSE.divide(2), this);
    private final Tip tip = new Tip();
    private RunState shown = RunState.NONE;

    RunBadge() {
        setAlignment(Pos.CENTER);
        setTooltip(tip);
        setVisible(false);
        pulse.setFromValue(1);
        pulse.setToValue(0.4);
        pulse.setAutoReverse(true);
        pulse.setCycleCount(Animation.INDEFINITE);
        // Only in its window is it known whether it may move; out of view it need not.
        sceneProperty().subscribe(this::draw);
    }

    private boolean isStill() {
        return Stream.<Node>iterate(this, Objects::nonNull, Node::getParent)
                .anyMatch(node -> node.getStyleClass().contains(MainWindow.STILL));
    }

    void show(RunState state, String words) {
        tip.setText(words);
        setAccessibleText(words);
        if (state == shown) {
            return;
        }
        shown = state;
        setVisible(state != RunState.NONE);
        getStyleClass()
                .setAll("label", "node-badge", "node-run", "run-" + state.name().toLowerCase(Locale.ROOT));
        draw();
    }

    private void draw() {
        boolean moves = shown == RunState.RUNNING && getScene() != null && !isStill();
        setGraphic(Icon.of(
                switch (shown) {
                    case NONE, DONE -> "check";
                    case RUNNING -> moves ? "refresh" : "play";
                    case WAITING -> "hourglass";
                    case FAILED -> "cross";
                    case SKIPPED -> "skip";
                },
                "icon-12"));
        pulse.stop();
        setOpacity(1);
        if (moves) {
            pulse.playFromStart();
        }
    }
}
