package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One thing that a call at a webhook's address tells of: vendors send several at once, and each becomes an event.
///
/// @param identity the vendor's own, the same in every repeat; empty when it gives none
/// @param kind `module.submodule.event` where the catalogue has such an event; else blank
/// @param occurredAt empty when the vendor does not say
public record HookItem(Optional<String> identity, String kind, Optional<Instant> occurredAt, Value data) {
    /// True for `module.submodule.event`.
    public boolean isKind(String wanted) {
        return kind.equals(wanted);
    }

    /// Something without a kind and a time of its own.
    static HookItem of(Optional<String> identity, Value data) {
        return new HookItem(identity, "", Optional.empty(), data);
    }

    /// A time as RFC 3339 writes it; empty for anything else.
    static Optional<Instant> time(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Empty for blank.
    static Optional<String> identity(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
