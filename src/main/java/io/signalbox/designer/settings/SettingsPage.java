package io.signalbox.designer.settings;

import io.signalbox.designer.Keyboard;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Preferences;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Words;
import io.signalbox.designer.search.Find;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What a person likes: language, appearance, canvas, keys. Every change applies at once; each part can be set back.
/// FX thread only.
public final class SettingsPage extends BorderPane implements AutoCloseable {
    private static final String PORT = "port";

    private final Words words;
    private final PreferenceBook book;
    private final Choices choices;
    private final VBox parts = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final Subscription speaking;
    private Subscription showing = Subscription.EMPTY;
    private Part part = Part.GENERAL;

    /// What the page shows and changes.
    ///
    /// @param choosePort asks at which port events shall be listened to
    public record Choices(
            Words words,
            PreferenceBook book,
            Shortcuts shortcuts,
            SendingPart.Door sending,
            BackupPart.Door backup,
            UpdatePart.Door updates,
            Runnable choosePort) {}

    private enum Part {
        GENERAL("general"),
        LANGUAGE("language"),
        APPEARANCE("appearance"),
        CANVAS("canvas"),
        SENDING("sending"),
        KEYS("keys"),
        PRIVACY("privacy"),
        DATA("data"),
        BACKUP("backup");

        private final String key;

        Part(String key) {
            this.key = key;
        }

        /// Of the texts of its settings.
        private String prefix() {
            return switch (this) {
                case SENDING, DATA, BACKUP -> key + ".";
                case GENERAL, LANGUAGE, APPEARANCE, CANVAS, KEYS, PRIVACY -> "";
            };
        }

        /// Those that are kept among what the person likes.
        private List<String> preferences() {
            return settings().stream().filter(key -> !key.equals(PORT)).toList();
        }

        private List<String> settings() {
            return switch (this) {
                case GENERAL -> List.of("reopens", PORT);
                case LANGUAGE -> List.of("language", "writes");
                case APPEARANCE -> List.of("theme", "scale", "density", "named", "stillness");
                case CANVAS -> List.of("wheel", "map", "dots", "snaps", "heals");
                case KEYS -> List.of();
                case SENDING -> SendingPart.SETTINGS;
                case PRIVACY -> List.of("masks");
                case DATA -> DataPart.SETTINGS;
                case BACKUP -> BackupPart.SETTINGS;
            };
        }
    }

    public SettingsPage(Choices choices) {
        this.choices = choices;
        this.words = choices.words();
        this.book = choices.book();
        setId("settings-page");
        getStyleClass().add("settings-page");
        parts.getStyleClass().add("settings-parts");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(parts);
        setCenter(scroll);
        speaking = words.textsProperty().subscribe(_ -> draw());
    }

    /// Opens the list of keys.
    public void showKeys() {
        part = Part.KEYS;
        draw();
    }

    /// Turns to a setting and gives it the keyboard.
    public void show(String setting) {
        part = Arrays.stream(Part.values())
                .filter(each -> each.settings().contains(setting))
                .findFirst()
                .orElse(part);
        draw();
        Keyboard.within(
                this, () -> Optional.ofNullable(lookup("#setting-" + setting)).ifPresent(Keyboard::giveTo));
    }

    /// Every setting by name.
    ///
    /// @param show told the one that is wanted
    public static List<Find> finds(Words words, Consumer<String> show) {
        var texts = Texts.of(SettingsPage.class, words.language());
        return Arrays.stream(Part.values())
                .flatMap(each -> each.settings().stream()
                        .map(key -> new Find(
                                texts.text("setting"),
                                "settings",
                                texts.text(each.prefix() + key),
                                texts.text("part." + each.key),
                                "",
                                () -> show.accept(key))))
                .toList();
    }

    @Override
    public void close() {
        speaking.unsubscribe();
        showing.unsubscribe();
    }

    private String text(String key, Object... arguments) {
        return Texts.of(SettingsPage.class, words.language()).text(key, arguments);
    }

