package io.signalbox.sandbox.whatsapp;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How much may be sent: 80 messages a second, and to one person 45 at once, then one every six seconds. Safe for
/// threads.
final class Limits {
    private static final int A_SECOND = 80;
    private static final int AT_ONCE = 45;
    private static final Duration EACH = Duration.ofSeconds(6);

    /// Who has taken so much of a pair's room, and when that was counted.
    private record Pair(double used, Instant at) {
        /// What is left of it by now.
        Pair by(Instant now) {
            double back = (double) Duration.between(at, now).toMillis() / EACH.toMillis();
            return new Pair(Math.max(0, used - Math.max(0, back)), now);
        }
    }

    private final Map<String, Pair> pairs = new HashMap<>();
    private long second;
    private int sent;

    /// The code by which a message is refused; empty when it may go, which is then counted.
    synchronized Optional<Integer> refusal(String person, Instant now) {
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            sent = 0;
        }
        if (sent >= A_SECOND) {
            return Optional.of(130429);
        }
        var pair = pairs.getOrDefault(person, new Pair(0, now)).by(now);
        if (pair.used() > AT_ONCE - 1) {
            return Optional.of(131056);
        }
        sent++;
        pairs.put(person, new Pair(pair.used() + 1, now));
        return Optional.empty();
    }
}
