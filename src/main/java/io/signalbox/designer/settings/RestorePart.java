package io.signalbox.designer.settings;

import io.signalbox.access.Secret;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Words;
import io.signalbox.engine.Safekeeping;
import io.signalbox.flow.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The way back to a copy: read through at once, and put in the database's place with the next start, when nobody works
/// on it. Until then a person can think better of it. FX thread only.
final class RestorePart extends VBox {
    private final Words words;
    private final BackupPart.Door door;
    private final BiConsumer<String, String> say;
    private final PasswordField passphrase = new PasswordField();
    private final Button pick;
    private final FlowPane asked = new FlowPane(8, 8);

    /// @param say told a sentence and its tone
    RestorePart(Words words, BackupPart.Door door, BiConsumer<String, String> say) {
        this.words = words;
        this.door = door;
        this.say = say;
        passphrase.setId("restore-passphrase");
        passphrase.setPromptText(text("restore.passphrase"));
        passphrase.setAccessibleText(text("restore.passphrase"));
        pick = button(
                "setting-restore", text("restore.do"), "undo", () -> door.pick().accept(this::examine));
        pick.setAccessibleHelp(text("restore.hint"));
        asked.setId("restore-asked");
        getChildren().add(BackupPart.block(text("restore"), text("restore.hint"), passphrase, pick, asked));
        show(false);
    }

    private static Button button(String id, String text, String icon, Runnable action) {
        var button = new Button(text, Icon.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// @param ready whether a copy waits for the next start
    void show(boolean ready) {
        if (ready) {
            ask(
                    text("restore.ready"),
                    button("restore-leave", text("restore.leave"), "off", door.leave()),
                    button("restore-aside", text("restore.aside"), "cross", this::layAside));
        } else {
            ask("");
        }
    }

    private void ask(String question, Button... answers) {
        asked.getChildren().clear();
        if (!question.isEmpty()) {
            var label = BackupPart.wrapped(new Label(question, Icon.of("warning", "icon-14")));
            label.getStyleClass().addAll("verdict", "tone-warning");
            label.maxWidthProperty().bind(widthProperty());
            asked.getChildren().add(label);
        }
        asked.getChildren().addAll(answers);
        asked.setVisible(!question.isEmpty());
        asked.setManaged(!question.isEmpty());
    }

    private void examine(Path file) {
        var secret = Optional.of(passphrase.getText().strip())
                .filter(text -> !text.isEmpty())
                .map(Secret::new);
        passphrase.clear();
        pick.setDisable(true);
        say.accept(text("restore.reading"), "");
        door.background()
                .run(
                        () -> door.copies().examine(file, secret),
                        held -> {
                            pick.setDisable(false);
                            say.accept("", "");
                            confirm(held);
                        },
                        failure -> {
                            pick.setDisable(false);
                            say.accept(why(failure, file), "danger");
                        });
    }

    /// Nothing lies ready before the person said so.
    private void confirm(Safekeeping.Held held) {
        var really = button("restore-really", text("restore.really"), "undo", this::layReady);
        really.getStyleClass().add("danger");
        ask(
                text("restore.ask", held.flows(), held.events(), held.runs()),
                really,
                button("restore-cancel", text("restore.cancel"), "cross", this::layAside));
        Keyboard.giveTo(asked.getChildren().getLast());
    }

    private void layReady() {
        door.background()
                .run(
                        () -> {
                            door.copies().layReady();
                            return true;
                        },
                        this::show,
                        failure -> say.accept(text("failed", door.copies().folder()), "danger"));
    }

    private void layAside() {
        door.background()
                .run(
                        () -> {
                            door.copies().layAside();
                            return true;
                        },
                        _ -> show(false),
                        failure -> say.accept(text("failed", door.copies().folder()), "danger"));
    }

    private String why(Exception failure, Path file) {
        if (failure instanceof Safekeeping.Unusable unusable) {
            return text(
                    switch (unusable.why()) {
                        case UNREADABLE -> "restore.unreadable";
                        case OTHER_KEY -> "restore.other-key";
                    },
                    file);
        }
        return text("failed", door.copies().folder());
    }

    private String text(String key, Object... arguments) {
        return Texts.of(RestorePart.class, words.language()).text("backup." + key, arguments);
    }
}
