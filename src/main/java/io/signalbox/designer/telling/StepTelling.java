package io.signalbox.designer.telling;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.Field;
import io.signalbox.flow.Expression;
import io.signalbox.flow.FieldWords;
import io.signalbox.flow.Node;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Wire;
import java.util.ArrayList;
import java.util.List;

/// What one node does, in sentences.
///
/// @param texts of this package
record StepTelling(PathReading paths, ValueReading values, Connectors connectors, Texts texts) {
    List<String> sentences(Node node) {
        return switch (node) {
            case Node.Trigger trigger -> List.of(started(trigger));
            case Node.Source source -> called("fetch", source);
            case Node.Connection connection -> called("send", connection);
            case Node.Configuration configuration -> message(configuration);
        };
    }

    /// What its outcome means for all that follows.
    List<String> consequences(Node node) {
        if (!(node instanceof Node.Source source) || !source.isIterating()) {
            return List.of();
        }
        return List.of(source.groupBy()
                .map(by -> texts.text("group", paths.rest(by)))
                .or(() -> source.each().map(each -> texts.text("each", paths.whole(each))))
                .orElse(""));
    }

    private String started(Node.Trigger trigger) {
        var settings = trigger.settings();
        var title = paths.title(trigger.id());
        return switch (trigger.type()) {
            case "event" -> texts.text("event", title, event(trigger));
            case "webhook" ->
                texts.text(
                        settings.text("connection").isEmpty() ? "webhook.open" : "webhook",
                        title,
                        settings.text("connection"));
            case "schedule" ->
                texts.text(
                        "schedule",
                        title,
                        settings.text("cron"),
                        settings.text("zone").isEmpty() ? paths.flow().zone().getId() : settings.text("zone"));
            case "poll" ->
                texts.text(
                        "poll",
                        title,
                        settings.text("every"),
                        service(settings.text("service")),
                        settings.text("connection"),
                        operation(settings.text("service"), settings.text("operation")));
            case "manual" -> texts.text("manual", title);
            default -> texts.text("unknown", title, trigger.type());
        };
    }

    /// “Work orders › New WO”.
    private String event(Node.Trigger trigger) {
        var settings = trigger.settings();
        var names = new ArrayList<String>();
        for (var part : List.of("module", "submodule", "event")) {
            var key = settings.text(part);
            var words = paths.words().flowTexts();
            if (!key.isEmpty()) {
                names.add(words.has(part + "." + key) ? words.text(part + "." + key) : FieldWords.readable(key));
            }
        }
        return names.isEmpty() ? texts.text("event.none") : String.join(" › ", names);
    }

    private List<String> called(String key, Node node) {
        var title = paths.title(node.id());
        var lines = new ArrayList<String>();
        if (node.type().isEmpty() || node.operation().isEmpty()) {
            lines.add(texts.text("unset", title));
        } else {
            lines.add(texts.text(
                    node.connection().isEmpty() ? key + ".open" : key,
                    title,
                    service(node.type()),
                    operation(node.type(), node.operation()),
                    node.connection()));
        }
        node.settings().values().forEach((setting, value) -> {
            if (!value.isBlank()) {
                lines.add(texts.text("row", label(node, setting), value(node, setting, value)));
            }
        });
        return lines;
    }

    private String label(Node node, String setting) {
        var key = "field." + setting;
        return connectors
                .find(node.type())
                .map(connector -> connectors.texts(connector, paths.words().language()))
                .filter(words -> words.has(key))
                .map(words -> words.text(key))
                .orElse(FieldWords.readable(setting));
    }

    /// Of a few options, the name of the one.
    private String value(Node node, String setting, Expression value) {
        var chosen = node.settings().text(setting);
        var key = "field." + setting + "." + chosen;
        return connectors
                .operation(node.type(), node.operation())
                .flatMap(operation -> operation.field(setting))
                .filter(field -> field instanceof Field.Choice)
                .flatMap(_ -> connectors.find(node.type()))
                .map(connector -> connectors.texts(connector, paths.words().language()))
                .filter(words -> words.has(key))
                .map(words -> words.text(key))
                .orElseGet(() -> values.of(value));
    }

    private List<String> message(Node.Configuration configuration) {
        var title = paths.title(configuration.id());
        var through = paths.flow().wiresTo(configuration.id()).stream()
                .map(Wire::from)
                .map(paths::title)
                .findFirst();
        var lines = new ArrayList<String>();
        lines.add(
                configuration.fields().isEmpty()
                        ? texts.text("message.empty", title)
                        : through.map(by -> texts.text("message", title, by))
                                .orElseGet(() -> texts.text("message.open", title)));
        configuration.fields().forEach(row -> lines.add(texts.text("row", row.to(), values.of(row))));
        return lines;
    }

    private String service(String type) {
        return connectors
                .find(type)
                .map(connector ->
                        connectors.texts(connector, paths.words().language()).text("name"))
                .orElse(type);
    }

    private String operation(String type, String operation) {
        return connectors
                .find(type)
                .map(connector -> connectors.texts(connector, paths.words().language()))
                .filter(words -> words.has("operation." + operation))
                .map(words -> words.text("operation." + operation))
                .orElse(operation);
    }
}
