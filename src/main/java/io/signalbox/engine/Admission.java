package io.signalbox.engine;

import java.time.Duration;
import java.time.InstantSource;

/// Whether there is room for more: what is accepted and not finished is bounded by number, by size, and by how long it
/// waits for its beginning. Above four fifths, what can wait is asked to come back; near the end, everybody is. Counts
/// in memory, from the durable rows at the start. Safe for use by several threads.
public final class Admission {
    private static final double BUSY = 0.8;
    private static final double FULL = 0.95;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// @param runs and `bytes` of their events, accepted and not finished
    /// @param age of the oldest run that was never begun
    public record Bounds(long runs, long bytes, Duration age) {
        public static final Bounds STANDARD = new Bounds(100_000, 1L << 30, Duration.ofHours(1));
    }

    /// How much it hurts to be sent away.
    public enum Priority {
        NORMAL,
        /// What can as well come later: bulk, replays.
        LOW
    }

    /// What a sender is told.
    public sealed interface Verdict {
        record Welcome() implements Verdict {}

        /// 429.
        record Busy(Duration retryAfter) implements Verdict {}

        /// 503.
        record Full(Duration retryAfter) implements Verdict {}
    }

    private final Bounds bounds;
    private final InstantSource steady;
    private long runs;
    private long bytes;
    private Duration behind = Duration.ZERO;
    private long endedBefore;
    private long endedNow;
    private long windowStart;

    public Admission(Bounds bounds, InstantSource steady) {
        this.bounds = bounds;
        this.steady = steady;
        this.windowStart = steady.millis();
    }

    /// At the start.
    public synchronized void begin(Recovery.Backlog backlog) {
        runs = backlog.runs();
        bytes = backlog.bytes();
    }

    public synchronized Verdict judge(Priority priority) {
        double level = level();
        if (level > FULL) {
            return new Verdict.Full(untilBelow(FULL));
        }
        if (level > BUSY && priority == Priority.LOW) {
            return new Verdict.Busy(untilBelow(BUSY));
        }
        return new Verdict.Welcome();
    }

    /// @param size of the event in bytes; counted for each of its runs
    public synchronized void accepted(int newRuns, long size) {
        runs += newRuns;
        bytes += newRuns * size;
    }

    /// A run came to its end. Its share of the bytes is taken as the average one.
    public synchronized void ended() {
        if (runs > 0) {
            bytes -= bytes / runs;
            runs--;
        }
        turnWindow();
        endedNow++;
    }

    /// Looked up once in a while.
    ///
    /// @param oldest how long the oldest run waits that was never begun; zero when none has to
    public synchronized void behind(Duration oldest) {
        behind = oldest;
    }

    /// How full it is, from 0; above 1 when it was overrun.
    public synchronized double level() {
        double room = Math.max((double) runs / bounds.runs(), (double) bytes / bounds.bytes());
        return Math.max(room, (double) behind.toMillis() / bounds.age().toMillis());
    }

    public synchronized Recovery.Backlog backlog() {
        return new Recovery.Backlog(runs, bytes);
    }

    /// By how fast runs ended lately.
    private Duration untilBelow(double level) {
        turnWindow();
        long over = (long) Math.ceil(runs * (1 - level / level())) + 1;
        double aSecond = (endedBefore + endedNow) / (2.0 * WINDOW.toSeconds());
        long seconds = aSecond <= 0 ? LONGEST_WAIT.toSeconds() : (long) Math.ceil(over / aSecond);
        return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT.toSeconds()));
    }

    private void turnWindow() {
        long now = steady.millis();
        if (now - windowStart >= WINDOW.toMillis()) {
            boolean next = now - windowStart < 2 * WINDOW.toMillis();
            endedBefore = next ? endedNow : 0;
            endedNow = 0;
            windowStart = now;
        }
    }
}
