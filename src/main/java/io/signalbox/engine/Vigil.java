package io.signalbox.engine;

import io.signalbox.engine.Incidents.Incident;
import io.signalbox.engine.Incidents.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when the clock on the wall jumps and when the machine slept. Persisted times are of the wall's clock;
/// waiting inside the process goes by the steady one, which no jump touches. For one thread.
public final class Vigil {
    private static final Logger LOG = LoggerFactory.getLogger(Vigil.class);

    private static final Duration BACK = Duration.ofSeconds(5);
    private static final Duration FORWARD = Duration.ofSeconds(60);
    private static final Duration ASLEEP = Duration.ofSeconds(30);
    private static final Duration SPREAD = Duration.ofSeconds(60);

    private final Recovery recovery;
    private final Breakers breakers;
    private final Incidents incidents;
    private final InstantSource clock;
    private final InstantSource steady;
    private final RandomGenerator random;
    private Instant lastClock;
    private Instant lastSteady;

    /// @param clock on the wall
    /// @param steady never jumps; it may or may not go on while the machine sleeps
    public Vigil(
            Recovery recovery,
            Breakers breakers,
            Incidents incidents,
            InstantSource clock,
            InstantSource steady,
            RandomGenerator random) {
        this.recovery = recovery;
        this.breakers = breakers;
        this.incidents = incidents;
        this.clock = clock;
        this.steady = steady;
        this.random = random;
        this.lastClock = clock.instant();
        this.lastSteady = steady.instant();
    }

    /// To be asked at least every 10 seconds.
    ///
    /// @return true when timers were set anew
    boolean look() {
        var now = clock.instant();
        var wall = Duration.between(lastClock, now);
        var passed = Duration.between(lastSteady, steady.instant());
        lastClock = now;
        lastSteady = lastSteady.plus(passed);
        var jump = wall.minus(passed);
        if (jump.compareTo(BACK.negated()) < 0) {
            note(Kind.CLOCK_BACK, now, jump.negated());
            return false;
        }
        if (jump.compareTo(FORWARD) > 0) {
            note(Kind.CLOCK_FORWARD, now, jump);
        }
        boolean woke = jump.compareTo(ASLEEP) > 0 || passed.compareTo(ASLEEP.plus(ASLEEP)) > 0;
        if (woke) {
            note(Kind.WOKE, now, wall);
            breakers.forget();
            int spread = recovery.spread(now, SPREAD, random);
            LOG.info("{} overdue runs are spread over {}", spread, SPREAD);
        }
        return woke;
    }

    private void note(Kind kind, Instant now, Duration howFar) {
        LOG.warn("{}: {}", kind, howFar);
        incidents.note(new Incident(now, kind, "", howFar.toString()));
    }
}
