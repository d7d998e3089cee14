package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Recounts the ledger from its rows at the start and ever after. A count that does not add up is an alarm: in the
/// log, in the readiness of the service, in its metrics and in the window.
public final class LedgerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    /// So many times its own length passes between two counts, so that a large store is not busy with counting.
    private static final int SHARE = 100;

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final EventLog events;
    private final InstantSource clock;
    private final Thread thread;
    private volatile Instant next = Instant.MIN;
    private volatile Instant last = Instant.MAX;
    private volatile Optional<String> fault = Optional.empty();
    private volatile boolean stopping;

    public LedgerWatch(EventLog events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("ledger watch").unstarted(this::watch);
    }

    public void start() {
        thread.start();
    }

    /// What the last count found wrong, as a text key.
    public Optional<String> fault() {
        return fault;
    }

    /// Counts if it is time to. A clock set back makes it count at once.
    ///
    /// @return true when it counted
    public boolean look() {
        var now = clock.instant();
        if (now.isBefore(next) && !now.isBefore(last)) {
            return false;
        }
        long began = System.nanoTime();
        var check = events.check();
        var took = Duration.ofNanos(System.nanoTime() - began);
        last = now;
        next = now.plus(EVERY.compareTo(took.multipliedBy(SHARE)) > 0 ? EVERY : took.multipliedBy(SHARE));
        var found = check.fault();
        if (found.isPresent()) {
            LOG.error(
                    "the ledger does not add up ({}): counted {}, shown {}, runs without event {}; nothing was changed",
                    found.get(),
                    check.counted(),
                    check.shown(),
                    check.orphans());
        } else if (fault.isPresent()) {
            LOG.warn("the ledger adds up again: {}", check.counted());
        }
        fault = found;
        return true;
    }

    private void watch() {
        while (!stopping) {
            try {
                look();
            } catch (RuntimeException failure) {
                if (!stopping) {
                    LOG.error("counting the ledger failed; trying again", failure);
                }
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
    }
}
