package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.AtWork;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.DeadList.Filter;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.StepId;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadListTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);
    private final Picky services = new Picky();
    private EngineBench bench;

    /// Lets through all but the second message while it is in a bad mood.
    private static final class Picky extends Services {
        volatile boolean bad = true;
        /// The call of that number gets no answer.
        volatile int silentAt;

        @Override
        public Exchange send(Outgoing outgoing, Optional<String> host) {
            super.send(outgoing, host);
            if (!bad || !outgoing.url().endsWith("/two")) {
                return EngineBench.answered(200);
            }
            return keys("two").size() == silentAt ? EngineBench.lost() : EngineBench.answered(429);
        }

        List<String> keys(String address) {
            return calls.stream()
                    .filter(call -> call.url().endsWith("/" + address))
                    .map(call -> call.headers().getOrDefault("Idempotency-Key", ""))
                    .toList();
        }
    }

    @BeforeEach
    void open() throws IOException {
        bench = new EngineBench(folder, services, clock).started();
        bench.with(EngineBench.flow("wo", "", true));
        bench.with(EngineBench.flow("other", "", true));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private DeadList list() {
        return bench.engine().dead();
    }

    private List<String> dead(Filter filter) {
        return list().page(filter, "", 100).runs().stream().map(RunSummary::id).toList();
    }

    private String die(String flow) throws InterruptedException {
        bench.post(flow, "");
        bench.until(RunState.DEAD);
        return bench.run().summary().id();
    }

    private static Filter of(String flow, String reason) {
        return new Filter(flow, reason, Optional.empty(), Optional.empty(), Set.of(RunState.DEAD));
    }

    @Test
    void it_is_read_by_flow_reason_and_time_page_by_page() throws Exception {
        var first = die("wo");
        var between = clock.instant();
        bench.pass(Duration.ofSeconds(5));
        var second = die("other");
        var third = die("wo");
        assertEquals(List.of(third, second, first), dead(Filter.all()));
        assertEquals(List.of(third, first), dead(of("wo", "")));
        assertEquals(List.of(second), dead(of("other", "rate")));
        assertEquals(List.of(), dead(of("", "timeout")));
        var since = new Filter("", "", Optional.of(between.plusSeconds(1)), Optional.empty(), Set.of(RunState.DEAD));
        assertEquals(List.of(third, second), dead(since));
        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list().page(Filter.all(), cursor, 2);
            page.runs().forEach(run -> read.add(run.id()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertEquals(List.of(third, second, first), read);
    }

    @Test
    void a_repeat_goes_on_where_the_run_ended_with_the_same_key() throws Exception {
        var run = die("wo");
        services.bad = false;
        var replayed = list().replay(List.of(run, run, "019a0000-0000-7000-8000-000000000001"), false);
        assertEquals(Set.of(run), replayed.started().keySet());
        assertEquals(List.of("019a0000-0000-7000-8000-000000000001"), replayed.refused());
        bench.until(RunState.SUCCEEDED);
        assertEquals(1, services.keys("one").size());
        assertEquals(13, services.keys("two").size());
        assertEquals(1, Set.copyOf(services.keys("two")).size());
        assertEquals(1, bench.run().summary().messages());
        assertEquals(List.of(), dead(Filter.all()));
        assertEquals(
                RunState.DEAD,
                bench.workspace().runs().find(run).orElseThrow().summary().state());
        assertEquals(Set.of(), list().replay(List.of(run), false).started().keySet());
        var ledger = bench.workspace().events().ledger();
        assertEquals("accepted 2 = sent 1 + suppressed 0 + waiting 0 + failed 1", ledger.toString());
        assertEquals(2, ledger.messages());
    }

    @Test
    void a_repeat_of_a_call_that_was_clearly_refused_is_no_possible_duplicate() throws Exception {
        var run = die("wo");
        services.bad = false;
        list().replay(List.of(run), false);
        bench.until(RunState.SUCCEEDED);
        assertFalse(bench.step("two").possibleDuplicate());
    }

    @Test
    void a_repeat_of_a_call_whose_last_answer_never_came_is_marked() throws Exception {
        services.silentAt = 12;
        var run = die("wo");
        assertFalse(bench.step("two").possibleDuplicate(), "it went out once");
        services.bad = false;
        list().replay(List.of(run), false);
        bench.until(RunState.SUCCEEDED);
        assertTrue(bench.step("two").possibleDuplicate());
        assertEquals(1, Set.copyOf(services.keys("two")).size());
        assertEquals(1, bench.run().summary().messages());
    }

    @Test
    void a_repeat_of_a_call_that_was_silent_once_and_then_refused_is_marked() throws Exception {
        services.silentAt = 3;
        var run = die("wo");
        services.bad = false;
        list().replay(List.of(run), false);
        bench.until(RunState.SUCCEEDED);
        assertTrue(bench.step("two").possibleDuplicate());
    }

    /// A run that was at a call when the program died once too often.
    private String poisoned(String more) {
        bench.with(EngineBench.flow("wo", more, false));
        bench.engine().close(); // From now on it only stores.
        bench.post("wo", "");
        var runs = bench.workspace().runs();
        var run = runs.unfinished("", new Room(1, Long.MAX_VALUE), _ -> false).getFirst();
        var intent = new RunChange.Intent(new StepId(new NodeId("one"), List.of()), 1, "key", Value.nothing());
        assertEquals(
                Written.DONE,
                runs.write(run.id(), run.lease().fence(), List.of(intent)).join());
        var left = new AtWork.Left(Set.of(run.id()), Set.of(run.id()));
        bench.workspace().stores().recovery().crashed(left, 1, clock.instant());
        assertEquals(RunState.DEAD, bench.state());
        return run.id();
    }

    private void reopen() throws IOException {
        bench.close();
        clock.pass(Duration.ofMillis(1)); // So that the newer run has the later id.
        bench = new EngineBench(folder, services, clock).started();
    }

    @Test
    void a_repeat_of_what_the_program_died_at_is_marked() throws Exception {
        var run = poisoned("");
        reopen();
        list().replay(List.of(run), false);
        bench.until(RunState.SUCCEEDED);
        assertTrue(bench.step("one").possibleDuplicate());
        assertEquals(1, bench.run().summary().messages());
    }

    @Test
    void a_repeat_asks_first_where_the_step_says_so() throws Exception {
        var run = poisoned("\"ifUnknown\": \"park\"");
        reopen();
        list().replay(List.of(run), false);
        Rig.await(() -> bench.state() == RunState.PARKED);
        assertEquals(List.of(), services.keys("one"));
        var again = bench.run().summary().id();
        assertTrue(bench.engine().desk().resolve(again, new Settlement.Arrived("")));
        bench.until(RunState.SUCCEEDED);
        assertEquals(List.of(), services.keys("one"));
    }

    @Test
    void of_several_who_repeat_the_same_run_at_once_one_does() throws Exception {
        var run = die("wo");
        services.bad = false;
        var started = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 8; person++) {
                people.execute(() -> started.addAndGet(
                        list().replay(List.of(run), false).started().size()));
            }
        }
        assertEquals(1, started.get());
    }

    @Test
    void a_repeat_as_new_sends_everything_with_new_keys() throws Exception {
        var run = die("wo");
        services.bad = false;
        list().replay(List.of(run), true);
        bench.until(RunState.SUCCEEDED);
        assertEquals(2, services.keys("one").size());
        assertNotEquals(services.keys("one").getFirst(), services.keys("one").getLast());
        assertEquals(2, Set.copyOf(services.keys("two")).size());
    }

    @Test
    void a_repeat_with_other_data_is_a_new_event_that_names_the_old_one() throws Exception {
        var run = die("wo");
        var old = bench.run().event().id();
        services.bad = false;
        list().replay(run, Value.fields("n", Value.of(2)));
        bench.until(RunState.SUCCEEDED);
        assertEquals("2", bench.run().event().data().at("n").asText());
        assertEquals(old, bench.run().event().attributes().at(Event.REPLAY_OF).asText());
        assertEquals(
                "1",
                bench.workspace()
                        .runs()
                        .find(run)
                        .orElseThrow()
                        .event()
                        .data()
                        .at("n")
                        .asText());
    }

    @Test
    void many_begin_one_after_the_other() throws Exception {
        var runs = List.of(die("wo"), die("other"), die("wo"));
        services.bad = false;
        var now = clock.instant();
        var started = list().replay(runs, false).started();
        assertEquals(3, started.size());
        Rig.await(() -> bench.workspace().events().ledger().sent() == 1);
        assertEquals(Optional.of(now.plusMillis(100)), bench.workspace().runs().nextDue());
        Rig.await(() -> {
            bench.pass(Duration.ofMillis(100));
            return bench.workspace().events().ledger().sent() == 3;
        });
    }

    @Test
    void what_is_discarded_is_off_the_list_and_stays_as_it_was() throws Exception {
        var run = die("wo");
        assertEquals(1, list().discard(List.of(run, run)));
        assertEquals(List.of(), dead(Filter.all()));
        assertEquals(List.of(run), list().replay(List.of(run), false).refused());
        assertEquals(RunState.DEAD, bench.state());
        assertEquals(1, bench.workspace().events().ledger().failed());
    }
}
