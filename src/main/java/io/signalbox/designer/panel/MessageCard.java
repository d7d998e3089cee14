package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.TemplateText;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a message is shown before it is sent. A channel with a look of its own is one more case here; every other one
/// shows its request.
sealed interface MessageCard {
    /// A message template of WhatsApp.
    ///
    /// @param text its wording, where it is known
    /// @param rows by target; a missing one is shown as its place
    /// @param to digits; blank when the message would be suppressed
    record Template(String name, String language, Optional<TemplateText> text, Value.Fields rows, String to)
            implements MessageCard {}

    /// A text that is sent as it is, without a template.
    record FreeText(String text, String to) implements MessageCard {}

    /// The bare request, for services whose messages have no other look.
    record Request(Outgoing outgoing) implements MessageCard {}

    /// Nothing would be sent, or not enough is known yet.
    record Nothing() implements MessageCard {}

    /// @param node the connection or the configuration that sends
    /// @param page which of its messages, from 0
    static MessageCard of(Bench bench, NodeId node, int page) {
        var messages = bench.preview().model().messages(node);
        return bench.flow()
                .node(node)
                .flatMap(sender -> service(bench, sender).map(service -> of(bench, sender, service, messages, page)))
                .orElseGet(Nothing::new);
    }

    private static Optional<Node> service(Bench bench, Node sender) {
        return switch (sender) {
            case Node.Configuration configuration ->
                Wired.connection(bench, configuration.id()).map(Node.class::cast);
            case Node.Connection connection -> Optional.of(connection);
            case Node.Trigger _, Node.Source _ -> Optional.empty();
        };
    }

    private static MessageCard of(Bench bench, Node sender, Node service, List<Preview.Message> messages, int page) {
        var operation = bench.connectors().operation(service.type(), service.operation());
        if (operation.isEmpty()) {
            return new Nothing();
        }
        boolean template = operation.get().fields().stream().anyMatch(Field.Template.class::isInstance);
        if (!template && !operation.get().freeText()) {
            return messages.isEmpty()
                    ? new Nothing()
                    : new Request(messages.get(page).outgoing());
        }
        // One message is shown as the sample has it now, a moment before the run knows: typing shows at once.
        boolean ran = bench.preview().model().flow().equals(bench.flow()) && messages.size() > 1;
        var settings = ran ? messages.get(page).effect().settings() : settings(bench, service);
        var to = operation
                .get()
                .recipient()
                .map(settings::at)
                .orElse(Value.nothing())
                .asText();
        var rows = ran ? messages.get(page).effect().fields() : rows(bench, sender);
        if (!template) {
            return new FreeText(whole(settings, rows), to);
        }
        var name = service.settings().text("template");
        var language = service.settings().text("language");
        return new Template(name, language, Wired.wording(bench, service), rows, to);
    }

    /// The words of a message with what stands below them: a link, buttons, the rows of a list.
    private static String whole(Value.Fields settings, Value.Fields rows) {
        var below = rows.fields().values().stream()
                .filter(value -> !value.isMissing())
                .map(value -> "[" + value.asText() + "]");
        var parts = Stream.of("header", "text", "caption", "footer", "link")
                .map(settings::at)
                .filter(value -> !value.isMissing())
                .map(Value::asText);
        return Stream.concat(parts, below).collect(Collectors.joining("\n"));
    }

    private static Value.Fields settings(Bench bench, Node service) {
        var values = Value.Fields.empty();
        for (var setting : service.settings().values().entrySet()) {
            values = values.with(setting.getKey(), evaluated(bench, setting.getValue()));
        }
        return values;
    }

    private static Value.Fields rows(Bench bench, Node sender) {
        var values = Value.Fields.empty();
        if (sender instanceof Node.Configuration configuration) {
            for (var row : configuration.fields()) {
                var value = evaluated(bench, row.from());
                values = values.with(
                        TemplateText.place(row.to()),
                        value.isMissing() ? row.fallback().map(Value::of).orElse(value) : value);
            }
        }
        return values;
    }

    private static Value evaluated(Bench bench, Expression expression) {
        return bench.preview()
                .model()
                .scope(bench.flow())
                .map(expression::evaluate)
                .orElse(expression instanceof Expression.Literal literal ? literal.value() : Value.nothing());
    }
}
