package io.signalbox.designer.settings;

import io.signalbox.access.Secret;
import io.signalbox.designer.Background;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.engine.BackupPlan;
import io.signalbox.engine.Safekeeping;
import io.signalbox.flow.Texts;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Copies of the workspace: how often one is made and how long it stays, one now, one that may leave this machine, and
/// the way back to one. FX thread only.
public final class BackupPart extends VBox implements AutoCloseable {
    static final List<String> SETTINGS = List.of("every", "days", "now", "sealed", "restore");

    private static final double MEBIBYTE = 1 << 20;

    private final Words words;
    private final Door door;
    private final ReadOnlyObjectWrapper<BackupPlan> plan = new ReadOnlyObjectWrapper<>(BackupPlan.STANDARD);
    private final Label last = new Label();
    private final Label said = new Label();
    private final Button now;
    private final VBox copies;
    private final VBox sealing;
    private final RestorePart restore;
    private Subscription watching = Subscription.EMPTY;
    private boolean closed;

    /// @param place asks where a file is to be written
    /// @param pick asks which file
    /// @param leave closes the program
    public record Door(
            Safekeeping copies,
            Background background,
            ZoneId zone,
            BiConsumer<String, Consumer<Path>> place,
            Consumer<Consumer<Path>> pick,
            Runnable leave) {}

    BackupPart(Words words, Door door) {
        this.words = words;
        this.door = door;
        getStyleClass().addAll("sending-part", "backup-part");
        now = button("now", "data", this::backUp);
        said.setId("backup-said");
        restore = new RestorePart(words, door, this::sayOfRestoring);
        copies = copies();
        sealing = sealed();
        wrapped(said);
        var reset = new Button(Texts.of(BackupPart.class, words.language()).text("reset"));
        reset.setId("settings-reset");
        reset.setOnAction(_ -> change(_ -> BackupPlan.STANDARD));
        getChildren().addAll(every(), days(), copies, sealing, restore, reset);
        say(copies, "", "");
        last.setText(text("reading"));
        read();
    }

    private void sayOfRestoring(String sentence, String tone) {
        say(restore, sentence, tone);
    }

    private SettingLine every() {
        return line("every")
                .choice(
                        hours(),
                        each -> each.toHours() % 24 == 0
                                ? text(each.toDays() == 1 ? "every.day" : "every.days", each.toDays())
                                : text("every.hours", each.toHours()),
                        plan.map(BackupPlan::every),
                        chosen -> change(before -> before.withEvery(chosen)));
    }

    private static List<Duration> hours() {
        return Stream.of(6, 12, 24, 72, 168).map(Duration::ofHours).toList();
    }

    private SettingLine days() {
        return line("days")
                .choice(
                        List.of(3, 7, 14, 30),
                        each -> text("days.kept", each),
                        plan.map(BackupPlan::days),
                        chosen -> change(before -> before.withDays(chosen)));
    }

    private VBox copies() {
        var where = new Label(text("where", door.copies().folder()));
        where.setId("backup-where");
        last.setId("backup-last");
        return block("now", wrapped(where), wrapped(last), now);
    }

    private VBox sealed() {
        var passphrase = new PasswordField();
        passphrase.setId("backup-passphrase");
        passphrase.setAccessibleText(text("passphrase"));
        passphrase.setPromptText(text("passphrase"));
        passphrase.setAccessibleHelp(text("passphrase.hint", Safekeeping.SHORTEST_PASSPHRASE));
        var again = new PasswordField();
        again.setId("backup-passphrase-again");
        again.setAccessibleText(text("passphrase.again"));
        again.setPromptText(text("passphrase.again"));
        var hint = new Label(text("passphrase.hint", Safekeeping.SHORTEST_PASSPHRASE));
        hint.getStyleClass().addAll("caption", "muted");
        var seal = button("sealed", "lock", () -> {
            var secret = new Secret(passphrase.getText().strip());
            door.place().accept("signalbox.backup.pgp", file -> {
                passphrase.clear();
                again.clear();
                seal(file, secret);
            });
        });
        Runnable judge = () -> seal.setDisable(passphrase.getText().strip().length() < Safekeeping.SHORTEST_PASSPHRASE
                || !passphrase.getText().equals(again.getText()));
        passphrase.textProperty().subscribe(_ -> judge.run());
        again.textProperty().subscribe(_ -> judge.run());
        return block("sealed", passphrase, again, wrapped(hint), seal);
    }

