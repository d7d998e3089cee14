package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every run a virtual thread: new ones straight from memory, sleeping ones when their time has come,
/// unfinished ones from the table after a start or when there were more than memory holds.
public final class RunLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    /// Runs at work at the same time; the others wait their turn.
    private static final int AT_WORK = 256;

    /// Of these at most so many that were tried before or are replays: what is new goes first.
    private static final int AGAIN_AT_WORK = 64;

    /// From this number of crashes on, a run is carried while no other such run is.
    private static final int SUSPECT = 2;

    /// Runs held in memory; beyond, the table holds them.
    private static final int IN_HAND = 4_000;

    private static final int PAGE = 1_000;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final RunWorker worker;
    private final RunStore runs;
    private final AtWork atWork;
    private final Admission admission;
    private final Crew crew;
    private final InstantSource clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    /// Whoever stores them starts them, so the table is not asked for them meanwhile.
    private final Set<String> coming = ConcurrentHashMap.newKeySet();
    private final Semaphore turns = new Semaphore(AT_WORK);
    private final Semaphore turnsAgain = new Semaphore(AGAIN_AT_WORK);
    private final Semaphore alone = new Semaphore(1);
    private final AtomicBoolean refill = new AtomicBoolean();
    private final Clockwork clockwork;
    private volatile boolean stopping;

    public RunLoop(
            RunWorker worker,
            RunStore runs,
            AtWork atWork,
            Admission admission,
            Vigil vigil,
            Crew crew,
            InstantSource clock) {
        this.worker = worker;
        this.runs = runs;
        this.atWork = atWork;
        this.admission = admission;
        this.crew = crew;
        this.clock = clock;
        this.clockwork = new Clockwork(this, vigil, clock);
    }

    /// Takes up what was left unfinished.
    public void takeUp() {
        takeUnfinished();
        runs.nextDue().ifPresent(clockwork::wakeBy);
    }

    /// Looks at the clock again and again from now on.
    void watch() {
        clockwork.start();
    }

    /// Looks at the clock once; for whoever makes time by hand and does not [#watch].
    public void tick() {
        clockwork.tick();
    }

    /// Does work that stores these runs and then says that they [#started].
    <T> T storing(List<NewRun> fresh, Supplier<T> work) {
        var ids = fresh.stream().map(NewRun::id).toList();
        coming.addAll(ids);
        try {
            return work.get();
        } finally {
            ids.forEach(coming::remove);
        }
    }

    private boolean isHeld(String run) {
        // In this order: a run comes into the hand before it is no longer coming.
        return coming.contains(run) || inHand.contains(run);
    }

    /// A run that was just stored, or taken up from the table.
    public void started(StoredRun run) {
        if (stopping || inHand.size() >= IN_HAND) {
            refill.set(true);
            return;
        }
        take(run);
    }

    /// A run was stored that is due then.
    public void due(Instant time) {
        clockwork.wakeBy(time);
    }

    /// Runs in memory, at work or waiting for a turn.
    public int inHand() {
        return inHand.size();
    }

    /// Lets calls under way come to their end, for at most 20 seconds; everything else goes on at the next start.
    @Override
    public void close() {
        stopping = true;
        clockwork.close();
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
            crew.start(() -> carry(run));
        } else {
            // Still held from before; once it is not, the table is asked again.
            refill.set(true);
        }
    }

    private void carry(StoredRun run) {
        boolean suspect = run.lease().crashes() >= SUSPECT;
        boolean again = !run.lease().fresh();
        if (suspect) {
            crew.acquire(alone);
        }
        if (again) {
            crew.acquire(turnsAgain);
        }
        crew.acquire(turns);
        int place = atWork.enter(run.id());
        Optional<Instant> sleeping = Optional.empty();
        try {
            if (!stopping) {
                sleeping = worker.carry(run);
                if (sleeping.isEmpty()) {
                    admission.ended();
                }
            }
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            // The row still says unfinished: the run goes on at the next start, or when the store is back.
            LOG.error("run {} was interrupted and goes on at the next start", run.id(), broken);
            if (broken instanceof StoreException || broken.getCause() instanceof StoreException) {
                refill.set(true);
            }
        } finally {
            atWork.leave(place);
            turns.release();
            if (again) {
                turnsAgain.release();
            }
            if (suspect) {
                alone.release();
            }
            inHand.remove(run.id());
        }
        sleeping.ifPresent(clockwork::wakeBy);
        if (wantsMore()) {
            clockwork.lookUp();
        }
    }

    /// The table is to be asked for more.
    void refill() {
        refill.set(true);
    }

    boolean wantsMore() {
        return refill.get() && inHand.size() < IN_HAND / 2;
    }

    boolean isStopping() {
        return stopping;
    }

    /// Those that crashed most often first: what kills the program is found before it takes others along.
    void takeUnfinished() {
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
            var page = runs.unfinished(last, PAGE, this::isHeld);
            page.stream()
                    .sorted(Comparator.comparingInt(
                            (StoredRun run) -> -run.lease().crashes()))
                    .forEach(this::take);
            if (page.isEmpty()) {
                return;
            }
            if (inHand.size() >= IN_HAND) {
                refill.set(true);
                return;
            }
            last = page.stream()
                    .map(StoredRun::id)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /// Takes up what is due by now.
    ///
    /// @return when the next one is due
    Optional<Instant> takeDue() {
        runs.due(clock.instant(), PAGE).forEach(this::take);
        return runs.nextDue();
    }
}
