package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/// The shapes in which events arrive: the Automator's own, and CloudEvents 1.0.
public final class EventForms {
    private static final Set<String> AUTOMATOR =
            Set.of("id", "module", "submodule", "event", "occurredAt", "entity", "data");
    private static final Set<String> CLOUD =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");

    private EventForms() {}

    /// The kinds of events that nobody posts: a webhook's, the clock's, a service's, a person's.
    private static final Set<String> OWN = Set.of("webhook", "schedule", "poll", "manual");

    /// An event to try a flow with: either form, or `{"type": "webhook"|"schedule"|"poll"|"manual", "data"}` for
    /// what no sender posts, a webhook's also as `{"module": "", "data"}`.
    public static Incoming sample(Value value) throws EventProblem {
        var fields = value.asFields();
        // A webhook's event has no module: some samples say so by a blank one.
        boolean blank = fields.has("module") && fields.at("module").asText().isBlank();
        var type = blank && !fields.has("type") ? "webhook" : fields.at("type").asText();
        if ((fields.has("module") && !blank) || fields.has("specversion") || !OWN.contains(type)) {
            return read(value);
        }
        return Incoming.of(
                type,
                Optional.empty(),
                time(fields, "occurredAt"),
                fields.at("data"),
                fields.at("attributes").asFields());
    }

    /// Either form, told apart by `specversion`.
    public static Incoming read(Value value) throws EventProblem {
        return value.asFields().has("specversion") ? cloudEvent(value) : automator(value);
    }

    /// `{"id"?, "module", "submodule", "event", "occurredAt"?, "entity"?, "data": {…}}`; other members become
    /// attributes.
    public static Incoming automator(Value value) throws EventProblem {
        var fields = object(value);
        var id = fields.at("id");
        if (id instanceof Value.Fields || id instanceof Value.Items || id instanceof Value.Truth) {
            throw new EventProblem("event.text", "id");
        }
        return new Incoming(
                id.isMissing() ? Optional.empty() : Optional.of("a:" + id.asText()),
                text(fields, "module", true),
                text(fields, "submodule", true),
                text(fields, "event", true),
                "",
                entity(fields.at("entity")),
                time(fields, "occurredAt"),
                data(fields),
                rest(fields, AUTOMATOR));
    }

    /// `type` is `module.submodule.event`; `source` and `id` together are the identity.
    public static Incoming cloudEvent(Value value) throws EventProblem {
        var fields = object(value);
        if (!text(fields, "specversion", true).equals("1.0")) {
            throw new EventProblem("event.specversion", "specversion");
        }
        var id = text(fields, "id", true);
        var source = text(fields, "source", true);
        var type = text(fields, "type", true).split("\\.", -1);
        if (type.length != 3 || type[0].isEmpty() || type[1].isEmpty() || type[2].isEmpty()) {
            throw new EventProblem("event.type", "type");
        }
        return new Incoming(
                Optional.of("c:" + source + "\n" + id),
                type[0],
                type[1],
                type[2],
                source,
                text(fields, "subject", false),
                time(fields, "time"),
                data(fields),
                rest(fields, CLOUD));
    }

    /// An accepted event as it would be posted again: what [#automator] reads as the same.
    public static Value.Fields written(Event event) {
        if (OWN.contains(event.type())) {
            return Value.fields("type", Value.of(event.type()), "data", event.data())
                    .with("occurredAt", Value.of(event.occurredAt().toString()))
                    .with("attributes", event.attributes());
        }
        var written = Value.fields("module", Value.of(event.module()), "submodule", Value.of(event.submodule()))
                .with("event", Value.of(event.event()))
                .withPresent("entity", Value.of(event.entity()))
                .with("occurredAt", Value.of(event.occurredAt().toString()))
                .with("data", event.data());
        for (var attribute : event.attributes().fields().entrySet()) {
            written = written.with(attribute.getKey(), attribute.getValue());
        }
        return written;
    }

    private static Value.Fields object(Value value) throws EventProblem {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw new EventProblem("event.object", "");
    }

    private static String text(Value.Fields fields, String name, boolean required) throws EventProblem {
        var value = fields.at(name);
        if (value.isMissing()) {
            if (required) {
                throw new EventProblem("event.required", name);
            }
            return "";
        }
        if (value instanceof Value.Text(var text)) {
            return text;
        }
        throw new EventProblem("event.text", name);
    }

    private static String entity(Value value) {
        return value instanceof Value.Fields fields ? fields.at("id").asText() : value.asText();
    }

    private static Value data(Value.Fields fields) throws EventProblem {
        var data = fields.at("data");
        if (data.isMissing()) {
            return Value.Fields.empty();
        }
        if (data instanceof Value.Fields) {
            return data;
        }
        throw new EventProblem("event.data", "data");
    }

    private static Optional<Instant> time(Value.Fields fields, String name) throws EventProblem {
        var text = text(fields, name, false);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            throw new EventProblem("event.time", name);
        }
    }

    private static Value.Fields rest(Value.Fields fields, Set<String> known) {
        var rest = new Value.Gathering();
        fields.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                rest.with(name, value);
            }
        });
        return rest.fields();
    }
}
