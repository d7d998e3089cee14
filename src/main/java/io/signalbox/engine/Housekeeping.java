package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What must be tidied once a day. Called by one thread.
public final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /// Senders of webhooks repeat for up to seven days.
    private static final Duration IDENTITIES = Duration.ofDays(7);

    private static final Duration EVERY = Duration.ofDays(1);

    private final EventLog log;
    private final InstantSource clock;
    private Instant due;

    public Housekeeping(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        this.due = clock.instant();
    }

    /// Does what is due now: at first at once, since a machine may be off every night.
    public void tick() {
        var now = clock.instant();
        // A clock that was set back a year must not stop it for a year.
        if (now.isBefore(due) && due.isBefore(now.plus(EVERY).plus(EVERY))) {
            return;
        }
        due = now.plus(EVERY);
        int forgotten = log.forgetIdentities(now.minus(IDENTITIES));
        if (forgotten > 0) {
            LOG.info("forgot {} identities of events older than {} days", forgotten, IDENTITIES.toDays());
        }
    }
}
