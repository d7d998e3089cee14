package io.signalbox.connector.whatsapp;

import io.signalbox.flow.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wording of an approved template in one language, its places written `{{1}}` or `{{name}}`.
///
/// @param language as the vendor writes it: `pt_BR`
/// @param header blank when it has none
/// @param footer blank when it has none
public record TemplateText(
        String name, String language, String header, String body, String footer, List<Button> buttons) {
    /// @param url blank for a quick reply; may end in `{{1}}`
    public record Button(String text, String url) {}

    public TemplateText {
        buttons = List.copyOf(buttons);
    }

    /// The rows that fill every place, in the order a person reads: `header.1`, `1`, `2`, `button.0`.
    public SequencedSet<String> targets() {
        var targets = new LinkedHashSet<String>();
        filled(header, place -> noted(targets, "header." + place));
        filled(body, place -> noted(targets, place));
        for (int index = 0; index < buttons.size(); index++) {
            var target = "button." + index;
            filled(buttons.get(index).url(), _ -> noted(targets, target));
        }
        return targets;
    }

    /// As the recipient sees it. A place without a row stays written as it is, so that a preview shows what is
    /// missing.
    ///
    /// @param rows by target, as a configuration's map
    public TemplateText filledWith(Value.Fields rows) {
        var filledButtons = Stream.iterate(0, index -> index + 1)
                .limit(buttons.size())
                .map(index -> new Button(
                        buttons.get(index).text(),
                        filled(buttons.get(index).url(), place -> row(rows, "button." + index, place))))
                .toList();
        return new TemplateText(
                name,
                language,
                filled(header, place -> row(rows, "header." + place, place)),
                filled(body, place -> row(rows, place, place)),
                footer,
                filledButtons);
    }

    /// Header, body, footer and buttons, one below the other.
    public String asText() {
        var links = buttons.stream()
                .map(button -> "[" + button.text() + "]" + (button.url().isEmpty() ? "" : " " + button.url()));
        return Stream.concat(Stream.of(header, body, footer), links)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String row(Value.Fields rows, String target, String place) {
        var value = rows.at(target);
        return value.isMissing() ? "{{" + place + "}}" : value.asText();
    }

    private static String noted(SequencedSet<String> targets, String target) {
        targets.add(target);
        return "";
    }

    private static String filled(String text, UnaryOperator<String> place) {
        var filled = new StringBuilder(text.length() + 64);
        int at = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            filled.append(text, at, open)
                    .append(place.apply(text.substring(open + 2, close).strip()));
            at = close + 2;
            open = text.indexOf("{{", at);
        }
        return filled.append(text, at, text.length()).toString();
    }
}
