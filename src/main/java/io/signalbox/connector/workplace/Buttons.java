package io.signalbox.connector.workplace;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.TreeMap;

/// A question with buttons, from rows such as `button.1.title` with `button.1.payload`, which comes back as an event
/// when somebody presses it, or with `button.1.url`, which opens a page.
final class Buttons {
    private static final String PREFIX = "button.";

    private Buttons() {}

    static Value message(Call call) throws CallProblem {
        var buttons = new TreeMap<Integer, Value.Fields>();
        for (var row : call.fields().fields().entrySet()) {
            var name = row.getKey();
            int number = number(name);
            var part = number > 0 ? name.substring(PREFIX.length() + 2) : "";
            if (!part.equals("title") && !part.equals("url") && !part.equals("payload")) {
                throw new CallProblem("button.row", name);
            }
            var before = buttons.getOrDefault(number, Value.Fields.empty());
            buttons.put(number, before.with(part, Value.of(row.getValue().asText())));
        }
        if (buttons.isEmpty()) {
            throw new CallProblem("button.none");
        }
        var made = new ArrayList<Value>();
        for (var entry : buttons.entrySet()) {
            made.add(button(entry.getKey(), entry.getValue()));
        }
        var payload = Value.fields("template_type", Value.of("button"))
                .with("text", Value.of(Workplace.text(call, WorkplaceRules.LONGEST_QUESTION)))
                .with("buttons", new Value.Items(made));
        return Value.fields("attachment", Value.fields("type", Value.of("template"), "payload", payload));
    }

    /// From 1 to 3; 0 for a row that names no button.
    private static int number(String row) {
        boolean names =
                row.startsWith(PREFIX) && row.length() > PREFIX.length() + 2 && row.charAt(PREFIX.length() + 1) == '.';
        int number = names ? Character.digit(row.charAt(PREFIX.length()), 10) : 0;
        return number >= 1 && number <= WorkplaceRules.MOST_BUTTONS ? number : 0;
    }

    private static Value button(int number, Value.Fields parts) throws CallProblem {
        var place = PREFIX + number;
        var title = parts.at("title").asText();
        if (title.isBlank() || WorkplaceRules.length(title) > WorkplaceRules.LONGEST_TITLE) {
            throw new CallProblem("button.title", place);
        }
        if (parts.has("url") == parts.has("payload")) {
            throw new CallProblem("button.what", place);
        }
        if (parts.has("url")) {
            var url = parts.at("url").asText();
            if (!url.startsWith("https://")) {
                throw new CallProblem("button.url", place);
            }
            return Value.fields("type", Value.of("web_url"), "url", Value.of(url))
                    .with("title", Value.of(title));
        }
        var payload = parts.at("payload").asText();
        if (payload.isBlank() || WorkplaceRules.length(payload) > WorkplaceRules.LONGEST_PAYLOAD) {
            throw new CallProblem("button.payload", place);
        }
        return Value.fields("type", Value.of("postback"), "title", Value.of(title))
                .with("payload", Value.of(payload));
    }
}
