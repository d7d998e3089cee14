package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every run a virtual thread: new ones straight from memory, sleeping ones when their time has come,
/// unfinished ones from the table after a start or when there were more than memory holds.
public final class RunLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    /// Runs at work at the same time; the others wait their turn.
    private static final int AT_WORK = 256;

    /// Runs held in memory; beyond, the table holds them.
    private static final int IN_HAND = 4_000;

    private static final int PAGE = 1_000;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final RunWorker worker;
    private final RunStore runs;
    private final InstantSource clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(AT_WORK);
    private final AtomicBoolean refill = new AtomicBoolean();
    private volatile Instant wakeAt = Instant.MAX;
    private volatile boolean stopping;
    private final Thread clockwork;

    public RunLoop(RunWorker worker, RunStore runs, InstantSource clock) {
        this.worker = worker;
        this.runs = runs;
        this.clock = clock;
        this.clockwork = Thread.ofVirtual().name("due runs").unstarted(this::watch);
    }

    /// Takes up what was left unfinished, then watches the clock.
    public void start() {
        takeUnfinished();
        runs.nextDue().ifPresent(this::wakeBy);
        clockwork.start();
    }

    /// A run that was just stored.
    public void started(StoredRun run) {
        if (stopping || inHand.size() >= IN_HAND) {
            refill.set(true);
            return;
        }
        take(run);
    }

    /// Runs in memory, at work or waiting for a turn.
    public int inHand() {
        return inHand.size();
    }

    /// Lets calls under way come to their end, for at most 20 seconds; everything else goes on at the next start.
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(clockwork);
        try {
            boolean quiet = turns.tryAcquire(AT_WORK, LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            if (!quiet) {
                LOG.warn("calls were still under way after {}; they are repeated at the next start", LONGEST_STOP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(StoredRun run) {
        if (inHand.add(run.id())) {
            Thread.ofVirtual().start(() -> carry(run));
        }
    }

    private void carry(StoredRun run) {
        turns.acquireUninterruptibly();
        Optional<Instant> sleeping = Optional.empty();
        try {
            if (!stopping) {
                sleeping = worker.carry(run);
            }
        } catch (RuntimeException broken) {
            // The row still says unfinished: the run goes on at the next start, or when the store is back.
            LOG.error("run {} was interrupted and goes on at the next start", run.id(), broken);
            if (broken instanceof StoreException || broken.getCause() instanceof StoreException) {
                refill.set(true);
            }
        } finally {
            turns.release();
            inHand.remove(run.id());
        }
        sleeping.ifPresent(this::wakeBy);
        if (refill.get() && inHand.size() < IN_HAND / 2) {
            LockSupport.unpark(clockwork);
        }
    }

    private void takeUnfinished() {
        refill.set(false);
        try {
            takePages();
        } catch (StoreException failure) {
            refill.set(true);
            throw failure;
        }
    }

    private void takePages() {
        var last = "";
        while (!stopping) {
            var page = runs.unfinished(last, PAGE);
            for (var run : page) {
                if (inHand.size() >= IN_HAND) {
                    refill.set(true);
                    return;
                }
                take(run);
            }
            if (page.size() < PAGE) {
                return;
            }
            last = page.getLast().id();
        }
    }

    private synchronized void wakeBy(Instant time) {
        if (time.isBefore(wakeAt)) {
            wakeAt = time;
            LockSupport.unpark(clockwork);
        }
    }

    private synchronized void forgetWake() {
        wakeAt = Instant.MAX;
    }

    private void watch() {
        while (!stopping) {
            try {
                if (!clock.instant().isBefore(wakeAt)) {
                    forgetWake();
                    runs.due(clock.instant(), PAGE).forEach(this::take);
                    runs.nextDue().ifPresent(this::wakeBy);
                }
                if (refill.get() && inHand.size() < IN_HAND / 2) {
                    takeUnfinished();
                }
                var wait = Duration.between(clock.instant(), wakeAt);
                // Looks up now and then even without cause: clocks jump, machines sleep.
                LockSupport.parkNanos(Math.clamp(
                        wait.compareTo(Duration.ofSeconds(30)) > 0
                                ? Duration.ofSeconds(30).toNanos()
                                : wait.toNanos(),
                        1_000_000L,
                        30_000_000_000L));
            } catch (RuntimeException broken) {
                LOG.error("looking for due runs failed; trying again in a second", broken);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }
}
