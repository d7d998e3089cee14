package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what was kept long enough: a round each day, and, while the store is larger than it may be, one each hour.
/// Each call does a little of a round, since its thread has other duties. Called by one thread.
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int BATCHES = 5;

    private final Clearance clearance;
    private final Supplier<Retention> retention;
    private final InstantSource clock;
    private final Deque<Duty> duties = new ArrayDeque<>();
    private Instant nextRound;
    private Instant nextMeasure;

    /// Part of a round.
    @FunctionalInterface
    private interface Duty {
        /// Does a little of it.
        ///
        /// @return false when nothing is left
        boolean goOn();
    }

    /// @param retention read at the start of each round
    public Housekeeping(Clearance clearance, Supplier<Retention> retention, InstantSource clock) {
        this.clearance = clearance;
        this.retention = retention;
        this.clock = clock;
        this.nextRound = clock.instant();
        this.nextMeasure = nextRound;
    }

    /// Does what is due now: at first at once, since a machine may be off every night.
    public void tick() {
        if (duties.isEmpty()) {
            plan(clock.instant());
        }
        for (int batch = 0; batch < BATCHES && !duties.isEmpty(); batch++) {
            if (!duties.getFirst().goOn()) {
                duties.removeFirst();
            }
        }
    }

    private void plan(Instant now) {
        if (isDue(nextRound, DAY, now)) {
            nextRound = now.plus(DAY);
            var kept = retention.get();
            var identities = now.minus(kept.identities());
            var incidents = now.minus(kept.incidents());
            duties.add(() -> clearance.identities(identities) > 0);
            duties.add(new Payloads(now.minus(kept.payloads()), Long.MAX_VALUE));
            var runs = now.minus(kept.runs());
            duties.add(new Events(runs));
            duties.add(() -> clearance.deliveries(runs) > 0);
            duties.add(() -> clearance.incidents(incidents) > 0);
        }
        if (isDue(nextMeasure, HOUR, now)) {
            nextMeasure = now.plus(HOUR);
            duties.add(this::measure);
        }
    }

    /// A clock that was set back a year must not stop it for a year.
    private static boolean isDue(Instant due, Duration every, Instant now) {
        return !now.isBefore(due) || !due.isBefore(now.plus(every).plus(every));
    }

    private boolean measure() {
        long used = clearance.used();
        long most = retention.get().size();
        if (used > most) {
            LOG.warn(
                    "{} MiB are stored, {} are allowed: the oldest payloads go before their time",
                    used >> 20,
                    most >> 20);
            duties.add(new Payloads(clock.instant(), used - most));
        }
        return false;
    }

    private final class Payloads implements Duty {
        private final Instant before;
        /// Bytes.
        private final long enough;
        private String after = "";
        private long bytes;
        private long events;

        Payloads(Instant before, long enough) {
            this.before = before;
            this.enough = enough;
        }

        @Override
        public boolean goOn() {
            var batch = clearance.payloads(after, before, clock.instant());
            after = batch.last();
            bytes += batch.bytes();
            events += batch.events();
            boolean ended = batch.isLast() || bytes >= enough;
            if (ended && events > 0) {
                LOG.info("removed the data of {} events, {} KiB", events, bytes >> 10);
            }
            if (batch.isLast() && enough != Long.MAX_VALUE && bytes < enough) {
                LOG.warn("the store stays larger than allowed: what is left is not finished, or not attended to");
            }
            return !ended;
        }
    }

    private final class Events implements Duty {
        private final Instant before;
        private String after = "";
        private long events;

        Events(Instant before) {
            this.before = before;
        }

        @Override
        public boolean goOn() {
            var batch = clearance.events(after, before);
            after = batch.last();
            events += batch.events();
            if (batch.isLast() && events > 0) {
                LOG.info("removed {} events with their runs; the ledger goes on counting them", events);
            }
            return !batch.isLast();
        }
    }
}
