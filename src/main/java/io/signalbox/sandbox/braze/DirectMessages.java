package io.signalbox.sandbox.braze;

import io.signalbox.flow.Value;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Shipped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `/messages/send` takes, and how it looks where it arrives. Which templates there are is our own choice; the
/// wording of refusals is our reading.
final class DirectMessages {
    private final List<Value> templates =
            Shipped.json(DirectMessages.class, "templates.json").asItems();

    /// Empty for what is taken.
    Optional<String> refusal(Value body) {
        if (body.at("messages").isMissing()) {
            return Optional.of("'messages' is required");
        }
        if (people(body).isEmpty()) {
            return Optional.of("one of 'external_user_ids', 'user_aliases', 'segment_id', 'audience' is required");
        }
        var webhook = body.at("messages").at("webhook");
        if (!webhook.isMissing()) {
            return lacks(webhook, "webhook", "url", "request_method");
        }
        var whatsApp = whatsApp(body);
        return lacks(whatsApp, "whats_app", "app_id", "subscription_group_id", "message_type", "message")
                .or(() -> switch (whatsApp.at("message_type").asText()) {
                    case "template_message" -> unfit(whatsApp.at("message"));
                    case "text_response_message" -> lacks(whatsApp.at("message"), "message", "body");
                    default -> Optional.of("'message_type' is invalid");
                });
    }

    private static Optional<String> lacks(Value holder, String name, String... members) {
        return Stream.of(members)
                .filter(member -> holder.at(member).isMissing())
                .map(member -> "'" + name + "." + member + "' is required")
                .findFirst();
    }

    private Optional<String> unfit(Value message) {
        var template = template(message);
        if (template.isEmpty()) {
            return Optional.of("'template_name' has no such template in this language");
        }
        var wording = template.get().at("body").asText();
        for (int place = 1; wording.contains("{{" + place + "}}"); place++) {
            if (variable(message, place).isMissing()) {
                return Optional.of("'body_variables' lacks " + (place - 1));
            }
        }
        return Optional.empty();
    }

    private Optional<Value> template(Value message) {
        return templates.stream()
                .filter(one -> one.at("name").equals(message.at("template_name"))
                        && one.at("language").equals(message.at("template_language_code")))
                .findFirst();
    }

    private static Value variable(Value message, int place) {
        return message.at("body_variables").at(Integer.toString(place - 1));
    }

    static List<String> people(Value body) {
        return Stream.concat(
                        body.at("external_user_ids").asItems().stream(),
                        body.at("user_aliases").asItems().stream().map(alias -> alias.at("alias_name")))
                .map(Value::asText)
                .toList();
    }

    /// True for what WhatsApp takes only within 24 hours after the person wrote.
    static boolean isAnswer(Value body) {
        return whatsApp(body).at("message_type").asText().equals("text_response_message");
    }

    private static Value whatsApp(Value body) {
        return body.at("messages").at("whats_app");
    }

    static Arrived.Look look(Value body) {
        return whatsApp(body).isMissing() ? Arrived.Look.RECORD : Arrived.Look.BUBBLE;
    }

    /// A webhook arrives at its address, whoever it is about.
    static String place(Value body, String person) {
        var webhook = body.at("messages").at("webhook");
        return webhook.isMissing()
                ? person
                : webhook.at("request_method").asText() + " "
                        + webhook.at("url").asText() + " (" + person + ")";
    }

    String shown(Value body) {
        if (whatsApp(body).isMissing()) {
            return body.at("messages").at("webhook").at("body").asText();
        }
        var message = whatsApp(body).at("message");
        var wording = template(message).map(one -> one.at("body").asText());
        if (wording.isEmpty()) {
            return message.at("body").asText();
        }
        var shown = wording.get();
        for (int place = 1; shown.contains("{{" + place + "}}"); place++) {
            shown = shown.replace("{{" + place + "}}", variable(message, place).asText());
        }
        return shown;
    }
}
