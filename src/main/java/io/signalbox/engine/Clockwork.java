package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that waits for the next sleeping run to be due.
final class Clockwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    /// Looks up this often even without cause: clocks jump, machines sleep.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// A store that failed may hold runs of which nobody here knows.
    private static final Duration SWEEP = Duration.ofSeconds(60);

    private final RunLoop loop;
    private final Vigil vigil;
    private final InstantSource clock;
    private final Thread thread = Thread.ofVirtual().name("due runs").unstarted(this::watch);
    private volatile Instant wakeAt = Instant.MAX;
    private Instant swept;
    private Instant lookedBack;

    Clockwork(RunLoop loop, Vigil vigil, InstantSource clock) {
        this.loop = loop;
        this.vigil = vigil;
        this.clock = clock;
        this.swept = clock.instant();
        this.lookedBack = swept;
    }

    void start() {
        thread.start();
    }

    synchronized void wakeBy(Instant time) {
        if (time.isBefore(wakeAt)) {
            wakeAt = time;
            lookUp();
        }
    }

    /// Without waking the thread: what failed just now is not tried again in the same moment.
    private synchronized void expectBy(Instant time) {
        if (time.isBefore(wakeAt)) {
            wakeAt = time;
        }
    }

    void lookUp() {
        LockSupport.unpark(thread);
    }

    private synchronized void forgetWake() {
        wakeAt = Instant.MAX;
    }

    private void watch() {
        while (!loop.isStopping()) {
            try {
                tick();
                long wait = Duration.between(clock.instant(), earlier(wakeAt)).toNanos();
                LockSupport.parkNanos(Math.clamp(wait, 1_000_000L, LONGEST.toNanos()));
            } catch (RuntimeException broken) {
                LOG.error("looking for due runs failed; trying again in a second", broken);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private Instant earlier(Instant wake) {
        var latest = clock.instant().plus(LONGEST);
        return wake.isBefore(latest) ? wake : latest;
    }

    /// One look at the clock.
    void tick() {
        var now = clock.instant();
        try {
            // After a sleep, what was overdue has another time.
            if (vigil.look() || !now.isBefore(wakeAt)) {
                forgetWake();
                loop.takeDue().ifPresent(this::wakeBy);
            }
            if (loop.wantsMore() || Duration.between(swept, now).abs().compareTo(SWEEP) >= 0) {
                loop.takeUp();
                swept = now;
            }
            if (Duration.between(lookedBack, now).abs().compareTo(SWEEP) >= 0) {
                loop.lookBack();
                lookedBack = now;
            }
        } catch (RuntimeException failure) {
            // What was due was forgotten, or taken up by a write whose answer was lost.
            expectBy(now);
            loop.refill();
            throw failure;
        }
    }

    @Override
    public void close() {
        lookUp();
    }
}
