package io.signalbox.designer.home;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Segments;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.flow.Language;
import io.signalbox.flow.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;

/// The first page: language, appearance, and three ways to begin. No account is needed for any of them.
public final class Welcome extends ScrollPane implements AutoCloseable {
    /// Where the page leads.
    public interface Doors {
        void useExample();

        void connect();

        void chooseImport();

        void create();

        void flows();
    }

    /// Others are offered in the settings.
    private static final SequencedMap<Theme.Choice, String> LOOKS = looks();

    /// The least widths of what stands side by side, in widths of an m.
    private static final double CARD = 20;

    private static final double HEAD = 34;
    private static final double STEP = 9;

    private final Words words;
    private final Theme theme;
    private final Coach coach;
    private final Doors doors;
    private final VBox page = new VBox(32);
    private final EventHandler<KeyEvent> onKey = this::key;
    private final Subscription watching;

    public Welcome(Words words, Theme theme, Coach coach, Doors doors) {
        this.words = words;
        this.theme = theme;
        this.coach = coach;
        this.doors = doors;
        setId("welcome");
        getStyleClass().addAll("welcome", "edge-to-edge");
        HomeSheet.dress(this);
        setFitToWidth(true);
        page.getStyleClass().add("welcome-page");
        page.getStyleClass().add("welcome-width");
        var middle = new StackPane(page);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("welcome-middle");
        setContent(middle);
        // On the scene: the page is left by Escape wherever the focus is.
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, onKey);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, onKey);
            }
        });
        watching = words.textsProperty()
                .subscribe(_ -> draw())
                .and(coach.progressProperty().subscribe((_, _) -> draw()));
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            doors.flows();
            event.consume();
        }
    }

    private void draw() {
        var texts = Texts.of(Welcome.class, words.language());
        var example = button(texts.text("welcome.example.open"), "play", "welcome-example", doors::useExample);
        example.getStyleClass().add("primary");
        var cards = new Columned(
                CARD,
                24,
                card(texts, "example", WelcomePicture.example(texts), example),
                card(
                        texts,
                        "connect",
                        WelcomePicture.connect(),
                        button(texts.text("welcome.connect.open"), "plug", "welcome-connect", doors::connect)),
                card(
                        texts,
                        "import",
                        WelcomePicture.take(),
                        button(texts.text("welcome.import.open"), "file", "welcome-import", doors::chooseImport)));
        cards.first().getStyleClass().add("chosen");
        page.getChildren().setAll(head(texts), cards, steps(texts), more(texts));
        setAccessibleText(texts.text("welcome.title"));
        Keyboard.giveTo(example);
    }

    private Node head(Texts texts) {
        var title = label(texts.text("welcome.title"), "welcome-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var subtitle = label(texts.text("welcome.subtitle"), "muted");
        subtitle.setWrapText(true);
        var names = new VBox(4, title, subtitle);
        HBox.setHgrow(names, Priority.ALWAYS);
        return new Columned(HEAD, 12, names, choices(texts));
    }

    private Node choices(Texts texts) {
        var choices = new FlowPane(12, 8, languages(texts), themes(texts));
        choices.setAlignment(Pos.CENTER_RIGHT);
        return choices;
    }

    private ComboBox<Language> languages(Texts texts) {
        var choice = new ComboBox<Language>();
        choice.setId("welcome-language");
        choice.setAccessibleText(texts.text("welcome.language"));
        choice.getItems().setAll(Language.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Language language) {
                return language == null ? "" : language.ownName();
            }

            @Override
            public Language fromString(String name) {
                throw new UnsupportedOperationException("nobody types a language: " + name);
            }
        });
        choice.setValue(words.language());
        choice.setMinWidth(Region.USE_PREF_SIZE);
        // Later, since speaking another language draws this very box anew.
        choice.setOnAction(_ -> Platform.runLater(() -> words.speak(choice.getValue())));
        return choice;
    }

    private static SequencedMap<Theme.Choice, String> looks() {
        var icons = new LinkedHashMap<Theme.Choice, String>();
        icons.put(Theme.Choice.LIGHT, "sun");
        icons.put(Theme.Choice.DARK, "moon");
        icons.put(Theme.Choice.CONTRAST, "eye");
        icons.put(Theme.Choice.SYSTEM, "settings");
        return Collections.unmodifiableSequencedMap(icons);
    }

    private Node themes(Texts texts) {
        var segments = new Segments();
        LOOKS.forEach((choice, icon) -> segments.with(
                "welcome-theme-" + choice.key(),
                texts.text("welcome.theme." + choice.key()),
                icon,
                theme.choiceProperty().get() == choice,
                () -> theme.choose(choice)));
        return segments;
    }

    private static VBox card(Texts texts, String key, WelcomePicture picture, Button open) {
        var title = label(texts.text("welcome." + key), "section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var text = label(texts.text("welcome." + key + ".text"), "muted");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var hint = label(texts.text("welcome." + key + ".time"), "caption", "muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var row = new FlowPane(12, 4, open, hint);
        row.setAlignment(Pos.CENTER_LEFT);
        var below = new VBox(4, title, text, gap, row);
        below.getStyleClass().add("welcome-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        var card = new VBox(picture, below);
        card.getStyleClass().addAll("card", "welcome-card");
        return card;
    }

    private Node steps(Texts texts) {
        var progress = coach.progressProperty().get();
        var title = label(texts.text("coach.title"), "section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var count = label(CoachStrip.counted(texts, progress), "muted");
        count.setWrapText(true);
        var turn = button(texts.text(progress.shown() ? "coach.skip" : "coach.start"), "", "welcome-coach", () -> {
            if (progress.shown()) {
                coach.skip();
            } else {
                coach.resume();
            }
        });
        turn.getStyleClass().addAll("flat", "welcome-link");
        var head = new FlowPane(12, 4, title, count, turn);
        head.setAlignment(Pos.CENTER_LEFT);
        var row = new Columned(STEP, 0);
        for (var step : Coach.Step.values()) {
            var line = new Region();
            line.getStyleClass().add("coach-line");
            HBox.setHgrow(line, Priority.ALWAYS);
            CoachStrip.style(line, progress, step);
            var top = new HBox(8, CoachStrip.dot(progress, step), line);
            line.setVisible(step.number() < Coach.Step.values().length);
            top.setAlignment(Pos.CENTER_LEFT);
            var name = label(texts.text(step.key()), "coach-name");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            var hint = label(texts.text(step.key() + ".hint"), "caption", "muted");
            hint.setWrapText(true);
            hint.setMinHeight(Region.USE_PREF_SIZE);
            var column = new VBox(4, top, name, hint);
            column.getStyleClass().add("coach-column");
            CoachStrip.style(column, progress, step);
            row.add(column);
        }
        var card = new VBox(16, head, row);
        card.getStyleClass().addAll("card", "welcome-coach");
        return card;
    }

    private Node more(Texts texts) {
        var create = button(texts.text("welcome.new"), "plus", "welcome-new", doors::create);
        var flows = button(texts.text("welcome.flows"), "flows", "welcome-flows", doors::flows);
        create.getStyleClass().addAll("flat", "welcome-link");
        flows.getStyleClass().addAll("flat", "welcome-link");
        var row = new FlowPane(
                8,
                8,
                label(texts.text("welcome.or"), "muted"),
                create,
                flows,
                label(texts.text("welcome.escape"), "caption", "muted"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleRole(AccessibleRole.PARENT);
        return row;
    }

    private static Button button(String text, String icon, String id, Runnable action) {
        var button = new Button(text);
        if (!icon.isEmpty()) {
            button.setGraphic(Icon.of(icon));
        }
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
