package io.signalbox.engine;

import java.time.Duration;
import java.time.InstantSource;

/// Whether there is room for more: what is accepted and not finished is bounded by number and by size. Above four
/// fifths, what can wait is asked to come back; near the end, everybody is. Counts in memory, from the durable rows
/// at the start. Safe for use by several threads.
public final class Admission {
    private static final double BUSY = 0.8;
    private static final double FULL = 0.95;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// @param runs and `bytes` of their events, accepted and not finished
    public record Bounds(long runs, long bytes) {
        public static final Bounds STANDARD = new Bounds(100_000, 1L << 30);
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

    /// How full it is, from 0; above 1 when it was overrun.
    public synchronized double level() {
        return Math.max((double) runs / bounds.runs(), (double) bytes / bounds.bytes());
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
