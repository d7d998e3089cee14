package io.signalbox.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened, as a flow sees it under `trigger`.
///
/// @param id ours, given at acceptance
/// @param type `module.submodule.event`, or `webhook`, `schedule`, `poll`, `manual`
/// @param source who told us
/// @param entity what it is about; may be blank
/// @param removedAt when its data and attributes were removed, having been kept long enough
public record Event(
        String id,
        String type,
        String module,
        String submodule,
        String event,
        String source,
        String entity,
        Instant occurredAt,
        Instant receivedAt,
        Value data,
        Value.Fields attributes,
        Optional<Instant> removedAt) {

    /// One that is whole.
    public Event(
            String id,
            String type,
            String module,
            String submodule,
            String event,
            String source,
            String entity,
            Instant occurredAt,
            Instant receivedAt,
            Value data,
            Value.Fields attributes) {
        this(
                id,
                type,
                module,
                submodule,
                event,
                source,
                entity,
                occurredAt,
                receivedAt,
                data,
                attributes,
                Optional.empty());
    }

    /// The attribute that names what was repaired in a body that was no JSON: a list of places, each with what it
    /// was before and after.
    public static final String REPAIRED = "repaired";

    /// The attribute that names the event of which another one is a copy.
    public static final String REPLAY_OF = "replayOf";

    /// The same once more: it happened when it happened, but is received anew. Names the first of all its copies.
    public Event again(String newId, Instant now) {
        var first = attributes.at(REPLAY_OF).isMissing() ? Value.of(id) : attributes.at(REPLAY_OF);
        return new Event(
                newId,
                type,
                module,
                submodule,
                event,
                source,
                entity,
                occurredAt,
                now,
                data,
                attributes.with(REPLAY_OF, first));
    }

    public Event withData(Value changed) {
        return new Event(
                id, type, module, submodule, event, source, entity, occurredAt, receivedAt, changed, attributes);
    }

    /// Without what came from outside, but for what it is about.
    public Event removed(Instant now) {
        var first = attributes.at(REPLAY_OF);
        return new Event(
                id,
                type,
                module,
                submodule,
                event,
                source,
                entity,
                occurredAt,
                receivedAt,
                Value.Fields.empty(),
                first.isMissing() ? Value.Fields.empty() : Value.fields(REPLAY_OF, first),
                Optional.of(now));
    }

    /// For how many days its data was kept; empty while it is.
    public Optional<Long> daysKept() {
        return removedAt.map(removed -> Duration.between(receivedAt, removed).toDays());
    }

    /// What `trigger` means in a path.
    public Value asValue() {
        var value = new Value.Gathering()
                .with("id", Value.of(id))
                .with("type", Value.of(type))
                .with("module", Value.of(module))
                .with("submodule", Value.of(submodule))
                .with("event", Value.of(event))
                .with("source", Value.of(source))
                .with("entity", Value.of(entity))
                .with("occurredAt", Value.of(occurredAt.toString()))
                .with("receivedAt", Value.of(receivedAt.toString()))
                .with("data", data)
                .with("attributes", attributes);
        removedAt.ifPresent(removed -> value.with("removedAt", Value.of(removed.toString())));
        return value.fields();
    }

    /// What [#asValue] made an event of.
    ///
    /// @throws java.time.DateTimeException when it is none
    public static Event of(Value value) {
        return new Event(
                value.at("id").asText(),
                value.at("type").asText(),
                value.at("module").asText(),
                value.at("submodule").asText(),
                value.at("event").asText(),
                value.at("source").asText(),
                value.at("entity").asText(),
                Instant.parse(value.at("occurredAt").asText()),
                Instant.parse(value.at("receivedAt").asText()),
                value.at("data"),
                value.at("attributes").asFields(),
                value.at("removedAt").isMissing()
                        ? Optional.empty()
                        : Optional.of(Instant.parse(value.at("removedAt").asText())));
    }

    /// Where a path that starts with `trigger` leads, without making the whole first.
    public Value at(Path path) {
        if (path.steps().isEmpty() || !(path.steps().getFirst() instanceof Path.Member(var name))) {
            return path.from(asValue());
        }
        var start = switch (name) {
            case "data" -> data;
            case "attributes" -> attributes;
            case "id" -> Value.of(id);
            case "type" -> Value.of(type);
            case "module" -> Value.of(module);
            case "submodule" -> Value.of(submodule);
            case "event" -> Value.of(event);
            case "source" -> Value.of(source);
            case "entity" -> Value.of(entity);
            case "occurredAt" -> Value.of(occurredAt.toString());
            case "receivedAt" -> Value.of(receivedAt.toString());
            case "removedAt" ->
                removedAt.map(removed -> Value.of(removed.toString())).orElse(Value.nothing());
            default -> Value.nothing();
        };
        return path.from(start, 1);
    }

    /// What it is about in a few characters, for lists: its entity, or the field of the data that people know it
    /// by.
    public String subject() {
        if (!entity.isEmpty()) {
            return entity;
        }
        for (var name : List.of("wo_folio", "id_code", "code", "folio", "from", "id")) {
            if (!data.at(name).isMissing()) {
                return data.at(name).asText();
            }
        }
        return "";
    }
}
