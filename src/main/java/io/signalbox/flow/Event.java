package io.signalbox.flow;

import java.time.Instant;

/// Something that happened, as a flow sees it under `trigger`.
///
/// @param id ours, given at acceptance
/// @param type `module.submodule.event`, or `webhook`, `manual`
/// @param source who told us
/// @param entity what it is about; may be blank
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
        Value.Fields attributes) {

    /// What `trigger` means in a path.
    public Value asValue() {
        return Value.fields("id", Value.of(id), "type", Value.of(type))
                .with("module", Value.of(module))
                .with("submodule", Value.of(submodule))
                .with("event", Value.of(event))
                .with("source", Value.of(source))
                .with("entity", Value.of(entity))
                .with("occurredAt", Value.of(occurredAt.toString()))
                .with("receivedAt", Value.of(receivedAt.toString()))
                .with("data", data)
                .with("attributes", attributes);
    }
}
