package io.signalbox.connector;

import java.time.Instant;
import java.util.Optional;

/// What a service reported of a message that it had accepted.
///
/// @param externalId the service's id of the message, as in [Outcome.Delivered]
/// @param key of the step that sent it, where the service gives it back; blank where not
/// @param at empty when the service does not say
/// @param reason text key of why it failed; blank otherwise
/// @param detail what the service itself said
public record DeliveryStatus(
        String externalId, String key, State state, Optional<Instant> at, String reason, String detail) {
    /// How far it came. Reports come in any order, and what comes later in this list is known for good: a message
    /// that was read has been delivered, whatever arrives afterwards.
    public enum State {
        ACCEPTED,
        SENT,
        FAILED,
        DELIVERED,
        READ
    }

    /// Where the service tells the status of messages.
    @FunctionalInterface
    public interface Teller {
        /// The status in one thing that the service told; empty when it is about something else.
        Optional<DeliveryStatus> in(HookItem told);
    }
}
