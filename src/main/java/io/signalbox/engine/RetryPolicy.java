package io.signalbox.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait after the n-th failure, or to give up: full jitter under a doubling cap.
///
/// @param tries at most so many calls of one step
/// @param age of the event beyond which nothing is tried again
public record RetryPolicy(Duration first, Duration longest, int tries, Duration age) {
    /// Three days, as senders of webhooks do.
    public static final RetryPolicy STANDARD =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofHours(1), 12, Duration.ofHours(72));

    private static final long SHORTEST_ASKED = Duration.ofSeconds(1).toMillis();
    private static final long LONGEST_ASKED = Duration.ofHours(24).toMillis();

    public RetryPolicy {
        if (tries < 1 || first.isNegative() || longest.compareTo(first) < 0 || age.isNegative()) {
            throw new IllegalArgumentException(
                    "first %s, longest %s, tries %d, age %s".formatted(first, longest, tries, age));
        }
    }

    /// @param calls made so far, from 1
    /// @param asked what the service itself asked for, held to 1 second … 24 hours; wins, plus up to a tenth
    /// @param old how long ago the event was received
    /// @return empty: give up
    public Optional<Duration> waitAfter(int calls, Optional<Duration> asked, Duration old, RandomGenerator random) {
        if (calls >= tries || old.compareTo(age) >= 0) {
            return Optional.empty();
        }
        if (asked.isPresent()) {
            long millis = Math.clamp(asked.get().toMillis(), SHORTEST_ASKED, LONGEST_ASKED);
            return Optional.of(Duration.ofMillis(millis + random.nextLong(millis / 10 + 1)));
        }
        long cap = Math.min(longest.toMillis(), first.toMillis() << Math.min(calls - 1, 30));
        return Optional.of(Duration.ofMillis(random.nextLong(cap + 1)));
    }
}
