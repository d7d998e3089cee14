package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.Optional;

/// An event as it arrived, before it has an id of ours.
///
/// @param identity the sender's own; the same one again is the same event. Empty: nothing to tell repeats by
/// @param type `module.submodule.event`; `webhook`, `schedule`, `poll` or `manual` for what came in another way
/// @param occurredAt empty: the sender did not say, so the time of receipt counts
public record Incoming(
        Optional<String> identity,
        String type,
        String module,
        String submodule,
        String event,
        String source,
        String entity,
        Optional<Instant> occurredAt,
        Value data,
        Value.Fields attributes) {

    /// An event of the catalogue's kind.
    public Incoming(
            Optional<String> identity,
            String module,
            String submodule,
            String event,
            String source,
            String entity,
            Optional<Instant> occurredAt,
            Value data,
            Value.Fields attributes) {
        this(
                identity,
                module + "." + submodule + "." + event,
                module,
                submodule,
                event,
                source,
                entity,
                occurredAt,
                data,
                attributes);
    }

    /// What started a trigger of its own kind: a webhook, the clock, a person.
    public static Incoming of(
            String type, Optional<String> identity, Optional<Instant> occurredAt, Value data, Value.Fields attributes) {
        return new Incoming(identity, type, "", "", "", "", "", occurredAt, data, attributes);
    }

    public Event accepted(String id, Instant receivedAt) {
        return new Event(
                id,
                type,
                module,
                submodule,
                event,
                source,
                entity,
                occurredAt.orElse(receivedAt),
                receivedAt,
                data,
                attributes);
    }
}
