package io.signalbox.connector;

import io.signalbox.access.Secret;
import java.time.Instant;
import java.util.Optional;

/// What a verifier knows beside the call: the connection that its trigger names, the time, and a way to fetch a
/// certificate.
public interface HookKeys {
    /// The secret in the first of these fields that is set.
    Optional<Secret> secret(String... fields);

    /// A plain field of the connection; blank when not set.
    String value(String field);

    Instant now();

    /// The text at this address, through the send gate; empty when it could not be had. May block.
    Optional<String> fetch(String url);
}
