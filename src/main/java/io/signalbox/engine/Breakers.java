package io.signalbox.engine;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Spares a service that is out of order, per account: after half of at least 20 calls in 30 seconds failed, nothing
/// is called for 30 seconds, then one call tries. And while calls fail, at most a fifth of them are repeats. Who is
/// held back here waits without using up a try. Safe for use by several threads.
public final class Breakers {
    static final Duration OPEN = Duration.ofSeconds(30);

    /// A repeat costs one; each first call earns this, so that of five calls at most one is a repeat.
    private static final double EARNED = 0.25;

    /// So many repeats are free at first, or a quiet account would never repeat anything.
    private static final double SAVED_AT_MOST = 10;

    private static final Duration NEXT_REPEAT = Duration.ofSeconds(1);

    private final CircuitBreakerConfig config;
    private final InstantSource steady;
    private final RandomGenerator random;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /// @param steady never jumps, whatever is done to the clock on the wall
    public Breakers(InstantSource steady, RandomGenerator random) {
        this.steady = steady;
        this.random = random;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindow(30, 20, SlidingWindowType.TIME_BASED)
                .failureRateThreshold(50)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(steady.withZone(ZoneOffset.UTC))
                .currentTimestampFunction(clock -> clock.millis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /// Whether a call may go out now.
    sealed interface Leave {
        /// Must be followed by [#took], [#failed] or [#unused].
        record Go() implements Leave {}

        /// @param reason text key, see [io.signalbox.connector.Connectors#explain]
        record Wait(String reason, Duration after) implements Leave {}
    }

    Leave ask(String account, boolean repeat) {
        var guard = guards.computeIfAbsent(
                account,
                name -> new Guard(
                        CircuitBreaker.of(name, config),
                        new Budget(steady.instant().getEpochSecond())));
        if (repeat && !guard.budget().spend(steady.instant().getEpochSecond())) {
            return new Leave.Wait("budget", spread(NEXT_REPEAT));
        }
        if (!guard.breaker().tryAcquirePermission()) {
            if (repeat) {
                guard.budget().giveBack();
            }
            return new Leave.Wait("breaker", spread(OPEN));
        }
        if (!repeat) {
            guard.budget().earn();
        }
        return new Leave.Go();
    }

    /// The service answered, whatever it said.
    void took(String account, boolean repeat) {
        var guard = guards.get(account);
        if (guard != null) {
            guard.breaker().onSuccess(0, TimeUnit.MILLISECONDS);
            if (repeat) {
                guard.budget().giveBack();
            }
        }
    }

    /// The service is out of order or cannot be reached.
    void failed(String account) {
        var guard = guards.get(account);
        if (guard != null) {
            guard.breaker().onError(0, TimeUnit.MILLISECONDS, new Failed());
        }
    }

    /// Leave was given, and then no call was made.
    void unused(String account, boolean repeat) {
        var guard = guards.get(account);
        if (guard != null) {
            guard.breaker().releasePermission();
            if (repeat) {
                guard.budget().giveBack();
            }
        }
    }

    /// How services did before the machine slept says nothing about now.
    void forget() {
        guards.clear();
    }

    /// Names of the accounts whose service is not called at present.
    public java.util.List<String> open() {
        return guards.entrySet().stream()
                .filter(entry -> entry.getValue().breaker().getState() == CircuitBreaker.State.OPEN)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Duration spread(Duration least) {
        return least.plusMillis(random.nextLong(least.toMillis() + 1));
    }

    private record Guard(CircuitBreaker breaker, Budget budget) {}

    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed() {
            super("failed", null, false, false);
        }
    }

    /// What repeats may cost. A repeat that succeeds gets its cost back: the service is well.
    private static final class Budget {
        private double saved = SAVED_AT_MOST;
        private long second;

        Budget(long second) {
            this.second = second;
        }

        synchronized void earn() {
            saved = Math.min(SAVED_AT_MOST, saved + EARNED);
        }

        synchronized void giveBack() {
            saved = Math.min(SAVED_AT_MOST, saved + 1);
        }

        /// Where nothing new is called, one repeat a second may go out all the same.
        synchronized boolean spend(long now) {
            if (saved >= 1) {
                saved--;
                return true;
            }
            if (now > second) {
                second = now;
                return true;
            }
            return false;
        }
    }
}