    private VBox block(String key, javafx.scene.Node... parts) {
        return block(text(key), text(key + ".hint"), parts);
    }

    /// A part of the page: its name, what it does, and its controls.
    static VBox block(String name, String does, javafx.scene.Node... parts) {
        var title = new Label(name);
        title.getStyleClass().add("strong");
        var hint = new Label(does);
        hint.getStyleClass().addAll("caption", "muted");
        var block = new VBox(8, wrapped(title), wrapped(hint));
        block.getChildren().addAll(parts);
        block.getStyleClass().add("backup-block");
        return block;
    }

    static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button button(String key, String icon, Runnable action) {
        var button = new Button(text(key + ".do"), Icon.of(icon));
        button.setId("setting-" + key);
        button.setAccessibleHelp(text(key + ".hint"));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private SettingLine line(String key) {
        var line = new SettingLine(key, text(key), text(key + ".hint"));
        watching = watching.and(line::close);
        return line;
    }

    private record Seen(BackupPlan plan, Optional<Safekeeping.Kept> newest, int count, boolean ready) {}

    private void read() {
        door.background()
                .run(
                        () -> {
                            var all = door.copies().all();
                            return new Seen(
                                    door.copies().plan(),
                                    all.stream().findFirst(),
                                    all.size(),
                                    door.copies().isReady());
                        },
                        this::show,
                        _ -> failed(copies));
    }

    private void show(Seen seen) {
        if (closed) {
            return;
        }
        plan.set(seen.plan());
        restore.show(seen.ready());
        last.setText(seen.newest().map(copy -> told(copy, seen.count())).orElseGet(() -> text("none")));
    }

    private String told(Safekeeping.Kept newest, int count) {
        var texts = Texts.of(BackupPart.class, words.language());
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(newest.madeAt().atZone(door.zone()));
        return texts.text(texts.form("backup.last", count), at, size(newest.size()), count);
    }

    private String size(long bytes) {
        var number = NumberFormat.getNumberInstance(words.language().locale());
        number.setMaximumFractionDigits(1);
        return number.format(Math.max(0.1, bytes / MEBIBYTE)) + "\u00a0MiB";
    }

    private void backUp() {
        now.setDisable(true);
        say(copies, text("making"), "");
        door.background()
                .run(
                        door.copies()::make,
                        copy -> {
                            now.setDisable(false);
                            say(copies, text("made", copy.file()), "success");
                            read();
                        },
                        failure -> {
                            now.setDisable(false);
                            failed(copies);
                        });
    }

    private void seal(Path file, Secret passphrase) {
        say(sealing, text("sealing"), "");
        door.background()
                .run(
                        () -> {
                            door.copies().seal(file, passphrase);
                            return file;
                        },
                        written -> say(sealing, text("sealed.done", written), "success"),
                        failure -> failed(sealing));
    }

    private void change(UnaryOperator<BackupPlan> change) {
        var wanted = change.apply(plan.get());
        plan.set(wanted);
        door.background()
                .run(
                        () -> {
                            door.copies().follow(wanted);
                            return wanted;
                        },
                        _ -> {},
                        _ -> failed(copies));
    }

    /// Below what was pressed, so that it is seen wherever the page is scrolled to.
    ///
    /// @param tone of the result; blank while it is under way
    private void say(VBox beside, String sentence, String tone) {
        for (var part : List.of(copies, sealing, restore)) {
            part.getChildren().remove(said);
        }
        beside.getChildren().add(said);
        said.setText(sentence);
        said.getStyleClass().removeAll("verdict", "tone-success", "tone-danger");
        if (!tone.isEmpty()) {
            said.getStyleClass().addAll("verdict", "tone-" + tone);
        }
        said.setGraphic(tone.isEmpty() ? null : Icon.of(tone.equals("success") ? "check" : "cross", "icon-14"));
        said.setVisible(!sentence.isEmpty());
        said.setManaged(!sentence.isEmpty());
    }

    private void failed(VBox beside) {
        say(beside, text("failed", door.copies().folder()), "danger");
    }

    private String text(String key, Object... arguments) {
        return Texts.of(BackupPart.class, words.language()).text("backup." + key, arguments);
    }

    @Override
    public void close() {
        closed = true;
        watching.unsubscribe();
    }
}
