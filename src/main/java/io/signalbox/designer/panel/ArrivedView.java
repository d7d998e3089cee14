package io.signalbox.designer.panel;

import io.signalbox.designer.Icon;
import io.signalbox.designer.Tip;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.sandbox.Arrived;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One message that reached a stand-in, as its recipient sees it: a bubble in a chat, a card in a channel, a mail, or
/// the bare record that no person reads.
final class ArrivedView extends VBox {
    private static final Pattern BUTTON = Pattern.compile("\\[(.+)](?: (\\S+))?");

    private final Bench bench;

    ArrivedView(Bench bench) {
        super(8);
        this.bench = bench;
        getStyleClass().add("arrived-view");
        setId("arrived");
    }

    void show(Arrived message) {
        var raw = Press.small(
                bench.text("arrived.raw"),
                "text",
                () -> bench.overlay()
                        .show(new TextCard(
                                bench.words(),
                                bench.text("arrived.raw"),
                                message.body(),
                                0,
                                bench.overlay()::dismiss)));
        raw.setId("arrived-raw");
        raw.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, Icon.of("person", "icon-14", "tone-muted"), Wording.strong(reader(message)), gap, raw);
        head.setAlignment(Pos.CENTER_LEFT);
        var drawn = switch (message.look()) {
            case BUBBLE -> bubble(message);
            case CARD -> card(message);
            case MAIL -> mail(message);
            case RECORD -> record(message);
        };
        drawn.setAccessibleRole(AccessibleRole.TEXT);
        drawn.setAccessibleText(
                bench.text("arrived.spoken", reader(message), bench.service(message.vendor()), words(message)));
        getChildren().setAll(head, drawn);
    }

    void clear() {
        getChildren().clear();
    }

    /// Whom it reached, readable where it is a number.
    static String reader(Arrived message) {
        return PhoneNumber.isPossible(message.to()) ? PhoneNumber.readable(message.to()) : message.to();
    }

    /// What the recipient reads; of a record, what came.
    static String words(Arrived message) {
        return message.shown().isBlank() ? message.text().isBlank() ? message.body() : message.text() : message.shown();
    }

    private Node bubble(Arrived message) {
        var lines = new ArrayList<>(words(message).strip().lines().toList());
        var buttons = buttons(lines);
        var text = Wording.wrapped(new Label(String.join("\n", lines)));
        text.getStyleClass().add("bubble-text");
        var time = Wording.caption(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(bench.words().language().locale())
                .format(message.at().atZone(bench.zone())));
        time.getStyleClass().add("bubble-footer");
        var bubble = new VBox(text, time);
        bubble.getChildren().addAll(buttons);
        bubble.getStyleClass().add("bubble");
        bubble.setMaxWidth(312);
        bubble.setMaxHeight(Region.USE_PREF_SIZE);
        var chat = new StackPane(bubble);
        chat.getStyleClass().add("chat");
        StackPane.setAlignment(bubble, Pos.TOP_LEFT);
        return chat;
    }

    /// Takes the lines that are buttons off the end: “[Open] https://…” or “[Yes]”. Where one leads is in its tip.
    private static List<Label> buttons(List<String> lines) {
        var buttons = new ArrayList<Label>();
        while (lines.size() > 1) {
            var line = BUTTON.matcher(lines.getLast());
            if (!line.matches()) {
                break;
            }
            var address = Objects.requireNonNullElse(line.group(2), "");
            var button = new Label(line.group(1), Icon.of(address.isEmpty() ? "message" : "link", "icon-16"));
            button.getStyleClass().add("bubble-button");
            button.setMaxWidth(Double.MAX_VALUE);
            if (!address.isEmpty()) {
                button.setTooltip(new Tip(address));
            }
            buttons.addFirst(button);
            lines.removeLast();
        }
        return buttons;
    }

    private Node card(Arrived message) {
        var card = titled(words(message));
        card.getStyleClass().add("arrived-card");
        return card;
    }

    private Node mail(Arrived message) {
        var to = Wording.caption(bench.text("arrived.mail.to", reader(message)));
        var mail = titled(words(message));
        mail.getChildren().add(1, to);
        mail.getStyleClass().addAll("arrived-card", "arrived-mail");
        return mail;
    }

    /// The first line stands out where there is more than one.
    private static VBox titled(String words) {
        var lines = new ArrayList<>(words.strip().lines().toList());
        var buttons = buttons(lines);
        var rest = String.join("\n", lines.subList(1, lines.size())).strip();
        var box = new VBox(4, Wording.wrapped(Wording.strong(lines.getFirst())));
        if (!rest.isEmpty()) {
            box.getChildren().add(Wording.wrapped(Wording.body(rest)));
        }
        box.getChildren().addAll(buttons);
        return box;
    }

    private static Node record(Arrived message) {
        var text = Wording.wrapped(new Label(words(message)));
        text.getStyleClass().add("code-label");
        var box = new VBox(text);
        box.getStyleClass().addAll("arrived-card", "arrived-record");
        return box;
    }
}
