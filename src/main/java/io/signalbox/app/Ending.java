package io.signalbox.app;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a service ends that is told to: in order the first time, at once the second. Either way nothing is lost that was
/// accepted; in order, no call is left of which nobody knows whether it arrived.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    /// With the numbers that they have everywhere, which make the exit code.
    private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15);

    private static final int BY_SIGNAL = 128;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch putAway = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();

    private Ending() {}

    /// From now on the process ends only when everything is put away, or when it is told a second time.
    static Ending inOrder() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ending::end));
        SIGNALS.forEach((name, number) -> Signals.register(name, () -> ending.signalled(BY_SIGNAL + number)));
        return ending;
    }

    /// Until the process is to end.
    void await() throws InterruptedException {
        asked.await();
    }

    void isPutAway() {
        putAway.countDown();
    }

    private void signalled(int exitCode) {
        if (told.compareAndSet(false, true)) {
            System.exit(exitCode);
        }
        LOG.warn("told a second time: ending at once; what was accepted is safe and goes on at the next start");
        Runtime.getRuntime().halt(exitCode);
    }

    /// It waits for the putting away, not for the thread that does it: that one ends in `exit`, which itself waits for
    /// an ending under way.
    private void end() {
        asked.countDown();
        try {
            if (!putAway.await(45, TimeUnit.SECONDS)) {
                LOG.warn(
                        "not everything was put away in time; what was accepted is safe and goes on at the next start");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
