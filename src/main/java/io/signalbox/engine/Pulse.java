package io.signalbox.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that looks at the clock for everybody, once a second: clocks jump and machines sleep, so nobody
/// reckons how long to wait.
public final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final List<Runnable> duties;
    private final Thread thread;
    private volatile boolean stopping;

    /// @param duties each does what is due, and soon
    public Pulse(List<Runnable> duties) {
        this.duties = List.copyOf(duties);
        this.thread = Thread.ofVirtual().name("pulse").unstarted(this::watch);
    }

    public void start() {
        thread.start();
    }

    private void watch() {
        while (!stopping) {
            for (var duty : duties) {
                try {
                    duty.run();
                } catch (RuntimeException broken) {
                    LOG.error("a duty of the clock failed; it is tried again", broken);
                }
            }
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    /// Returns when what was under way has ended.
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
