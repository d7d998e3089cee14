package io.signalbox.sandbox.whatsapp;

import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Messages as their recipient reads them.
final class Shown {
    private Shown() {}

    static String template(TemplateText template, Value.Fields rows) {
        var buttons = new ArrayList<TemplateText.Button>();
        for (int index = 0; index < template.buttons().size(); index++) {
            var button = template.buttons().get(index);
            // A link button's ending may be left out here; then the message simply has no such button.
            if (!button.url().contains("{{") || rows.has("button." + index)) {
                buttons.add(button);
            }
        }
        var shown = new TemplateText(
                        template.name(),
                        template.title(),
                        template.language(),
                        template.status(),
                        template.head(),
                        template.header(),
                        template.body(),
                        template.footer(),
                        buttons,
                        template.flat())
                .filledWith(rows)
                .asText();
        var media = rows.at(template.head().target()).asText();
        return template.head() == TemplateText.Head.TEXT ? shown : "[" + media + "]\n" + shown;
    }

    static String interactive(Value message) {
        var action = message.at("action");
        var words = Stream.of("header", "body", "footer")
                .map(part -> message.at(part).at("text"));
        return Stream.concat(
                        words.map(Value::asText), choices(message.at("type").asText(), action).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> choices(String type, Value action) {
        return switch (type) {
            case "button" ->
                action.at("buttons").asItems().stream()
                        .map(button -> "[" + button.at("reply").at("title").asText() + "]")
                        .toList();
            case "list" ->
                action.at("sections").asItems().stream()
                        .flatMap(section -> section.at("rows").asItems().stream())
                        .map(row -> "· " + row.at("title").asText()
                                + (row.at("description").isMissing()
                                        ? ""
                                        : " – " + row.at("description").asText()))
                        .toList();
            default -> {
                var link = action.at("parameters");
                yield List.of("[" + link.at("display_text").asText() + "] "
                        + link.at("url").asText());
            }
        };
    }
}
