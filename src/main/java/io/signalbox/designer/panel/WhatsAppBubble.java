package io.signalbox.designer.panel;

import io.signalbox.connector.TemplateText;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.Tip;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A message as the recipient would see it, its variables underlined. Always says that nothing was sent.
public final class WhatsAppBubble extends VBox {
    /// Meta's limit for a message body.
    private static final int LONGEST = 1024;

    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Bench bench;
    private final FlowPane head = new FlowPane(8, 4);
    private final Label name = Wording.caption("");
    private final StringProperty pointed = new SimpleStringProperty("");
    private final Map<String, List<Node>> places = new HashMap<>();
    private final HBox recipient = new HBox(8);
    private final VBox bubble = new VBox();
    private final Label count = Wording.caption("");

    public WhatsAppBubble(Bench bench) {
        this.bench = bench;
        getStyleClass().add("message-preview");
        head.setAlignment(Pos.CENTER_LEFT);
        recipient.setAlignment(Pos.CENTER_LEFT);
        recipient.setId("bubble-recipient");
        bubble.getStyleClass().add("bubble");
        bubble.setId("bubble");
        bubble.setAccessibleRole(AccessibleRole.TEXT);
        bubble.setMaxWidth(312);
        bubble.setMaxHeight(Region.USE_PREF_SIZE);
        var chat = new StackPane(bubble);
        chat.getStyleClass().add("chat");
        StackPane.setAlignment(bubble, Pos.TOP_LEFT);
        count.setId("bubble-count");
        name.setId("bubble-template");
        pointed.subscribe(this::point);
        getChildren().addAll(head, name, recipient, chat, count);
    }

    /// The place that is pointed at, here or where it is filled; blank for none.
    public StringProperty pointedProperty() {
        return pointed;
    }

    void show(MessageCard.Template card) {
        var template = card.text();
        head(
                template.isPresent(),
                title(card),
                template.map(TemplateText::status).orElse(TemplateText.Status.UNKNOWN));
        recipient(card.to());
        bubble.getChildren().clear();
        places.clear();
        template.ifPresentOrElse(text -> fill(text, card.rows()), () -> list(card.rows()));
        point(pointed.get());
        var whole = template.map(text -> text.filledWith(card.rows()).asText())
                .orElse(card.rows().asText());
        var body = template.map(text -> text.filledWith(card.rows()).body()).orElse("");
        bubble.setAccessibleText(bench.text("bubble.spoken", whole));
        count.setText(
                template.isPresent()
                        ? bench.text("bubble.count", body.codePointCount(0, body.length()), LONGEST)
                        : bench.text("bubble.unknown"));
    }

    private static String title(MessageCard.Template card) {
        return card.name().isEmpty()
                ? ""
                : card.name() + " · " + card.language().replace('_', '-');
    }

    /// A text that is sent as it is, without a template.
    public void show(String text, String to) {
        head(true, "", TemplateText.Status.APPROVED);
        recipient(to);
        places.clear();
        var words = new Text(text);
        words.getStyleClass().add("bubble-text");
        bubble.getChildren().setAll(new TextFlow(words), foot(""));
        bubble.setAccessibleText(bench.text("bubble.spoken", text));
        count.setText(bench.text("bubble.count", text.codePointCount(0, text.length()), 4096));
    }

    private Label pill(TemplateText.Status status) {
        var text = bench.text("template.status." + status.name().toLowerCase(Locale.ROOT));
        return status == TemplateText.Status.APPROVED
                ? Wording.pill(text, "success", "check")
                : Wording.pill(text, "warning", "warning");
    }

    private void head(boolean known, String template, TemplateText.Status status) {
        head.getChildren().setAll(Wording.strong(bench.text("bubble.title")));
        if (!known) {
            head.getChildren().add(Wording.pill(bench.text("bubble.unknown-pill"), "warning", "warning"));
        } else if (!template.isEmpty()) {
            head.getChildren().add(pill(status));
        }
        name.setText(template);
        name.setVisible(!template.isEmpty());
        name.setManaged(!template.isEmpty());
    }

    private void recipient(String to) {
        boolean possible = PhoneNumber.isPossible(to);
        var number = possible
                ? Wording.caption(PhoneNumber.readable(to))
                : Wording.warning(bench.text(to.isEmpty() ? "bubble.no-recipient" : "bubble.bad-recipient", to));
        Wording.wrapped(number).getStyleClass().add("strong");
        recipient.getChildren().setAll(number);
        if (possible) {
            recipient.getChildren().addFirst(Icon.of("person", "icon-14", "tone-muted"));
        }
    }

    private void fill(TemplateText text, Value.Fields rows) {
        if (text.head() != TemplateText.Head.TEXT) {
            bubble.getChildren().add(media(text.head(), rows));
        }
        if (!text.header().isEmpty()) {
            var header = flow(text.header(), text.flat() ? "" : "header.", rows);
            header.getStyleClass().add("bubble-header");
            bubble.getChildren().add(header);
        }
        bubble.getChildren().add(flow(text.body(), "", rows));
        bubble.getChildren().add(foot(text.footer()));
        var filled = text.filledWith(rows).buttons();
        for (int at = 0; at < text.buttons().size(); at++) {
            bubble.getChildren().add(button(text, at, filled.get(at).url(), rows));
        }
    }

