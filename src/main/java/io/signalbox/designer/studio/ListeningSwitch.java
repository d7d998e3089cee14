package io.signalbox.designer.studio;

import io.signalbox.designer.Background;
import io.signalbox.designer.WholeTip;
import io.signalbox.designer.Words;
import io.signalbox.engine.Listening;
import io.signalbox.flow.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.controlsfx.control.ToggleSwitch;

/// Switches listening on and off, and says where events are taken, or why not. FX thread only.
final class ListeningSwitch {
    private final Words words;
    private final Listening listening;
    private final Background background;
    private final Consumer<Exception> failed;
    private final Runnable started;
    private final Consumer<Listening.Status> shown;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label address = new Label();
    private boolean showing;

    /// @param started run when a person has switched it on
    ListeningSwitch(
            Words words,
            Listening listening,
            Background background,
            Consumer<Exception> failed,
            Runnable started,
            Consumer<Listening.Status> shown) {
        this.shown = shown;
        this.words = words;
        this.listening = listening;
        this.background = background;
        this.failed = failed;
        this.started = started;
        toggle.setId("listening");
        address.setId("status-address");
        WholeTip.on(address);
        toggle.selectedProperty().subscribe((_, on) -> {
            if (!showing) {
                turn(on, on ? listening::start : listening::stop);
            }
        });
        refresh();
    }

    Node toggle() {
        return toggle;
    }

    Node address() {
        return address;
    }

    void refresh() {
        show(listening.status());
    }

    /// Listens at that port from now on, after a restart too.
    void startAt(int port) {
        turn(true, () -> listening.startAt(port));
    }

    private void turn(boolean on, Background.Work<Listening.Status> work) {
        toggle.setDisable(true);
        background.run(
                work,
                status -> {
                    toggle.setDisable(false);
                    show(status);
                    if (on && status.on()) {
                        started.run();
                    }
                },
                failure -> {
                    toggle.setDisable(false);
                    refresh();
                    failed.accept(failure);
                });
    }

    private void show(Listening.Status status) {
        showing = true;
        toggle.setSelected(status.on());
        showing = false;
        toggle.setText(text(status.on() ? "listening.on" : "listening.off"));
        toggle.setAccessibleText(toggle.getText());
        shown.accept(status);
        address.setText(
                status.problem().isEmpty()
                        ? status.on() ? text("listening.at", status.address() + "/events") : text("listening.not")
                        : status.problem());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(ListeningSwitch.class, words.language()).text(key, arguments);
    }
}
