package io.signalbox.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final RunWorker worker;
    private final RunStore runs;
    private final AtWork atWork;
    private final Admission admission;
    private final Crew crew;
    private final InstantSource clock;
    private final Instant begun;
    private final Hand hand;
    private final Semaphore turns = new Semaphore(AT_WORK);
    private final Semaphore turnsAgain = new Semaphore(AGAIN_AT_WORK);
    /// Of those that were at work when a process died, one at a time: so the next death shows who it was.
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
        this.begun = clock.instant();
        this.hand = new Hand(clock);
        this.clockwork = new Clockwork(this, vigil, clock);
    }

    /// Takes up what was left unfinished.
    public void takeUp() {
        takeUnfinished();
        runs.nextDue().ifPresent(clockwork::wakeBy);
    }

    /// Takes up, one after the other, the runs that may have been what the last process died of. Everything else waits
    /// until that is over: so the next death shows who it was, and who had nothing to do with it gets to its end.
    void quarantine() {
        hand.shut();
        refill.set(true);
        var suspects = runs.suspects(new Room(AT_WORK, Hand.BYTES));
        suspects.forEach(hand::take);
        clockwork.wakeBy(hand.opensAt());
        crew.start(() -> {
            suspects.forEach(this::carry);
            hand.open();
            clockwork.lookUp();
        });
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
        hand.expect(ids);
        try {
            return work.get();
        } finally {
            hand.came(ids);
        }
    }

    /// A run that was just stored, or taken up from the table.
    public void started(StoredRun run) {
        if (stopping || !hand.room().isLeft()) {
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
        return hand.size();
    }

    /// Lets calls under way come to their end, for at most 20 seconds; everything else goes on at the next start.
    @Override
    public void close() {
        if (stopping) {
            return;
        }
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
        // Still held from before: whoever holds it has the table asked again.
        if (hand.take(run)) {
            crew.start(() -> carry(run));
        }
    }

    private void carry(StoredRun run) {
        boolean suspect = run.lease().crashes() > 0;
        boolean again = !run.lease().fresh();
        if (suspect) {
            crew.acquire(alone);
        }
        if (again) {
            crew.acquire(turnsAgain);
        }
        crew.acquire(turns);
        var place = atWork.enter(run.id());
        Optional<Instant> sleeping = Optional.empty();
        try {
            if (!stopping) {
                sleeping = Stretch.at(place, () -> worker.carry(run));
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
            place.leaves();
            turns.release();
            if (again) {
                turnsAgain.release();
            }
            if (suspect) {
                alone.release();
            }
            if (hand.drop(run.id())) {
                refill.set(true);
            }
        }
        sleeping.ifPresent(clockwork::wakeBy);
        if (wantsMore()) {
            clockwork.lookUp();
        }
    }

    /// Sees how far the oldest run is behind that nobody has begun. While memory holds them all, they begin soon; and
    /// what
    /// came in before this process is no fault of its pace.
    void lookBack() {
        boolean many = admission.backlog().runs() > Hand.MOST;
        var since = many ? runs.unbegunSince() : Optional.<Instant>empty();
        var behind = since.map(came -> came.isBefore(begun) ? begun : came)
                .map(came -> Duration.between(came, clock.instant()))
                .filter(Duration::isPositive);
        admission.behind(behind.orElse(Duration.ZERO));
    }

    /// The table is to be asked for more.
    void refill() {
        refill.set(true);
    }

    boolean wantsMore() {
        return refill.get() && hand.isHalfEmpty();
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
            var room = hand.room();
            if (!room.isLeft()) {
                refill.set(true);
                return;
            }
            var page = runs.unfinished(last, room, hand::holds);
            page.stream()
                    .sorted(Comparator.comparingInt(
                            (StoredRun run) -> -run.lease().crashes()))
                    .forEach(this::take);
            if (page.isEmpty()) {
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
    /// @return when the next one is due; empty when there is no room for it before [#wantsMore]
    Optional<Instant> takeDue() {
        var room = hand.room();
        if (!room.isLeft()) {
            refill.set(true);
            return Optional.empty();
        }
        runs.due(clock.instant(), room).forEach(this::take);
        return runs.nextDue();
    }
}
