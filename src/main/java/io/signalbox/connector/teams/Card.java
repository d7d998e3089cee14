package io.signalbox.connector.teams;

import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// An Adaptive Card 1.4 in the envelope that a workflow takes. The stand-in of the sandbox reads it back by the same
/// rules.
public final class Card {
    /// Bytes of a card that Teams shows, near enough; remembered.
    public static final int LARGEST = 28_000;

    private static final String TYPE = "application/vnd.microsoft.card.adaptive";

    private Card() {}

    static Value of(String title, String text, String tone, String link, String button) throws CallProblem {
        if (title.isBlank() || text.isBlank()) {
            throw new CallProblem("card.empty");
        }
        if ((title + text).getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new CallProblem("card.long");
        }
        var head = Value.fields("type", Value.of("TextBlock"))
                .with("text", Value.of(title))
                .with("size", Value.of("Large"))
                .with("weight", Value.of("Bolder"))
                .with("wrap", Value.of(true));
        if (!tone.isBlank() && !tone.equals("default")) {
            head = head.with("color", Value.of(Character.toUpperCase(tone.charAt(0)) + tone.substring(1)));
        }
        var body = Value.fields("type", Value.of("TextBlock"))
                .with("text", Value.of(text))
                .with("wrap", Value.of(true));
        var card = Value.fields("$schema", Value.of("http://adaptivecards.io/schemas/adaptive-card.json"))
                .with("type", Value.of("AdaptiveCard"))
                .with("version", Value.of("1.4"))
                .with("body", Value.items(head, body));
        if (!link.isBlank()) {
            card = card.with("actions", Value.items(action(link, button)));
        }
        return Value.fields("type", Value.of("message"))
                .with("attachments", Value.items(Value.fields("contentType", Value.of(TYPE), "content", card)));
    }

    private static Value action(String link, String button) throws CallProblem {
        if (!link.startsWith("https://") || link.chars().anyMatch(c -> c <= ' ')) {
            throw new CallProblem("link", link);
        }
        return Value.fields("type", Value.of("Action.OpenUrl"))
                .with("title", Value.of(button.isBlank() ? link : button))
                .with("url", Value.of(link));
    }

    /// What a person sees of a message with a card; empty when it holds none.
    public static Optional<String> shown(Value message) {
        var attachment = message.at("attachments").at(0);
        var card = attachment.at("content");
        if (!attachment.at("contentType").asText().equals(TYPE)
                || card.at("body").asItems().isEmpty()) {
            return Optional.empty();
        }
        var shown = new StringBuilder();
        card.at("body")
                .asItems()
                .forEach(block -> shown.append(block.at("text").asText()).append('\n'));
        card.at("actions")
                .asItems()
                .forEach(action -> shown.append("[")
                        .append(action.at("title").asText())
                        .append("] ")
                        .append(action.at("url").asText())
                        .append('\n'));
        return Optional.of(shown.toString().strip());
    }
}
