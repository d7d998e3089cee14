package io.signalbox.engine;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Ids of events and runs: UUIDs of version 7, so that rows are stored in the order they came. Thread-safe if the
/// random source is.
public final class Ids {
    private final InstantSource clock;
    private final RandomGenerator random;

    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public String next() {
        long high = (clock.millis() << 16) | 0x7000 | (random.nextLong() & 0x0fff);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
