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
/// the system for less motion: then it stands still as an hourglass.
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
        boolean moves = state == RunState.RUNNING && !isStill();
        setGraphic(Icon.of(
                switch (state) {
                    case NONE, DONE -> "check";
                    case RUNNING -> moves ? "refresh" : "hourglass";
                    case WAITING -> "hourglass";
                    case FAILED -> "cross";
                    case SKIPPED -> "skip";
                },
                "icon-12"));
        getStyleClass()
                .setAll("label", "node-badge", "node-run", "run-" + state.name().toLowerCase(Locale.ROOT));
        pulse.stop();
        setOpacity(1);
        if (moves) {
            pulse.playFromStart();
        }
    }
}
