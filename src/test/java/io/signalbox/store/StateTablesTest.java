package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.AtWork;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.EventState;
import io.signalbox.engine.Ids;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StepState;
import io.signalbox.engine.StoredRun;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Walks every transition of the three tables on the real store, and tries every other pair of states, too.
final class StateTablesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:11.123Z");
    private static final StepId STEP = StepId.parse("send");
    private static final String KEY = "key";

    @TempDir
    private Path folder = Path.of("");

    private Database database;
    private SqlRunStore runs;
    private SqlEventLog events;
    private SqlRecovery recovery;
    private int made;

    private record Step<S>(S from, S to) {}

    /// A run on the store, and the fence it was taken up under last.
    private final class Subject {
        private final String event = id();
        private final String run = id();
        private final String key = KEY + made;
        private long fence;

        Subject() {
            accept(event, Optional.of(new NewRun(run, "flow", 1, new NodeId("trigger"))), EventState.MATCHED);
        }

        boolean write(RunChange... changes) {
            return runs.write(run, fence, List.of(changes)).join() == Written.DONE;
        }

        /// As a process does that starts, or whose time has come.
        Optional<StoredRun> takeUp() {
            var taken = Stream.concat(
                            runs.due(NOW.plusSeconds(100), Room.page(10_000)).stream(),
                            runs.unfinished("", Room.page(10_000), id -> !id.equals(run)).stream())
                    .filter(one -> one.id().equals(run))
                    .reduce((_, later) -> later);
            taken.ifPresent(one -> fence = one.lease().fence());
            return taken;
        }

        RunRecord stored() {
            return runs.find(run).orElseThrow();
        }

        RunState state() {
            return stored().summary().state();
        }

        StepState step() {
            return stored().steps().stream()
                    .filter(one -> one.step().equals(STEP))
                    .map(RunRecord.StepRecord::state)
                    .findFirst()
                    .orElse(StepState.PENDING);
        }
    }

    @BeforeEach
    void open() {
        database = Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
        runs = new SqlRunStore(database);
        events = new SqlEventLog(database);
        recovery = new SqlRecovery(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String id() {
        made++;
        return new Ids(InstantSource.fixed(NOW.plusMillis(made)), new Random(made)).next();
    }

    private void accept(String event, Optional<NewRun> run, EventState state) {
        var accepted =
                new Event(event, "a.b.c", "a", "b", "c", "", "", NOW, NOW, Value.Fields.empty(), Value.Fields.empty());
        events.append(List.of(new EventLog.Entry(
                accepted, state, Optional.empty(), run.stream().toList())));
    }

    @Test
    void an_event_reaches_each_state_of_its_table_and_no_other() {
        var walked = new ArrayList<Step<EventState>>();
        for (var state : EventState.values()) {
            var event = id();
            var run = state == EventState.MATCHED
                    ? Optional.of(new NewRun(id(), "flow", 1, new NodeId("trigger")))
                    : Optional.<NewRun>empty();
            if (state.isDurable()) {
                accept(event, run, state);
                assertEquals(Optional.of(state), events.state(event));
                walked.add(new Step<>(EventState.ACCEPTED, state));
            } else {
                assertThrows(IllegalArgumentException.class, () -> accept(event, run, state));
            }
        }
        assertEquals(all(EventState.values(), EventState::next), Set.copyOf(walked));
        assertThrows(IllegalArgumentException.class, () -> accept(id(), Optional.empty(), EventState.MATCHED));
    }

    @Test
    void a_run_goes_every_way_of_its_table_and_no_other() {
        var table = all(RunState.values(), RunState::next);
        assertAll(Arrays.stream(RunState.values())
                .flatMap(from -> Arrays.stream(RunState.values()).map(to -> (Executable) () -> {
                    var subject = runIn(from);
                    boolean legal = table.contains(new Step<>(from, to));
                    boolean went = lead(subject, from, to);
                    assertEquals(legal, went, from + " to " + to);
                    assertEquals((legal ? to : from).stored(), subject.state(), from + " to " + to);
                })));
    }

    /// Brings a new run there by legal ways only.
    private Subject runIn(RunState state) {
        var subject = new Subject();
        switch (state) {
            case QUEUED -> {}
            case RUNNING -> assertTrue(subject.takeUp().isPresent());
            case WAITING -> assertTrue(subject.write(new RunChange.Sleep("pace", "", Optional.of(NOW.plusSeconds(5)))));
            case PARKED -> assertTrue(parked(subject));
            case CANCELLED -> assertTrue(runs.cancel(subject.run, NOW));
            case SUCCEEDED, FAILED, DEAD -> assertTrue(subject.write(finish(state)));
        }
        return subject;
    }

    private void intend(Subject subject) {
        assertTrue(subject.write(new RunChange.Intent(STEP, 1, subject.key, Value.nothing())));
    }

    private static RunChange finish(RunState state) {
        return new RunChange.Finish(state, 0, "", "", NOW);
    }

    /// Tries to bring the run from the one state to the other by the operation that leads there; false when nothing
    /// changed. From QUEUED nobody holds the run, so that an operation of a holder must fail for its old fence.
    private boolean lead(Subject subject, RunState from, RunState to) {
        if (from == RunState.QUEUED && to != RunState.RUNNING) {
            // The next holder has it already: what this one writes comes too late.
            var late = subject.fence;
            subject.takeUp();
            subject.fence = late;
        }
        return switch (to) {
            case QUEUED ->
                switch (from) {
                    // The program stops: the row says QUEUED, and the next start finds it.
                    case RUNNING -> subject.takeUp().isPresent();
                    case PARKED ->
                        runs.resolve(subject.run, new Settlement.SendAgain()).isPresent();
                    default -> from != RunState.QUEUED && subject.takeUp().isPresent();
                };
            case RUNNING -> from == RunState.QUEUED && subject.takeUp().isPresent();
            case WAITING -> subject.write(new RunChange.Sleep("pace", "", Optional.of(NOW.plusSeconds(5))));
            case PARKED ->
                from == RunState.RUNNING
                        ? parked(subject)
                        : subject.write(new RunChange.Sleep("unknown-outcome", "", Optional.empty()));
            case CANCELLED -> runs.cancel(subject.run, NOW);
            case DEAD -> from == RunState.QUEUED ? poisoned(subject) : subject.write(finish(to));
            case SUCCEEDED, FAILED -> subject.write(finish(to));
        };
    }

    private boolean parked(Subject subject) {
        intend(subject);
        return subject.write(
                new RunChange.Park(STEP, subject.key, "unknown-outcome", ""),
                new RunChange.Sleep("unknown-outcome", "", Optional.empty()));
    }

    private boolean poisoned(Subject subject) {
        for (int crash = 0; crash < 3; crash++) {
            recovery.crashed(new AtWork.Left(Set.of(subject.run), Set.of(subject.run)), 3, NOW);
        }
        return subject.state() == RunState.DEAD;
    }

    @Test
    void a_step_goes_every_way_of_its_table_and_no_other() {
        var table = all(StepState.values(), StepState::next);
        assertAll(Arrays.stream(StepState.values())
                .flatMap(from -> Arrays.stream(StepState.values()).map(to -> (Executable) () -> {
                    var subject = stepIn(from);
                    boolean legal = table.contains(new Step<>(from, to));
                    boolean went = lead(subject, from, to);
                    assertEquals(legal ? to : from, subject.step(), from + " to " + to);
                    assertEquals(legal, went, from + " to " + to);
                })));
    }

    private Subject stepIn(StepState state) {
        var subject = new Subject();
        switch (state) {
            case PENDING -> {}
            case INTENT -> intend(subject);
            case RETRY, DONE, REFUSED, SUPPRESSED, DEAD -> assertTrue(lead(subject, StepState.PENDING, state));
            case UNKNOWN -> {
                intend(subject);
                subject.takeUp();
            }
            case RESEND -> {
                intend(subject);
                subject.takeUp();
                assertTrue(subject.write(new RunChange.Resend(STEP, 2, subject.key, Value.nothing())));
            }
            case PARKED -> assertTrue(parked(subject));
            case RECONCILED -> {
                intend(subject);
                subject.takeUp();
                assertTrue(settled(subject, new Settlement.Arrived("x")));
            }
        }
        if (subject.state() == RunState.WAITING) {
            subject.takeUp();
        }
        return subject;
    }

    private boolean lead(Subject subject, StepState from, StepState to) {
        return switch (to) {
            case PENDING -> false;
            case INTENT ->
                written(
                        subject,
                        new RunChange.Intent(STEP, from == StepState.PENDING ? 1 : 2, subject.key, Value.nothing()));
            case RESEND -> written(subject, new RunChange.Resend(STEP, 2, subject.key, Value.nothing()));
            case RETRY ->
                from == StepState.PARKED
                        ? settled(subject, new Settlement.SendAgain())
                        : written(subject, new RunChange.Retry(STEP, 1, "rate", "", NOW.plusSeconds(5)));
            case UNKNOWN ->
                written(subject, new RunChange.Unknown(STEP, 1, subject.key, "timeout", "", NOW.plusSeconds(5)));
            // What is under way becomes unknown first, in the same transaction; that way is walked as UNKNOWN.
            case PARKED ->
                !from.isOpen() && written(subject, new RunChange.Park(STEP, subject.key, "unknown-outcome", ""));
            case RECONCILED -> settled(subject, new Settlement.Arrived("wamid.1"));
            case DONE -> written(subject, new RunChange.Result(STEP, new StepResult.Answered(Value.nothing(), "")));
            case REFUSED ->
                from == StepState.PARKED
                        ? settled(subject, new Settlement.NotTaken("status", "failed"))
                        : written(subject, new RunChange.Result(STEP, new StepResult.Failed("status", "")));
            case SUPPRESSED -> written(subject, new RunChange.Result(STEP, new StepResult.Suppressed("opt-out", "")));
            case DEAD -> written(subject, new RunChange.Result(STEP, new StepResult.GivenUp("rate", "")));
        };
    }

    private boolean settled(Subject subject, Settlement settlement) {
        var before = subject.step();
        runs.settle(subject.key, settlement);
        return subject.step() != before;
    }

    /// A change that the table does not know fails and leaves everything as it was.
    private boolean written(Subject subject, RunChange change) {
        try {
            return subject.write(change);
        } catch (CompletionException illegal) {
            return false;
        }
    }

    @Test
    void who_held_a_run_before_writes_no_more() {
        var subject = new Subject();
        subject.takeUp();
        long late = subject.fence;
        subject.takeUp();
        subject.fence = late;
        assertFalse(subject.write(new RunChange.Intent(STEP, 1, subject.key, Value.nothing())));
        assertFalse(subject.write(finish(RunState.SUCCEEDED)));
        assertEquals(StepState.PENDING, subject.step());
        assertEquals(RunState.QUEUED, subject.state());
        subject.takeUp();
        assertTrue(subject.write(finish(RunState.SUCCEEDED)));
    }

    @Test
    void whoever_held_a_cancelled_run_writes_no_more() {
        var subject = new Subject();
        subject.takeUp();
        assertTrue(runs.cancel(subject.run, NOW));
        assertFalse(subject.write(finish(RunState.SUCCEEDED)));
        assertFalse(runs.cancel(subject.run, NOW));
        assertEquals(RunState.CANCELLED, subject.state());
    }

    private static <S> Set<Step<S>> all(S[] states, Function<S, Set<S>> next) {
        var steps = new HashSet<Step<S>>();
        for (var from : states) {
            next.apply(from).forEach(to -> steps.add(new Step<>(from, to)));
        }
        return Set.copyOf(steps);
    }
}
