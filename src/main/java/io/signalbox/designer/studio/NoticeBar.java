package io.signalbox.designer.studio;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.designer.panel.Overlay;
import io.signalbox.designer.panel.TextCard;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowServer;
import io.signalbox.engine.Listening;
import io.signalbox.engine.StoreException;
import io.signalbox.engine.gate.GateProblem;
import io.signalbox.flow.Texts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands above everything until it is settled: that sending is stopped, that events are not listened to, what
/// did not work, in plain words with the technical side behind a button, and what happened to the program itself. FX
/// thread only.
final class NoticeBar extends VBox {
    private final Words words;
    private final Overlay overlay;
    private final Runnable choosePort;
    private Optional<Node> engine = Optional.empty();
    private Optional<Node> stopped = Optional.empty();
    private Optional<Node> failure = Optional.empty();
    private Optional<Node> incident = Optional.empty();
    private String told = "";
    private String engineTold = "";
    private String incidentTold = "";

    NoticeBar(Words words, Overlay overlay, Runnable choosePort) {
        this.words = words;
        this.overlay = overlay;
        this.choosePort = choosePort;
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// The bar stays while something keeps the engine from listening.
    void show(Listening.Status status) {
        if (status.problem().equals(engineTold)) {
            // A button must not be replaced under the hand that presses it.
            return;
        }
        engineTold = status.problem();
        if (status.problem().isEmpty()) {
            engine = Optional.empty();
        } else {
            var link = button(new Way("engine-port", text("engine.choose-port"), true, choosePort));
            engine = Optional.of(line("engine-notice", "warning", text("engine.stopped", status.problem()), link));
        }
        draw();
    }

    /// The bar stays while all sending is stopped.
    ///
    /// @param start asks whether to go on; empty when nothing is stopped
    void showStopped(Optional<Runnable> start) {
        stopped = start.map(go -> {
            var link = button(new Way("sending-start", text("sending.start"), true, go));
            return line("stopped-notice", "danger", text("sending.stopped"), link);
        });
        draw();
    }

    /// The same failure is told once, however often it comes.
    void show(Exception failed) {
        var sentence = sentence(failed);
        if (told.equals(sentence) && failure.isPresent()) {
            return;
        }
        told = sentence;
        var details = button(new Way(
                "failure-details",
                text("failed.details"),
                true,
                () -> overlay.show(
                        new TextCard(words, text("failed.details"), technical(failed), 0, overlay::dismiss))));
        var close = button(new Way("failure-close", text("failed.close"), false, () -> {
            failure = Optional.empty();
            draw();
        }));
        failure = Optional.of(line("failure-notice", "danger", sentence, details, close));
        draw();
    }

    /// The line stays until it is hidden.
    ///
    /// @param grave when the person has to do something about it
    /// @param ways to what can be seen or done
    void showIncident(String sentence, boolean grave, List<Way> ways) {
        var ids = ways.stream().map(Way::text).toList();
        if (incidentTold.equals(sentence + ids)) {
            return;
        }
        incidentTold = sentence + ids;
        var buttons = ways.stream().map(NoticeBar::button).toArray(Button[]::new);
        incident = Optional.of(line("incident-notice", grave ? "warning" : "info", sentence, buttons));
        draw();
    }

    void hideIncident() {
        if (incident.isPresent()) {
            incidentTold = "";
            incident = Optional.empty();
            draw();
        }
    }

    /// A button of a line.
    ///
    /// @param link true where it leads somewhere
    record Way(String id, String text, boolean link, Runnable go) {}

    private static Button button(Way way) {
        var button = new Button(way.text());
        button.setId(way.id());
        button.getStyleClass().addAll("flat", "small");
        if (way.link()) {
            button.getStyleClass().add("link-button");
        }
        button.setOnAction(_ -> way.go().run());
        return button;
    }

    private String sentence(Exception failed) {
        return failed instanceof GateProblem refused
                ? refused.text(Texts.of(GateProblem.class, words.language()))
                : text(kind(failed));
    }

    /// The text key of what happened, for a person.
    static String kind(Exception failed) {
        return switch (failed) {
            case StoreException _ -> "failed.store";
            case FlowChangedElsewhere _ -> "failed.elsewhere";
            case FlowServer.Unreachable _ -> "failed.server";
            case IOException _, UncheckedIOException _ -> "failed.file";
            default -> "failed.other";
        };
    }

    private static String technical(Exception failed) {
        var text = new StringWriter();
        failed.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static HBox line(String id, String tone, String sentence, Button... buttons) {
        var label = new Label(sentence, Icon.of(tone.equals("info") ? "info" : "warning", "icon-16"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, label);
        line.getChildren().addAll(buttons);
        line.getChildren().add(gap);
        line.setId(id);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice-bar", tone);
        line.setAccessibleRole(AccessibleRole.PARENT);
        line.setAccessibleText(sentence);
        for (var button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        return line;
    }

    private void draw() {
        getChildren().clear();
        stopped.ifPresent(getChildren()::add);
        engine.ifPresent(getChildren()::add);
        failure.ifPresent(getChildren()::add);
        incident.ifPresent(getChildren()::add);
        setVisible(!getChildren().isEmpty());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(NoticeBar.class, words.language()).text(key, arguments);
    }
}
