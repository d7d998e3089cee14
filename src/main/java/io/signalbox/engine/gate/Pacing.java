package io.signalbox.engine.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Hands out turns, in the order in which they are asked for. A call that must wait keeps its turn until it comes
/// back, so those that wait do not overtake each other. Kept in memory: after a restart everybody begins anew. Safe for
/// use by several threads.
public final class Pacing {
    /// A wall clock that goes back further than this was set back; what was planned by it is forgotten.
    private static final Duration SET_BACK = Duration.ofSeconds(5);

    /// A turn that was not taken by so long after its time belongs to a call that nobody makes any more.
    private static final Duration FORSAKEN = Duration.ofHours(1);

    private static final int TIDY_AT = 10_000;

    private final Map<String, Deque<Instant>> windows = new HashMap<>();
    private final Map<String, Instant> buckets = new HashMap<>();
    private final Map<Turn, Instant> turns = new HashMap<>();
    private Instant last = Instant.EPOCH;

    private record Turn(String who, String call) {}

    /// How often something may happen.
    public sealed interface Limit {
        /// What is limited: two limits of the same name share their turns.
        String who();

        /// At most so many within any stretch of that length.
        record Window(String who, int calls, Duration within) implements Limit {}

        /// One every so often; who was quiet for long may have so many at once.
        record Bucket(String who, int burst, Duration every) implements Limit {}
    }

    /// How long the call must wait for its turn by all these limits. Zero: it goes out now, and its turns are used up.
    ///
    /// @param call the same whenever the same call asks
    public synchronized Duration take(List<Limit> limits, String call, Instant now) {
        if (now.isBefore(last.minus(SET_BACK))) {
            windows.clear();
            buckets.clear();
            turns.clear();
        }
        last = now;
        for (var limit : limits) {
            var turn = new Turn(limit.who(), call);
            var mine = turns.computeIfAbsent(turn, _ -> next(limit, now));
            if (mine.isAfter(now)) {
                // The limits behind this one are asked when it has passed: their turns would lapse meanwhile.
                return Duration.between(now, mine);
            }
        }
        limits.forEach(limit -> turns.remove(new Turn(limit.who(), call)));
        if (turns.size() + buckets.size() > TIDY_AT) {
            tidy(now);
        }
        return Duration.ZERO;
    }

    private Instant next(Limit limit, Instant now) {
        return switch (limit) {
            case Limit.Window(var who, var calls, var within) -> {
                var past = windows.computeIfAbsent(who, _ -> new ArrayDeque<>());
                var free = past.size() < calls
                        ? now
                        : later(now, past.removeFirst().plus(within));
                past.addLast(free);
                yield free;
            }
            case Limit.Bucket(var who, var burst, var every) -> {
                var full = later(now, buckets.getOrDefault(who, now)).plus(every);
                buckets.put(who, full);
                yield later(now, full.minus(every.multipliedBy(burst)));
            }
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tidy(Instant now) {
        buckets.values().removeIf(now::isAfter);
        turns.values().removeIf(time -> time.plus(FORSAKEN).isBefore(now));
    }
}
