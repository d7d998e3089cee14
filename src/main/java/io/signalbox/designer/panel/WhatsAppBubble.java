package io.signalbox.designer.panel;

import io.signalbox.connector.whatsapp.TemplateText;
import io.signalbox.designer.Icon;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A message as the recipient would see it, its variables underlined. Always says that nothing was sent.
public final class WhatsAppBubble extends VBox {
    /// Meta's limit for a message body.
    private static final int LONGEST = 1024;

    private final Bench bench;
    private final HBox head = new HBox(8);
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
        getChildren().addAll(head, recipient, chat, count);
    }

    /// @param template its wording; without it the values are listed by their places
    /// @param rows by target; a missing one is shown as its place
    /// @param to digits; blank when the message would be suppressed
    public void show(Optional<TemplateText> template, Value.Fields rows, String to) {
        head(template.isPresent());
        recipient(to);
        bubble.getChildren().clear();
        template.ifPresentOrElse(text -> fill(text, rows), () -> list(rows));
        var whole = template.map(text -> text.filledWith(rows).asText()).orElse(rows.asText());
        var body = template.map(text -> text.filledWith(rows).body()).orElse("");
        bubble.setAccessibleText(bench.text("bubble.spoken", whole));
        count.setText(
                template.isPresent()
                        ? bench.text("bubble.count", body.codePointCount(0, body.length()), LONGEST)
                        : bench.text("bubble.unknown"));
    }

    /// A text that is sent as it is, without a template.
    public void show(String text, String to) {
        head(true);
        recipient(to);
        var words = new Text(text);
        words.getStyleClass().add("bubble-text");
        bubble.getChildren().setAll(new TextFlow(words));
        bubble.setAccessibleText(bench.text("bubble.spoken", text));
        count.setText(bench.text("bubble.count", text.codePointCount(0, text.length()), 4096));
    }

    private void head(boolean known) {
        head.getChildren().setAll(Wording.strong(bench.text("bubble.title")));
        if (!known) {
            head.getChildren().add(Wording.pill(bench.text("bubble.unknown-pill"), "warning", "warning"));
        }
    }

    private void recipient(String to) {
        boolean possible = PhoneNumber.isPossible(to);
        var number = possible
                ? Wording.caption(PhoneNumber.readable(to))
                : Wording.warning(bench.text(to.isEmpty() ? "bubble.no-recipient" : "bubble.bad-recipient", to));
        number.getStyleClass().add("strong");
        recipient.getChildren().setAll(number);
        if (possible) {
            recipient.getChildren().addFirst(Icon.of("person", "icon-14", "tone-muted"));
        }
    }

    private void fill(TemplateText text, Value.Fields rows) {
        if (!text.header().isEmpty()) {
            var header = flow(text.header(), "header.", rows);
            header.getStyleClass().add("bubble-header");
            bubble.getChildren().add(header);
        }
        bubble.getChildren().add(flow(text.body(), "", rows));
        if (!text.footer().isEmpty()) {
            var footer = new Label(text.footer());
            footer.getStyleClass().add("bubble-footer");
            bubble.getChildren().add(footer);
        }
        for (var button : text.buttons()) {
            var link = new Label(button.text(), Icon.of(button.url().isEmpty() ? "message" : "link", "icon-16"));
            link.getStyleClass().add("bubble-button");
            link.setMaxWidth(Double.MAX_VALUE);
            bubble.getChildren().add(link);
        }
    }

    private static TextFlow flow(String wording, String prefix, Value.Fields rows) {
        var flow = new TextFlow();
        flow.getStyleClass().add("bubble-flow");
        int at = 0;
        int open = wording.indexOf("{{");
        while (open >= 0 && wording.indexOf("}}", open) >= 0) {
            int close = wording.indexOf("}}", open);
            add(flow, wording.substring(at, open), "bubble-text");
            var place = wording.substring(open + 2, close).strip();
            var value = rows.at(prefix + place);
            if (value.isMissing()) {
                add(flow, "{{" + place + "}}", "bubble-text", "bubble-missing");
            } else {
                add(flow, value.asText(), "bubble-text", "bubble-variable");
            }
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

    private void list(Value.Fields rows) {
        if (rows.isEmpty()) {
            bubble.getChildren().add(flow(bench.text("bubble.nothing"), "", rows));
        }
        for (var row : rows.fields().entrySet()) {
            var flow = new TextFlow();
            flow.getStyleClass().add("bubble-flow");
            add(flow, row.getKey() + "  ", "bubble-text", "bubble-place");
            add(flow, row.getValue().isMissing() ? "…" : row.getValue().asText(), "bubble-text", "bubble-variable");
            bubble.getChildren().add(flow);
        }
    }
}
