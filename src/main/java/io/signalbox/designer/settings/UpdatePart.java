package io.signalbox.designer.settings;

import io.signalbox.designer.Background;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.engine.ReleaseKey;
import io.signalbox.engine.Releases;
import io.signalbox.engine.Releases.Feed;
import io.signalbox.engine.Releases.Release;
import io.signalbox.flow.Texts;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Which version this is, and whether there is a newer one. Off until somebody sets an address and the key by which its
/// documents are signed, and even then nobody is asked before a person presses the button. FX thread only.
public final class UpdatePart extends VBox implements AutoCloseable {
    static final String SETTING = "updates";

    private final Words words;
    private final Door door;
    private final TextField address = new TextField();
    private final TextField key = new TextField();
    private final Button look;
    private final Button open;
    private final Label said = BackupPart.wrapped(new Label());
    private final TextField page = new TextField();
    private Feed kept = Feed.NONE;
    private boolean closed;

    /// @param releases asked through the background alone
    /// @param pick asks which file
    public record Door(Releases releases, Background background, Consumer<Consumer<Path>> pick) {}

    /// What is asked, in the background: the address, or a file.
    @FunctionalInterface
    private interface Source {
        Release read() throws Releases.Unfit;
    }

    UpdatePart(Words words, Door door) {
        this.words = words;
        this.door = door;
        field(address, "feed", "setting-" + SETTING);
        address.setPromptText("https://it.example.com/signalbox.json");
        field(key, "key", "updates-key");
        look = button("look", "search", () -> ask(door.releases()::latest));
        open = button(
                "open",
                "file",
                () -> door.pick().accept(file -> ask(() -> door.releases().from(file))));
        said.setId("updates-said");
        page.setId("updates-page");
        page.setEditable(false);
        page.setAccessibleText(text("page"));
        getChildren()
                .add(BackupPart.block(
                        text("title", door.releases().running()),
                        text("hint"),
                        named("feed", address),
                        address,
                        named("key", key),
                        key,
                        new FlowPane(8, 8, look, open),
                        said,
                        page));
        address.textProperty().subscribe(_ -> judge());
        key.textProperty().subscribe(_ -> judge());
        door.background().run(door.releases()::feed, this::show, failure -> say(text("failed"), "danger"));
    }

    private void field(TextField field, String name, String id) {
        field.setId(id);
        field.setAccessibleText(text(name));
        field.setAccessibleHelp(text("hint"));
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                keep(() -> {});
            }
        });
    }

    private Label named(String name, TextField field) {
        var label = BackupPart.wrapped(new Label(text(name)));
        label.setLabelFor(field);
        return label;
    }

    private Button button(String name, String icon, Runnable action) {
        var button = new Button(text(name), Icon.of(icon));
        button.setId("updates-" + name);
        button.setOnAction(_ -> keep(action));
        return button;
    }

    private void show(Feed stored) {
        if (!closed) {
            kept = stored;
            address.setText(stored.address());
            key.setText(stored.key());
        }
    }

    private Feed typed() {
        return new Feed(address.getText().strip(), key.getText().strip());
    }

    private void judge() {
        var typed = typed();
        var wrong = wrong(typed);
        look.setDisable(!wrong.isEmpty() || typed.address().isEmpty());
        open.setDisable(typed.key().isEmpty() || isUnfit(typed.key()));
        say(wrong.isEmpty() ? "" : text(wrong), wrong.isEmpty() || wrong.equals("key.none") ? "" : "danger");
    }

    /// The key of what keeps this from being asked; empty when nothing does.
    private static String wrong(Feed typed) {
        if (!typed.address().isEmpty() && !Releases.isFeed(typed.address())) {
            return "address";
        }
        if (!typed.key().isEmpty() && isUnfit(typed.key())) {
            return "key.unfit";
        }
        return !typed.address().isEmpty() && typed.key().isEmpty() ? "key.none" : "";
    }

    private static boolean isUnfit(String key) {
        try {
            ReleaseKey.of(key);
            return false;
        } catch (Releases.Unfit _) {
            return true;
        }
    }

    /// As it comes: nobody is asked.
    void reset() {
        address.clear();
        key.clear();
        keep(() -> {});
    }

    /// Stores the address and the key where they fit; an empty address switches this off.
    private void keep(Runnable then) {
        var wanted = typed();
        var wrong = wrong(wanted);
        if (!wrong.isEmpty() && !wrong.equals("key.none")) {
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

    private void ask(Source source) {
        look.setDisable(true);
        open.setDisable(true);
        say(text("asking"), "");
        door.background()
                .run(
                        source::read,
                        release -> {
                            judge();
                            tell(release);
                        },
                        failure -> {
                            judge();
                            say(text(failure instanceof Releases.Unfit unfit ? unfit.key() : "failed"), "danger");
                        });
    }

    private void tell(Release release) {
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
