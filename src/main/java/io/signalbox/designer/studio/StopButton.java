package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.engine.gate.LiveRules;
import io.signalbox.flow.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// Stops all sending at one press, and asks before it starts again: what waited then goes out. FX thread only.
final class StopButton {
    private final Words words;
    private final LiveRules rules;
    private final Background background;
    private final Overlay overlay;
    private final Consumer<Optional<Runnable>> shown;
    private final Consumer<Exception> failed;
    private final Button button = new Button();
    private final Tip tip = new Tip();
    private Optional<Boolean> stopped = Optional.empty();

    /// @param shown told what starts sending again; empty while nothing is stopped
    StopButton(
            Words words,
            LiveRules rules,
            Background background,
            Overlay overlay,
            Consumer<Optional<Runnable>> shown,
            Consumer<Exception> failed) {
        this.words = words;
        this.rules = rules;
        this.background = background;
        this.overlay = overlay;
        this.shown = shown;
        this.failed = failed;
        button.setId("sending-stop");
        button.setGraphic(Icon.of("stop", "icon-18"));
        button.getStyleClass().addAll("flat", "icon-button");
        HBox.setMargin(button, new Insets(0, 0, 0, 8));
        button.setTooltip(tip);
        button.setOnAction(_ -> press());
        refresh();
    }

    Node node() {
        return button;
    }

    /// Stops, or asks whether to start again.
    void press() {
        if (rules.now().isStopped()) {
            ask();
        } else {
            turn(rules::stop);
        }
    }

    /// Shows what is true by now: another window or a command may have changed it.
    void refresh() {
        boolean now = rules.now().isStopped();
        if (stopped.equals(Optional.of(now))) {
            return;
        }
        stopped = Optional.of(now);
        draw();
    }

    /// In another language.
    void again() {
        draw();
    }

    private void draw() {
        boolean now = stopped.orElse(false);
        button.getStyleClass().remove("stopped");
        if (now) {
            button.getStyleClass().add("stopped");
        }
        tip.setText(text(now ? "sending.stopped.short" : "sending.stop"));
        button.setAccessibleText(tip.getText());
        shown.accept(now ? Optional.of(this::ask) : Optional.empty());
    }

    private void ask() {
        var cancel = new Button(text("sending.cancel"));
        cancel.setId("sending-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> overlay.dismiss());
        var start = new Button(text("sending.ask.start"));
        start.setId("sending-start-sure");
        start.getStyleClass().add("primary");
        start.setDefaultButton(true);
        start.setOnAction(_ -> {
            overlay.dismiss();
            turn(rules::resume);
        });
        overlay.show(Question.of(text("sending.ask"), text("sending.ask.text"), cancel, start));
    }

    private void turn(Runnable change) {
        button.setDisable(true);
        background.run(
                () -> {
                    change.run();
                    return true;
                },
                _ -> ended(),
                failure -> {
                    ended();
                    failed.accept(failure);
                });
    }

    private void ended() {
        button.setDisable(false);
        refresh();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(StopButton.class, words.language()).text(key, arguments);
    }
}
