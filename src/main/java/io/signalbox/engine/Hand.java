package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The runs in memory, at work or waiting for their turn: so many and so large, then the table holds them. Safe for
/// use by several threads.
final class Hand {
    static final int MOST = 4_000;

    /// Of the heap. As much again is needed to work on them.
    static final long BYTES = Runtime.getRuntime().maxMemory() / 8;

    private static final int PAGE = 1_000;

    /// A suspect that hangs must not keep everybody waiting.
    private static final Duration LONGEST_SHUT = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final AtomicLong weight = new AtomicLong();
    /// Whoever stores them takes them in hand, so the table is not asked for them meanwhile.
    private final Set<String> coming = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant shutSince;

    /// @param wanted somebody took it up from the table meanwhile
    private record Held(long weight, boolean wanted) {}

    Hand(InstantSource clock) {
        this.clock = clock;
    }

    /// @return false when it is held already; whoever holds it hears of that at the end
    boolean take(StoredRun run) {
        long its = Weight.of(run);
        var now = held.merge(run.id(), new Held(its, false), (before, _) -> new Held(before.weight(), true));
        if (now.wanted()) {
            return false;
        }
        weight.addAndGet(its);
        return true;
    }

    /// @return true when it was to be taken meanwhile: the table knows more of it than whoever held it
    boolean drop(String run) {
        var its = held.remove(run);
        if (its == null) {
            return false;
        }
        weight.addAndGet(-its.weight());
        return its.wanted();
    }

    void expect(Collection<String> runs) {
        coming.addAll(runs);
    }

    void came(Collection<String> runs) {
        runs.forEach(coming::remove);
    }

    boolean holds(String run) {
        // In this order: a run comes into the hand before it is no longer coming.
        return coming.contains(run) || held.containsKey(run);
    }

    int size() {
        return held.size();
    }

    /// For the next page.
    Room room() {
        return isShut() ? new Room(0, 0) : new Room(Math.min(PAGE, MOST - held.size()), BYTES - weight.get());
    }

    boolean isHalfEmpty() {
        return !isShut() && held.size() < MOST / 2 && weight.get() < BYTES / 2;
    }

    /// Takes nothing from now on, until it is opened, for at most half a minute.
    void shut() {
        shutSince = clock.instant();
    }

    void open() {
        shutSince = null;
    }

    /// When it opens by itself.
    Instant opensAt() {
        return clock.instant().plus(LONGEST_SHUT);
    }

    private boolean isShut() {
        var since = shutSince;
        // Either way: somebody may set the clock meanwhile.
        return since != null && Duration.between(since, clock.instant()).abs().compareTo(LONGEST_SHUT) < 0;
    }
}
