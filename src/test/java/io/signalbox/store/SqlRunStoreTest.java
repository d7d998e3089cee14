package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.EventLog;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Room;
import io.signalbox.engine.RunChange;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore.Written;
import io.signalbox.engine.StepId;
import io.signalbox.engine.StepResult;
import io.signalbox.engine.StoredRun;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlRunStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:11.123Z");
    private static final String EVENT = "019a0000-0000-7000-8000-000000000001";
    private static final String RUN = "019a0000-0000-7000-8000-000000000002";
    private static final StepId WO = StepId.parse("wo");
    private static final StepId FIELDS = StepId.parse("fields[0,1]");

    @TempDir
    private Path folder = Path.of("");

    private Database database;
    private SqlRunStore runs;
    private SqlEventLog events;
    private long fence;

    @BeforeEach
    void open() {
        database = Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
        runs = new SqlRunStore(database);
        events = new SqlEventLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void accept() {
        var event = new Event(
                EVENT,
                "a.b.c",
                "a",
                "b",
                "c",
                "",
                "OT-1",
                NOW,
                NOW,
                Value.fields("n", Value.of(1)),
                Value.Fields.empty());
        events.append(List.of(new EventLog.Entry(
                event, Optional.of("id"), List.of(new NewRun(RUN, "flow", 1, new NodeId("trigger"))))));
    }

    private boolean write(RunChange... changes) {
        return runs.write(RUN, fence, List.of(changes)).join() == Written.DONE;
    }

    private List<StoredRun> takeUp() {
        var taken = runs.unfinished("", Room.page(10), _ -> false);
        taken.forEach(run -> fence = run.lease().fence());
        return taken;
    }

    private void reopen() {
        close();
        open();
    }

    @Test
    void a_run_goes_on_after_a_restart_with_what_it_knew() {
        accept();
        var answer = new StepResult.Answered(Value.fields("wo_folio", Value.of("OT-1")), "x");
        write(new RunChange.Result(WO, answer));
        reopen();
        var run = takeUp().getFirst();
        assertEquals(RUN, run.id());
        assertEquals(Map.of(WO, answer), run.results());
        assertEquals(NOW, run.event().receivedAt());
        assertEquals(List.of(), runs.unfinished(RUN, Room.page(10), _ -> false));
    }

    @Test
    void a_call_whose_end_a_crash_hid_is_known_and_its_repeat_is_marked() {
        accept();
        write(new RunChange.Intent(FIELDS, 1, "key", Value.of("request")));
        reopen();
        assertEquals(
                Map.of(FIELDS, new StoredRun.Lost(1, false)),
                takeUp().getFirst().unknown());
        write(new RunChange.Resend(FIELDS, 2, "key", Value.of("request")));
        write(new RunChange.Result(FIELDS, new StepResult.Answered(Value.nothing(), "wamid.1")));
        var step = runs.find(RUN).orElseThrow().steps().getFirst();
        assertTrue(step.possibleDuplicate());
        assertEquals(2, step.attempt());
        assertEquals("key", step.key());
        assertEquals(Value.of("request"), step.request());
    }

    @Test
    void a_result_at_once_is_kept_and_never_written_over_another() {
        accept();
        var answer = new StepResult.Answered(Value.of("read"), "");
        write(new RunChange.AtOnce(WO, answer));
        assertThrows(
                CompletionException.class,
                () -> write(new RunChange.AtOnce(WO, new StepResult.Answered(Value.of("other"), ""))));
        reopen();
        assertEquals(Map.of(WO, answer), takeUp().getFirst().results());
    }

    @Test
    void a_repeat_after_a_clear_refusal_is_no_possible_duplicate() {
        accept();
        write(new RunChange.Intent(FIELDS, 1, "key", Value.nothing()));
        write(
                new RunChange.Retry(FIELDS, 1, "rate", "", NOW.plusSeconds(5)),
                new RunChange.Sleep("rate", "", Optional.of(NOW.plusSeconds(5))));
        assertEquals(List.of(), takeUp());
        assertEquals(Optional.of(NOW.plusSeconds(5)), runs.nextDue());
        assertEquals(List.of(), runs.due(NOW.plusSeconds(4), Room.page(10)));
        var due = runs.due(NOW.plusSeconds(5), Room.page(10)).getFirst();
        assertEquals(Map.of(FIELDS, 1), due.attempts());
        fence = due.lease().fence();
        write(new RunChange.Intent(FIELDS, 2, "key", Value.nothing()));
        assertFalse(runs.find(RUN).orElseThrow().steps().getFirst().possibleDuplicate());
    }

    @Test
    void only_what_nobody_has_begun_waits_for_its_beginning() {
        assertEquals(Optional.empty(), runs.unbegunSince());
        accept();
        assertEquals(Optional.of(NOW), runs.unbegunSince());
        takeUp();
        assertEquals(Optional.empty(), runs.unbegunSince());
    }

    @Test
    void a_final_state_is_never_changed_again() {
        accept();
        assertTrue(write(new RunChange.Finish(RunState.SUCCEEDED, 1, "", "", NOW)));
        assertFalse(write(new RunChange.Intent(FIELDS, 1, "late", Value.nothing())));
        assertFalse(write(new RunChange.Finish(RunState.FAILED, 0, "late", "", NOW)));
        var run = runs.find(RUN).orElseThrow();
        assertEquals(RunState.SUCCEEDED, run.summary().state());
        assertEquals(List.of(), run.steps());
        assertEquals(
                "accepted 1 = sent 1 + suppressed 0 + waiting 0 + failed 0",
                events.ledger().toString());
    }

    @Test
    void a_known_identity_stores_nothing_until_it_is_forgotten() {
        accept();
        accept();
        assertEquals(1, events.ledger().accepted());
        assertEquals(1, new SqlClearance(database).identities(NOW.plusSeconds(1)));
    }
}
