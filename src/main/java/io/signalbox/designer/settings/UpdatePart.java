package io.signalbox.designer.settings;

import io.signalbox.designer.Background;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.engine.Releases;
import io.signalbox.flow.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Which version this is, and whether there is a newer one. Off until somebody sets an address, and even then nobody is
/// asked before a person presses the button. FX thread only.
public final class UpdatePart extends VBox implements AutoCloseable {
    static final String SETTING = "updates";

    private final Words words;
    private final Door door;
    private final TextField feed = new TextField();
    private final Button look;
    private final Label said = BackupPart.wrapped(new Label());
    private final TextField page = new TextField();
    private String kept = "";
    private boolean closed;

    /// @param releases asked through the background alone
    public record Door(Releases releases, Background background) {}

    UpdatePart(Words words, Door door) {
        this.words = words;
        this.door = door;
        feed.setId("setting-" + SETTING);
        feed.setPromptText("https://it.example.com/signalbox.json");
        feed.setAccessibleText(text("feed"));
        feed.setAccessibleHelp(text("hint"));
        look = new Button(text("look"), Icon.of("search"));
        look.setId("updates-look");
        look.setOnAction(_ -> keep(this::ask));
        said.setId("updates-said");
        page.setId("updates-page");
        page.setEditable(false);
        page.setAccessibleText(text("page"));
        getChildren()
                .add(BackupPart.block(text("title", door.releases().running()), text("hint"), feed, look, said, page));
        feed.textProperty().subscribe(_ -> judge());
        feed.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                keep(() -> {});
            }
        });
        say("", "");
        door.background().run(door.releases()::feed, this::show, failure -> say(text("failed"), "danger"));
    }

    private void show(String stored) {
        if (!closed) {
            kept = stored;
            feed.setText(stored);
        }
    }

    private String typed() {
        return feed.getText().strip();
    }

    private void judge() {
        boolean fits = Releases.isFeed(typed());
        look.setDisable(!fits);
        say(fits || typed().isEmpty() ? "" : text("address"), fits || typed().isEmpty() ? "" : "danger");
    }

    /// As it comes: nobody is asked.
    void reset() {
        feed.clear();
        keep(() -> {});
    }

    /// Stores the address where it fits; an empty one switches this off.
    private void keep(Runnable then) {
        var wanted = typed();
        if (!wanted.isEmpty() && !Releases.isFeed(wanted)) {
            return;
        }
        if (wanted.equals(kept)) {
            then.run();
            return;
        }
        door.background()
                .run(
                        () -> {
                            door.releases().follow(wanted);
                            return wanted;
                        },
                        stored -> {
                            kept = stored;
                            then.run();
                        },
                        failure -> say(text("failed"), "danger"));
    }

    private void ask() {
        look.setDisable(true);
        say(text("asking"), "");
        door.background()
                .run(
                        door.releases()::latest,
                        release -> {
                            judge();
                            tell(release);
                        },
                        failure -> {
                            judge();
                            say(text(failure instanceof Releases.Unfit unfit ? unfit.key() : "failed"), "danger");
                        });
    }

    private void tell(Releases.Release release) {
        if (release.isNewerThan(door.releases().running())) {
            say(text("newer", release.version()), "accent");
            page.setText(release.url());
            page.setVisible(true);
            page.setManaged(true);
        } else {
            say(text("newest"), "success");
        }
    }

    private void say(String sentence, String tone) {
        said.setText(sentence);
        said.getStyleClass().removeAll("verdict", "tone-success", "tone-danger", "tone-accent");
        if (!tone.isEmpty()) {
            said.getStyleClass().addAll("verdict", "tone-" + tone);
        }
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
        page.setVisible(false);
        page.setManaged(false);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(UpdatePart.class, words.language()).text("updates." + key, arguments);
    }

    @Override
    public void close() {
        keep(() -> {});
        closed = true;
    }
}