    private void draw() {
        var title = new Label(text("title"));
        title.getStyleClass().add("page-title");
        parts.getChildren().setAll(title);
        var group = new ToggleGroup();
        for (var each : Part.values()) {
            var button = new ToggleButton(text("part." + each.key));
            button.setId("settings-" + each.key);
            button.getStyleClass().addAll("flat", "settings-part");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setSelected(each == part);
            button.setOnAction(_ -> {
                // A second click would leave no part chosen.
                button.setSelected(true);
                part = each;
                fill();
            });
            parts.getChildren().add(button);
        }
        fill();
    }

    private void fill() {
        showing.unsubscribe();
        showing = Subscription.EMPTY;
        var heading = new Label(text("part." + part.key));
        heading.getStyleClass().add("section-title");
        var content = new VBox(heading);
        content.getStyleClass().add("settings-content");
        scroll.setContent(content);
        scroll.setVvalue(0);
        if (part == Part.SENDING) {
            var sending = new SendingPart(words, choices.sending());
            showing = sending::close;
            content.getChildren().add(sending);
            return;
        }
        if (part == Part.BACKUP) {
            var backup = new BackupPart(words, choices.backup());
            showing = backup::close;
            content.getChildren().add(backup);
            return;
        }
        if (part == Part.DATA) {
            var data = new DataPart(words, book);
            showing = data::close;
            content.getChildren().addAll(data, reset());
            return;
        }
        var lines = new PreferenceLines(words, book);
        for (var key : part.preferences()) {
            var line = lines.line(key);
            showing = showing.and(line::close);
            content.getChildren().add(line);
        }
        if (part == Part.PRIVACY) {
            var updates = new UpdatePart(words, choices.updates());
            showing = showing.and(updates::close);
            var reset = reset();
            reset.addEventHandler(ActionEvent.ACTION, _ -> updates.reset());
            content.getChildren().addAll(updates, reset);
            return;
        }
        if (part == Part.GENERAL) {
            content.getChildren().add(port());
        }
        if (part == Part.KEYS) {
            var keys = new KeyList(words, choices.shortcuts(), book);
            showing = keys::close;
            content.getChildren().add(keys);
        }
        content.getChildren().add(reset());
    }

    /// Where events are posted is told in the bar below; another place is asked for in a dialog.
    private VBox port() {
        var other = new Button(text("port.other"));
        other.setId("setting-" + PORT);
        other.setAccessibleHelp(text("port.hint"));
        other.setOnAction(_ -> choices.choosePort().run());
        return BackupPart.block(text(PORT), text("port.hint"), other);
    }

    private Button reset() {
        var button = new Button(text("reset"));
        button.setId("settings-reset");
        button.setOnAction(_ -> book.change(this::usual));
        return button;
    }

    /// The shown part as it comes, everything else as it is.
    private Preferences usual(Preferences now) {
        var usual = Preferences.standard();
        return switch (part) {
            case GENERAL ->
                now.withHabits(habits -> habits.withReopens(usual.habits().reopens()));
            case PRIVACY ->
                now.withHabits(habits -> habits.withMasks(usual.habits().masks()));
            case DATA ->
                now.withHabits(habits -> habits.withRetention(usual.habits().retention()));
            case LANGUAGE ->
                now.withLanguage(Language.closestTo(Locale.getDefault()))
                        .withHabits(habits -> habits.withWrites(usual.habits().writes()));
            case APPEARANCE ->
                now.withTheme(usual.theme())
                        .withScale(usual.scale())
                        .withStillness(usual.stillness())
                        .withHabits(habits -> habits.withDensity(usual.habits().density())
                                .withNamed(usual.habits().named()));
            case CANVAS ->
                now.withWheel(usual.wheel())
                        .withSnaps(usual.snaps())
                        .withHeals(usual.heals())
                        .withHabits(habits -> habits.withMap(usual.habits().map())
                                .withDots(usual.habits().dots()));
            case KEYS -> now.withKeys(usual.keys());
            case SENDING, BACKUP -> now;
        };
    }
}
