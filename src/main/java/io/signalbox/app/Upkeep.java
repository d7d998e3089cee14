package io.signalbox.app;

import io.signalbox.engine.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after an open workspace until it is closed: room on the disk, and a backup when it is time for one.
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Workspace workspace;
    private final InstantSource clock;
    private final Duration first;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    /// @param first how long to wait before the first round
    Upkeep(Workspace workspace, InstantSource clock, Duration first) {
        this.workspace = workspace;
        this.clock = clock;
        this.first = first;
        thread = Thread.ofVirtual().name("upkeep").start(this::watch);
    }

    private void watch() {
        try {
            if (!stopping.await(first.toMillis(), TimeUnit.MILLISECONDS)) {
                do {
                    look();
                } while (!stopping.await(10, TimeUnit.MINUTES));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            workspace.upkeep(clock.instant());
        } catch (StoreException failure) {
            LOG.warn("the backup failed and is tried again in ten minutes: {}", failure.toString());
        }
    }

    /// Begins no other round. Nobody is interrupted: that would close the database under a copy.
    void stop() {
        stopping.countDown();
    }

    /// Returns when the round under way has ended.
    @Override
    public void close() {
        stop();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
