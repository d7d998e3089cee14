package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.app.EngineBench.HandClock;
import io.signalbox.app.EngineBench.Services;
import io.signalbox.connector.Outgoing;
import io.signalbox.engine.DeadList;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.StepState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of calls that do not go well, on a clock moved by hand.
final class RetryTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(EngineBench.START);
    private final Services services = new Services();
    private EngineBench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new EngineBench(folder, services, clock).started();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Exchange busy() {
        return EngineBench.answered(429);
    }

    private void sends(Exchange answer) {
        services.answer = answer;
    }

    /// Only the messages meet the trouble: the source has answered before.
    private void post(String more) throws InterruptedException {
        bench.with(EngineBench.flow("wo", more, false));
        bench.post("wo", "");
        Rig.await(() -> !services.calls.isEmpty());
    }

    @Test
    void after_twelve_tries_a_run_is_dead_and_listed() throws Exception {
        sends(busy());
        post("");
        bench.until(RunState.DEAD);
        assertEquals(StepState.DEAD, bench.stepState("look"));
        assertEquals(12, services.calls.size());
        assertEquals("rate", bench.run().summary().reason());
        assertEquals(1, bench.workspace().events().ledger().failed());
        assertEquals(
                bench.run().summary().id(),
                bench.engine()
                        .dead()
                        .page(DeadList.Filter.all(), "", 10)
                        .runs()
                        .getFirst()
                        .id());
    }

    @Test
    void a_message_about_something_old_is_not_sent_and_says_why() throws Exception {
        sends(EngineBench.answered(429, "Retry-After", "86400"));
        post("");
        bench.until(RunState.WAITING);
        sends(EngineBench.answered(200));
        bench.pass(Duration.ofHours(27));
        bench.until(RunState.SUCCEEDED);
        assertEquals(StepState.SUPPRESSED, bench.stepState("one"));
        assertEquals("too-old", bench.run().summary().reason());
        assertEquals("24", bench.run().summary().detail());
        assertEquals(0, services.keys().size());
        assertEquals(1, bench.workspace().events().ledger().suppressed());
    }

    @Test
    void what_grew_too_old_while_the_program_was_stopped_is_not_sent() throws Exception {
        bench.with(EngineBench.flow("wo", "", false));
        bench.engine().close(); // Stopped: it stores, and sends nothing.
        bench.post("wo", "");
        bench.close();
        clock.pass(Duration.ofHours(30));
        bench = new EngineBench(folder, services, clock).started();
        bench.until(RunState.SUCCEEDED);
        assertEquals("too-old", bench.run().summary().reason());
        assertEquals(List.of(), services.keys());
        assertEquals(1, bench.workspace().events().ledger().suppressed());
    }

    @Test
    void a_flow_says_itself_how_old_is_too_old() throws Exception {
        sends(EngineBench.answered(429, "Retry-After", "86400"));
        bench.with(EngineBench.flow("wo", "", false).replace("\"name\":", "\"maxAgeHours\": 48, \"name\":"));
        bench.post("wo", "");
        bench.until(RunState.WAITING);
        sends(EngineBench.answered(200));
        bench.pass(Duration.ofHours(27));
        bench.until(RunState.SUCCEEDED);
        assertEquals(1, services.keys().size());
    }

    @Test
    void an_answer_that_never_came_is_asked_for_again_with_the_same_key_and_marked() throws Exception {
        post("");
        bench.until(RunState.SUCCEEDED);
        services.calls.clear();
        sends(EngineBench.lost());
        // The source is lost as well, and simply read again.
        bench.post("wo", "");
        Rig.await(() -> services.calls.size() == 1);
        sends(EngineBench.answered(200));
        bench.until(RunState.SUCCEEDED);
        assertFalse(bench.step("one").possibleDuplicate());
        var lossy = new Services() {
            @Override
            public Exchange send(Outgoing outgoing, Optional<String> host) {
                super.send(outgoing, host);
                return outgoing.method().equals("GET") || keys().size() > 1
                        ? EngineBench.answered(200)
                        : EngineBench.lost();
            }
        };
        bench.close();
        bench = new EngineBench(folder, lossy, clock).started();
        bench.post("wo", "");
        bench.until(RunState.SUCCEEDED);
        assertEquals(2, lossy.keys().size());
        assertEquals(1, Set.copyOf(lossy.keys()).size());
        assertTrue(bench.step("one").possibleDuplicate());
    }

    @Test
    void a_service_out_of_order_is_left_alone_and_no_try_is_used_up_meanwhile() throws Exception {
        bench.with(EngineBench.flow("wo", "", false));
        sends(EngineBench.answered(503));
        for (int n = 0; n < 20; n++) {
            bench.post("wo", "");
            int calls = n + 1;
            Rig.await(() -> services.calls.size() >= calls);
        }
        Rig.await(() -> bench.engine().breakers().open().equals(List.of("plant")));
        int before = services.calls.size();
        bench.post("wo", "");
        bench.until(RunState.WAITING);
        assertEquals(before, services.calls.size());
        assertEquals("breaker", bench.run().summary().reason());
        assertEquals(StepState.PENDING, bench.stepState("look"));
        sends(EngineBench.answered(200));
        bench.pass(Duration.ofSeconds(61));
        bench.until(RunState.SUCCEEDED);
        assertTrue(bench.engine().breakers().open().isEmpty());
        Rig.await(() -> {
            bench.pass(Duration.ofSeconds(2));
            return bench.workspace().events().ledger().waiting() == 0;
        });
        assertEquals(21, bench.workspace().events().ledger().sent());
    }

    @Test
    void a_cancelled_run_sends_nothing_more_and_counts_as_failed() throws Exception {
        sends(EngineBench.answered(429, "Retry-After", "60"));
        post("");
        bench.until(RunState.WAITING);
        var run = bench.run().summary().id();
        assertTrue(bench.engine().desk().cancel(run));
        assertFalse(bench.engine().desk().cancel(run));
        sends(EngineBench.answered(200));
        bench.pass(Duration.ofMinutes(5));
        assertEquals(RunState.CANCELLED, bench.state());
        assertEquals(0, services.keys().size());
        assertEquals(1, bench.workspace().events().ledger().failed());
        assertTrue(bench.workspace().events().ledger().balanced());
    }

    @Test
    void a_parked_run_can_be_cancelled() throws Exception {
        bench.close();
        bench = new EngineBench(
                        folder,
                        (outgoing, _) ->
                                outgoing.method().equals("GET") ? EngineBench.answered(200) : EngineBench.lost(),
                        clock)
                .started();
        bench.with(EngineBench.flow("wo", "\"ifUnknown\": \"park\"", false));
        bench.post("wo", "");
        bench.until(RunState.PARKED);
        var run = bench.run().summary().id();
        assertTrue(bench.engine().desk().cancel(run));
        assertFalse(bench.engine().desk().resolve(run, new Settlement.SendAgain()));
        assertEquals(RunState.CANCELLED, bench.state());
    }
}
