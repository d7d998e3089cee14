package io.signalbox.connector.whatsapp;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The `interactive` part of a message: up to three reply buttons, a list, or one link. The rows of a configuration
/// are the choices: a row's place is what comes back when somebody chooses it, its value is what they read;
/// `<place>.description` is the second line of a list's row.
final class Interactive {
    private static final String DESCRIPTION = ".description";

    private Interactive() {}

    static Value.Fields buttons(Call call) throws CallProblem {
        var made = new ArrayList<Value>();
        for (var row : call.fields().fields().entrySet()) {
            var title = row.getValue().asText();
            MessageRules.fault(
                    MessageRules.choiceFault(row.getKey(), title, MessageRules.LONGEST_BUTTON), row.getKey());
            made.add(Value.fields("type", Value.of("reply"))
                    .with("reply", Value.fields("id", Value.of(row.getKey()), "title", Value.of(title))));
        }
        MessageRules.fault(MessageRules.countFault(made.size(), MessageRules.MOST_BUTTONS, "buttons"), "");
        return framed(call, "button", MessageRules.LONGEST_BODY)
                .with("action", Value.fields("buttons", new Value.Items(made)));
    }

    static Value.Fields list(Call call) throws CallProblem {
        var rows = new LinkedHashMap<String, Value.Fields>();
        for (var row : call.fields().fields().entrySet()) {
            if (!row.getKey().endsWith(DESCRIPTION)) {
                var title = row.getValue().asText();
                MessageRules.fault(
                        MessageRules.choiceFault(row.getKey(), title, MessageRules.LONGEST_ROW), row.getKey());
                rows.put(row.getKey(), Value.fields("id", Value.of(row.getKey()), "title", Value.of(title)));
            }
        }
        for (var row : call.fields().fields().entrySet()) {
            if (row.getKey().endsWith(DESCRIPTION)) {
                var id = row.getKey().substring(0, row.getKey().length() - DESCRIPTION.length());
                var described = rows.get(id);
                if (described == null) {
                    throw new CallProblem("choice.description", row.getKey());
                }
                MessageRules.longest(row.getValue().asText(), MessageRules.LONGEST_DESCRIPTION, row.getKey());
                rows.put(id, described.withPresent("description", row.getValue()));
            }
        }
        MessageRules.fault(MessageRules.countFault(rows.size(), MessageRules.MOST_ROWS, "list"), "");
        MessageRules.longest(call.text("button"), MessageRules.LONGEST_BUTTON, "button");
        var section = Value.fields("rows", new Value.Items(List.copyOf(rows.values())));
        return framed(call, "list", MessageRules.LONGEST_TEXT)
                .with(
                        "action",
                        Value.fields("button", Value.of(call.text("button")), "sections", Value.items(section)));
    }

    static Value.Fields link(Call call) throws CallProblem {
        MessageRules.longest(call.text("button"), MessageRules.LONGEST_BUTTON, "button");
        MessageRules.address(call.text("link"));
        return framed(call, "cta_url", MessageRules.LONGEST_BODY)
                .with(
                        "action",
                        Value.fields("name", Value.of("cta_url"))
                                .with(
                                        "parameters",
                                        Value.fields("display_text", Value.of(call.text("button")))
                                                .with("url", Value.of(call.text("link")))));
    }

    /// Text with what may stand above and below it.
    private static Value.Fields framed(Call call, String type, int longest) throws CallProblem {
        var text = call.text("text");
        if (text.isBlank()) {
            throw new CallProblem("text.empty");
        }
        MessageRules.longest(text, longest, "text");
        MessageRules.longest(call.text("header"), MessageRules.LONGEST_HEADER, "header");
        MessageRules.longest(call.text("footer"), MessageRules.LONGEST_HEADER, "footer");
        var made = Value.fields("type", Value.of(type));
        if (!call.text("header").isBlank()) {
            made = made.with("header", Value.fields("type", Value.of("text"), "text", Value.of(call.text("header"))));
        }
        made = made.with("body", Value.fields("text", Value.of(text)));
        return call.text("footer").isBlank()
                ? made
                : made.with("footer", Value.fields("text", Value.of(call.text("footer"))));
    }
}
