package io.signalbox.connector.braze;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// The body of `/messages/send`: people, and one message on one channel.
///
/// Rows of a WhatsApp template are called as for WhatsApp itself: `1`, `2` … in the text, `header.1` or `header.image`
/// above it, `button.0` … `button.9` for what a link button appends. Braze counts the places of header and text from 0
/// and takes one variable of the header and one of the buttons at most.
final class DirectMessage {
    static final String POST = "POST";
    static final List<String> METHODS = List.of(POST, "PUT", "DELETE", "GET");

    private static final String HEADER = "header.1";
    private static final String IMAGE = "header.image";
    private static final String BUTTON = "button.";

    private DirectMessage() {}

    static Value.Fields of(Call call) throws CallProblem {
        var messages = switch (call.operation()) {
            case Braze.TEMPLATE -> whatsApp(call, "template_message", template(call));
            case Braze.WEBHOOK -> Value.fields("webhook", webhook(call));
            default -> whatsApp(call, "text_response_message", text(call));
        };
        return Recipients.named(call).with("messages", messages);
    }

    private static Value.Fields whatsApp(Call call, String type, Value message) {
        return Value.fields(
                "whats_app",
                Value.fields("app_id", Value.of(call.text("app-id").strip()))
                        .with(
                                "subscription_group_id",
                                Value.of(call.text("subscription-group").strip()))
                        .with("message_type", Value.of(type))
                        .with("message", message));
    }

    private static Value text(Call call) throws CallProblem {
        var text = call.text("text");
        if (text.codePointCount(0, text.length()) > BrazeRules.LONGEST_TEXT) {
            throw new CallProblem("text.long");
        }
        return Value.fields("body", Value.of(text));
    }

    private static Value template(Call call) throws CallProblem {
        var header = Value.Fields.empty();
        var body = Value.Fields.empty();
        var buttons = Value.Fields.empty();
        var image = Value.nothing();
        for (var row : call.fields().fields().entrySet()) {
            var name = row.getKey();
            var text = Value.of(row.getValue().asText());
            if (name.equals(IMAGE)) {
                image = text;
            } else if (name.equals(HEADER)) {
                header = header.with("0", text);
            } else if (button(name).isPresent()) {
                buttons = buttons.with(button(name).get(), text);
            } else if (isPlace(name)) {
                body = body.with(Integer.toString(Integer.parseInt(name) - 1), text);
            } else {
                throw new CallProblem("variable", name);
            }
        }
        if (buttons.fields().size() > 1) {
            throw new CallProblem("variable.buttons");
        }
        if (!header.isEmpty() && !image.isMissing()) {
            throw new CallProblem("variable.header");
        }
        return Value.fields("template_name", Value.of(call.text("template-name").strip()))
                .with(
                        "template_language_code",
                        Value.of(call.text("template-language").strip()))
                .withPresent("header_media_uri", image)
                .withPresent("header_variables", some(header))
                .withPresent("body_variables", some(body))
                .withPresent("button_variables", some(buttons));
    }

    private static Value some(Value.Fields variables) {
        return variables.isEmpty() ? Value.nothing() : variables;
    }

    /// True for a row that a template can have a place for.
    static boolean isRow(String name) {
        return name.equals(IMAGE)
                || name.equals(HEADER)
                || isPlace(name)
                || button(name).isPresent();
    }

    private static Optional<String> button(String name) {
        var index = name.startsWith(BUTTON) ? name.substring(BUTTON.length()) : "";
        return index.length() == 1 && Character.digit(index.charAt(0), 10) >= 0 && index.charAt(0) <= '9'
                ? Optional.of(index)
                : Optional.empty();
    }

    private static boolean isPlace(String name) {
        return !name.isEmpty()
                && name.length() <= 3
                && name.charAt(0) != '0'
                && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Value webhook(Call call) throws CallProblem {
        var url = call.text("webhook-url").strip();
        if (!url.startsWith("https://")) {
            throw new CallProblem("webhook.url", url);
        }
        var method = call.text("webhook-method");
        return Value.fields("url", Value.of(url))
                .with("request_method", Value.of(method.isBlank() ? POST : method))
                .withPresent("body", Value.of(call.text("webhook-body")));
    }
}
