package io.signalbox.engine;

import io.signalbox.flow.Event;
import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.Optional;

/// An event as it arrived, before it has an id of ours.
///
/// @param identity the sender's own; the same one again is the same event. Empty: nothing to tell repeats by
/// @param occurredAt empty: the sender did not say, so the time of receipt counts
public record Incoming(
        Optional<String> identity,
        String module,
        String submodule,
        String event,
        String source,
        String entity,
        Optional<Instant> occurredAt,
        Value data,
        Value.Fields attributes) {

    /// `module.submodule.event`; `webhook` for what came in at a webhook's address.
    public String type() {
        return module.isEmpty() ? "webhook" : module + "." + submodule + "." + event;
    }

    public Event accepted(String id, Instant receivedAt) {
        return new Event(
                id,
                type(),
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
