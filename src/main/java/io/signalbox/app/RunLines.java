package io.signalbox.app;

import io.signalbox.engine.NodeTrace;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.Locale;

/// Runs and events as lines for people, or as they came for programs.
record RunLines(Shell shell, Options options) {

    static Value.Fields asked(String command, String id) {
        return Value.fields("command", Value.of(command), "id", Value.of(id));
    }

    static Value.Fields asked(String command, String cursor, int limit) {
        return Value.fields("command", Value.of(command), "cursor", Value.of(cursor))
                .with("limit", Value.of(limit));
    }

    void runs(Value answer) {
        if (options.json) {
            shell.print(answer.at("items"));
            return;
        }
        sayIfEmpty(answer);
        var words = Texts.of(NodeTrace.class, options.language);
        for (var run : answer.at("items").asItems()) {
            shell.say("%s  %-20s  %-24s  %-20s  %s"
                    .formatted(
                            run.at("id").asText(),
                            run.at("startedAt").asText(),
                            run.at("flow").asText(),
                            words.text("run." + run.at("state").asText().toUpperCase(Locale.ROOT)),
                            plain(run.at("subject").asText())));
        }
    }

    void run(Value run) {
        if (options.json) {
            shell.print(run);
            return;
        }
        var words = Texts.of(NodeTrace.class, options.language);
        shell.say("%s  %s  %s"
                .formatted(
                        run.at("id").asText(),
                        run.at("flow").asText(),
                        words.text("run." + run.at("state").asText().toUpperCase(Locale.ROOT))));
        if (!run.at("notice").isMissing()) {
            shell.say(run.at("notice").asText());
        }
        for (var node : run.at("nodes").asItems()) {
            var reason = node.at("reason").asText();
            var delivery = delivery(run, node.at("step").asText());
            shell.say("    %-24s %s%s%s"
                    .formatted(
                            node.at("step").asText(),
                            words.text("state." + node.at("state").asText().toUpperCase(Locale.ROOT)),
                            reason.isEmpty() ? "" : ": " + plain(reason),
                            delivered(delivery, words)));
        }
    }

    private static Value delivery(Value run, String step) {
        return run.at("steps").asItems().stream()
                .filter(each -> each.at("step").asText().equals(step))
                .map(each -> each.at("delivery"))
                .findFirst()
                .orElse(Value.nothing());
    }

    /// “, delivered”, or “, accepted, but not delivered: …”.
    private static String delivered(Value delivery, Texts words) {
        if (delivery.isMissing()) {
            return "";
        }
        var state = words.text("delivery." + delivery.at("state").asText().toUpperCase(Locale.ROOT));
        var reason = delivery.at("reason").asText();
        return ", " + state + (reason.isEmpty() ? "" : ": " + plain(reason));
    }

    private void sayIfEmpty(Value answer) {
        if (answer.at("items").asItems().isEmpty()) {
            shell.complain(Shell.texts(options.language).text("list.empty"));
        }
    }

    void events(Value answer) {
        if (options.json) {
            shell.print(answer.at("items"));
            return;
        }
        sayIfEmpty(answer);
        for (var event : answer.at("items").asItems()) {
            shell.say("%s  %-24s  %-40s  %s"
                    .formatted(
                            event.at("id").asText(),
                            event.at("receivedAt").asText(),
                            event.at("type").asText(),
                            plain((event.at("entity").asText() + " "
                                            + event.at("notice").asText())
                                    .strip())));
        }
    }

    /// One sentence about what was done.
    ///
    /// @param member of the answer that the sentence names
    void said(Value answer, String key, String member) {
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
        } else {
            var named = answer.at(member) instanceof Value.Items(var items)
                    ? String.join(", ", items.stream().map(Value::asText).toList())
                    : answer.at(member).asText();
            shell.say(Shell.texts(options.language).text(key, named));
        }
    }

    /// Text from outside, so that it cannot steer the terminal.
    private static String plain(String text) {
        return JsonLines.safe(text);
    }
}
