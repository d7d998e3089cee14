package io.signalbox.engine;

import java.time.Instant;
import java.util.Optional;

/// A run in a list.
///
/// @param subject what the event was about, for people: its entity or a telling field
/// @param reason text key of why it failed or sent nothing; blank otherwise
/// @param undelivered messages that their service had taken and then reported as not delivered
public record RunSummary(
        String id,
        String flow,
        String eventId,
        String subject,
        RunState state,
        int messages,
        String reason,
        String detail,
        Instant startedAt,
        Optional<Instant> endedAt,
        int undelivered) {}
