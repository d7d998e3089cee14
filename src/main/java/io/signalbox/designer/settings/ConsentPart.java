package io.signalbox.designer.settings;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Words;
import io.signalbox.engine.gate.Contacts.Consent;
import io.signalbox.engine.gate.Contacts.Entry;
import io.signalbox.engine.gate.Contacts.Said;
import io.signalbox.engine.gate.Recipient;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Texts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/// Who agreed to messages and who wants none: the last word of everybody, and, of one whose number is typed whole, all
/// that was said, with the way to record more. FX thread only.
final class ConsentPart extends VBox {
    private static final int PAGE = 20;

    private final Words words;
    private final SendingPart.Door door;
    private final CustomTextField search = new CustomTextField();
    private final VBox found = new VBox();
    private final VBox rows = new VBox();
    private final Button more = new Button();
    private long last = Long.MAX_VALUE;

    ConsentPart(Words words, SendingPart.Door door) {
        this.words = words;
        this.door = door;
        getStyleClass().add("consent-part");
        var title = new Label(text(""));
        title.getStyleClass().add("section-title");
        search.setId("setting-contacts");
        search.setLeft(Icon.of("search"));
        search.setPromptText(text(".search"));
        search.setAccessibleText(text(".search"));
        search.setAccessibleHelp(text(".hint"));
        search.textProperty().subscribe((_, _) -> find());
        found.getStyleClass().add("consent-found");
        found.setId("consent-found");
        found.managedProperty().bind(found.visibleProperty());
        found.setVisible(false);
        rows.setId("consent-rows");
        more.setText(text(".more"));
        more.setId("consent-more");
        more.getStyleClass().addAll("flat", "small");
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(_ -> read(last));
        getChildren().addAll(title, caption(text(".hint")), search, found, rows, more);
        read(Long.MAX_VALUE);
    }

    // ---- everybody -----------------------------------------------------------------------------------------------

    private void read(long before) {
        more.setVisible(false);
        door.background().run(() -> door.contacts().said(before, PAGE), page -> show(before, page), door.failed());
    }

    private void show(long before, List<Said> page) {
        if (before == Long.MAX_VALUE) {
            rows.getChildren().clear();
        }
        page.forEach(said -> rows.getChildren().add(row(said)));
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(caption(text(".none")));
        }
        last = page.isEmpty() ? last : page.getLast().line();
        more.setVisible(page.size() == PAGE);
    }

    private Node row(Said said) {
        var name = new Label(said.masked().isEmpty() ? text(".erased") : said.masked());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        return row(said.entry(), name, caption(told(said.entry())));
    }

    private Node row(Entry entry, Label... lines) {
        var told = new VBox(lines);
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        var row = new HBox(told, state(entry.consent()));
        row.getStyleClass().addAll("key-row", "consent-row");
        return row;
    }

    /// When, how and by whom.
    private String told(Entry entry) {
        var at = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(entry.at().atZone(door.zone()));
        var rest = entry.isWritten()
                ? Stream.of(text(".own"))
                : Stream.of(entry.how(), entry.by().isBlank() ? "" : text(".by", entry.by()));
        return Stream.concat(Stream.of(at), rest)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private Label state(Consent consent) {
        var label = new Label(
                text(
                        switch (consent) {
                            case GIVEN -> ".given";
                            case WITHDRAWN -> ".withdrawn";
                            case UNKNOWN -> ".unknown";
                        }),
                Icon.of(
                        switch (consent) {
                            case GIVEN -> "check";
                            case WITHDRAWN -> "cross";
                            case UNKNOWN -> "help";
                        },
                        "icon-14"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    // ---- one person ----------------------------------------------------------------------------------------------

    /// Numbers as people write them; only a whole one can be looked up, since of the others only a hash is kept.
    private Optional<Recipient> typed() {
        var typed = search.getText().strip();
        var address =
                typed.indexOf('@') >= 0 ? typed : PhoneNumber.digits(typed, "").orElse("");
        return Optional.of(Recipient.of(address)).filter(Recipient::isValid);
    }

    private void find() {
        var person = typed();
        if (person.isEmpty()) {
            found.setVisible(false);
            return;
        }
        var address = person.get().address();
        door.background()
                .run(
                        () -> door.contacts().history(address),
                        history -> {
                            // The answer may be about what stood in the field before.
                            if (typed().equals(person)) {
                                show(person.get(), history);
                            }
                        },
                        door.failed());
    }

    private void show(Recipient person, List<Entry> history) {
        var name = new Label(person.masked());
        name.getStyleClass().add("strong");
        found.getChildren().setAll(name);
        if (history.isEmpty()) {
            found.getChildren().add(state(Consent.UNKNOWN));
        }
        history.reversed().forEach(entry -> found.getChildren().add(row(entry, caption(told(entry)))));
        var how = new TextField();
        how.setId("consent-how");
        how.setPromptText(text(".how"));
        how.setAccessibleText(text(".how"));
        var buttons = new FlowPane(
                button("consent-give", ".give", person, Consent.GIVEN, how),
                button("consent-withdraw", ".withdraw", person, Consent.WITHDRAWN, how));
        buttons.getStyleClass().add("consent-buttons");
        found.getChildren().addAll(how, buttons);
        found.setVisible(true);
    }

    private Button button(String id, String key, Recipient person, Consent consent, TextField how) {
        var button = new Button(text(key));
        button.setId(id);
        button.disableProperty().bind(how.textProperty().map(String::isBlank));
        button.setOnAction(_ -> {
            var entry = new Entry(door.clock().instant(), consent, how.getText().strip(), door.person());
            door.background()
                    .run(
                            () -> {
                                door.contacts().record(person.address(), entry);
                                return entry;
                            },
                            _ -> {
                                find();
                                read(Long.MAX_VALUE);
                            },
                            door.failed());
        });
        return button;
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("caption", "muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private String text(String key, Object... arguments) {
        return Texts.of(ConsentPart.class, words.language()).text("sending.contacts" + key, arguments);
    }
}