    /// The footer of the template, and when the message would come.
    private HBox foot(String words) {
        var footer = Wording.wrapped(new Label(words));
        footer.getStyleClass().add("bubble-footer");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var flow = bench.flow();
        var time = new Label(bench.preview()
                .model()
                .event()
                .map(event -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(flow.language().locale())
                        .format(event.receivedAt().atZone(flow.zone())))
                .orElse(""));
        time.getStyleClass().add("bubble-footer");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setId("bubble-time");
        var foot = new HBox(8, footer, gap, time);
        foot.setAlignment(Pos.BOTTOM_LEFT);
        return foot;
    }

    /// @param url where it leads with these rows
    private Label button(TemplateText text, int at, String url, Value.Fields rows) {
        var button = text.buttons().get(at);
        var link = new Label(
                button.text(), Icon.of(button.kind() == TemplateText.Button.Kind.LINK ? "link" : "message", "icon-16"));
        link.getStyleClass().add("bubble-button");
        link.setMaxWidth(Double.MAX_VALUE);
        text.targetsOf(at).stream().findFirst().ifPresent(target -> {
            var place = target.substring(target.lastIndexOf('.') + 1);
            if (rows.at(target).isMissing()) {
                link.setGraphic(missing(text.flat() ? place : "1"));
                link.setContentDisplay(ContentDisplay.RIGHT);
                link.setAccessibleText(button.text() + ". " + bench.text("bubble.place.missing", place));
            } else if (!url.isEmpty()) {
                link.setTooltip(new Tip(url));
                link.setAccessibleText(button.text() + ". " + url);
            }
            watch(link, target);
        });
        return link;
    }

    /// A picture is not fetched for a look at the message: its place and its address are shown.
    private VBox media(TemplateText.Head head, Value.Fields rows) {
        var kind = head.name().toLowerCase(Locale.ROOT);
        var name = new Label(
                bench.text("bubble.media." + kind),
                Icon.of(
                        head == TemplateText.Head.VIDEO ? "play" : head == TemplateText.Head.IMAGE ? "eye" : "file",
                        "icon-24",
                        "tone-muted"));
        name.getStyleClass().add("caption");
        var place = new TextFlow();
        place.getStyleClass().add("bubble-flow");
        variable(place, head.target(), kind, rows.at(head.target()));
        var media = new VBox(4, name, place);
        media.setAlignment(Pos.CENTER);
        media.getStyleClass().add("bubble-media");
        return media;
    }

    private TextFlow flow(String wording, String prefix, Value.Fields rows) {
        var flow = new TextFlow();
        flow.getStyleClass().add("bubble-flow");
        int at = 0;
        int open = wording.indexOf("{{");
        while (open >= 0 && wording.indexOf("}}", open) >= 0) {
            int close = wording.indexOf("}}", open);
            add(flow, wording.substring(at, open), "bubble-text");
            var place = wording.substring(open + 2, close).strip();
            variable(flow, prefix + place, place, rows.at(prefix + place));
            at = close + 2;
            open = wording.indexOf("{{", at);
        }
        add(flow, wording.substring(at), "bubble-text");
        return flow;
    }

    private static void add(TextFlow flow, String words, String... styles) {
        if (!words.isEmpty()) {
            var text = new Text(words);
            text.getStyleClass().addAll(styles);
            flow.getChildren().add(text);
        }
    }

    /// A filled place underlined, an empty one as a dashed box with its number; either points at its row.
    private void variable(TextFlow flow, String target, String place, Value value) {
        Node shown;
        if (value.isMissing()) {
            var box = missing(place);
            box.setAccessibleText(bench.text("bubble.place.missing", place));
            shown = box;
        } else {
            var text = new Text(value.asText());
            text.getStyleClass().addAll("bubble-text", "bubble-variable");
            text.setAccessibleText(bench.text("bubble.place", place, value.asText()));
            shown = text;
        }
        watch(shown, target);
        flow.getChildren().add(shown);
    }

    private static Label missing(String place) {
        var box = new Label("{{" + place + "}}");
        box.getStyleClass().add("bubble-missing");
        return box;
    }

    /// Points at its row while the pointer or the keyboard is at it, and is marked while the row is pointed at.
    private void watch(Node shown, String target) {
        shown.setFocusTraversable(true);
        shown.setOnMouseEntered(_ -> pointed.set(target));
        shown.setOnMouseExited(_ -> pointed.set(""));
        shown.setOnMousePressed(_ -> Keyboard.giveTo(shown));
        shown.focusedProperty().subscribe(focused -> pointed.set(focused ? target : ""));
        places.computeIfAbsent(target, _ -> new ArrayList<>()).add(shown);
    }

    private void point(String target) {
        places.forEach(
                (place, shown) -> shown.forEach(each -> each.pseudoClassStateChanged(POINTED, place.equals(target))));
    }

    private void list(Value.Fields rows) {
        if (rows.isEmpty()) {
            bubble.getChildren().add(flow(bench.text("bubble.nothing"), "", rows));
        }
        for (var row : rows.fields().entrySet()) {
            var flow = new TextFlow();
            flow.getStyleClass().add("bubble-flow");
            add(flow, row.getKey() + "  ", "bubble-text", "bubble-place");
            variable(flow, row.getKey(), row.getKey(), row.getValue());
            bubble.getChildren().add(flow);
        }
    }
}
