package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.Clearance;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.Housekeeping;
import io.signalbox.engine.Incidents;
import io.signalbox.engine.NewRun;
import io.signalbox.engine.Retention;
import io.signalbox.flow.Event;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes with time, and what stays, on the real store.
final class RetentionTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Database database;
    private SqlEventLog log;
    private Instant now = START;
    private int made;

    @BeforeEach
    void open() {
        database = Database.open(folder, VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
        log = new SqlEventLog(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID id() {
        return new UUID((now.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE + made++);
    }

    private void write(String sql, Object... values) {
        database.journal().write("test", statements -> statements.update(sql, values));
    }

    private String event(String data, List<NewRun> runs) {
        var id = id().toString();
        var event = new Event(
                id,
                "a.b.c",
                "a",
                "b",
                "c",
                "plant",
                "",
                now,
                now,
                Value.fields("from", Value.of("+33612345678"), "text", Value.of(data)),
                Value.Fields.empty());
        log.append(List.of(new EventLog.Entry(event, Optional.of("identity " + id), runs)));
        return id;
    }

    /// An event with one run, with a step that was answered, in that state.
    private String ended(String state, int messages, String data) {
        var run = id();
        var event = event(data, List.of(new NewRun(run.toString(), "f", 1, new NodeId("trigger"))));
        boolean over = !List.of("QUEUED", "WAITING", "PARKED").contains(state);
        write("update run set state = ?, messages = ?, detail = 'to +33612345678' where id = ?", state, messages, run);
        if (over) {
            write("update run set ended_at = ? where id = ?", now, run);
        }
        write(
                "insert into step (run_id, step, state, request, output) values (?, 's', 'DONE', ?, ?)",
                run,
                new byte[] {'{', '}'},
                new byte[] {'1'});
        return event;
    }

    private Housekeeping housekeeping(Retention retention) {
        return new Housekeeping(new SqlClearance(database), () -> retention, () -> now);
    }

    private void rounds(Housekeeping housekeeping) {
        for (int tick = 0; tick < 60; tick++) {
            housekeeping.tick();
        }
    }

    private long count(String from) {
        return database.read(
                "counting",
                statements -> statements
                        .first("select count(*) from " + from, row -> row.getLong(1))
                        .orElseThrow());
    }

    private void addsUp() {
        var check = log.check();
        assertEquals(Optional.empty(), check.fault(), check.toString());
        assertEquals(check.counted(), log.ledger());
    }

    @Test
    void payloads_go_after_30_days_and_runs_after_90_and_the_ledger_stays_as_it_was() {
        var sent = ended("SUCCEEDED", 2, "hello");
        ended("SUCCEEDED", 0, "hello");
        ended("CANCELLED", 0, "hello");
        event("nobody", List.of());
        var before = log.ledger();
        assertEquals("accepted 4 = sent 1 + suppressed 2 + waiting 0 + failed 1", before.toString());
        var housekeeping = housekeeping(Retention.STANDARD);
        now = START.plus(Duration.ofDays(29));
        rounds(housekeeping);
        assertTrue(log.find(sent).orElseThrow().removedAt().isEmpty());
        assertEquals(4, log.latest(10).size());

        now = START.plus(Duration.ofDays(30)).plusSeconds(1);
        rounds(housekeeping);
        var left = log.find(sent).orElseThrow();
        assertEquals(Optional.of(30L), left.daysKept());
        assertFalse(left.asValue().toString().contains("3361234"), left.toString());
        assertEquals(0, count("step where request is not null or output is not null"));
        assertEquals(0, count("run where subject <> '' or detail <> ''"));
        assertEquals(0, count("event_identity"));
        assertEquals(List.of(), log.latest(10), "nothing to try a flow with");
        assertEquals(before, log.ledger());
        addsUp();

        now = START.plus(Duration.ofDays(90)).plusSeconds(1);
        rounds(housekeeping);
        assertEquals(new Contents(0, 0, 0), database.contents());
        assertEquals(0, count("step"));
        assertEquals(before, log.ledger());
        addsUp();
        // A count that remembers nothing finds the same.
        assertEquals(before, new SqlEventLog(database).ledger());
        ended("SUCCEEDED", 1, "new");
        assertEquals(
                "accepted 5 = sent 2 + suppressed 2 + waiting 0 + failed 1",
                log.ledger().toString());
        addsUp();
    }

    @Test
    void what_is_not_finished_or_not_attended_to_stays_whole_for_years() {
        var kept = new ArrayList<String>();
        for (var state : List.of("QUEUED", "WAITING", "PARKED", "DEAD", "FAILED")) {
            kept.add(ended(state, 0, "hello"));
        }
        var attended = ended("DEAD", 0, "hello");
        write("update run set attended = true where event_id = ?", UUID.fromString(attended));
        var before = log.ledger();
        now = START.plus(Duration.ofDays(1000));
        // Not even for room.
        rounds(housekeeping(
                new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(365), 1)));
        assertEquals(5, count("event"));
        assertEquals(5, count("step where output is not null"));
        for (var event : kept) {
            assertTrue(log.find(event).orElseThrow().removedAt().isEmpty());
        }
        assertTrue(log.find(attended).isEmpty());
        assertEquals(before, log.ledger());
        addsUp();
    }

    @Test
    void a_run_that_ended_lately_keeps_its_old_event() {
        var event = ended("SUCCEEDED", 1, "hello");
        now = START.plus(Duration.ofDays(100));
        write("update run set ended_at = ? where event_id = ?", now.minus(Duration.ofDays(2)), UUID.fromString(event));
        rounds(housekeeping(Retention.STANDARD));
        assertTrue(log.find(event).isPresent());
        now = START.plus(Duration.ofDays(190));
        rounds(housekeeping(Retention.STANDARD));
        assertTrue(log.find(event).isEmpty());
        addsUp();
    }

    @Test
    void above_the_allowed_size_the_oldest_payloads_go_before_their_time() {
        var events = new ArrayList<String>();
        for (int at = 0; at < 500; at++) {
            now = now.plusSeconds(1);
            events.add(ended("SUCCEEDED", 1, "x".repeat(10_000)));
        }
        var clearance = new SqlClearance(database);
        long used = clearance.used();
        assertTrue(used > 4_000_000 && used < 12_000_000, "5 MB of payload count as " + used);
        now = now.plusSeconds(60);
        var housekeeping = housekeeping(new Retention(
                Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(7), Duration.ofDays(365), used - 1_500_000));
        rounds(housekeeping);
        long gone = count("event where removed_at is not null");
        assertTrue(gone >= 140 && gone <= 400, "removed " + gone);
        assertTrue(log.find(events.getFirst()).orElseThrow().removedAt().isPresent());
        assertTrue(log.find(events.getLast()).orElseThrow().removedAt().isEmpty());
        assertTrue(clearance.used() < used - 1_000_000, "still in use: " + clearance.used() + " of " + used);
        // Hours later there is room, and what is newest is still there.
        for (int hour = 0; hour < 5; hour++) {
            now = now.plus(Duration.ofHours(1));
            rounds(housekeeping);
        }
        assertTrue(count("event where removed_at is not null") < 450);
        assertTrue(log.find(events.getLast()).orElseThrow().removedAt().isEmpty());
        addsUp();
    }

    @Test
    void each_turn_of_the_writer_is_short() {
        for (int at = 0; at < 450; at++) {
            event("x", List.of());
        }
        var clearance = new SqlClearance(database);
        var later = START.plusSeconds(1);
        var last = "";
        var sizes = new ArrayList<Integer>();
        for (Clearance.Batch batch = clearance.payloads(last, later, now);
                !batch.isLast();
                batch = clearance.payloads(last, later, now)) {
            last = batch.last();
            sizes.add(batch.events());
        }
        assertEquals(List.of(200, 200, 50), sizes);
        assertEquals(200, clearance.identities(later));
    }

    @Test
    void incidents_go_after_a_year_and_what_is_set_counts() {
        var incidents = new SqlIncidents(database);
        incidents.note(new Incidents.Incident(START, Incidents.Kind.WOKE, "", "old"));
        incidents.note(new Incidents.Incident(START.plus(Duration.ofDays(9)), Incidents.Kind.WOKE, "", "new"));
        now = START.plus(Duration.ofDays(365)).plusSeconds(1);
        rounds(housekeeping(Retention.STANDARD));
        assertEquals(
                List.of("new"),
                incidents.latest(10).stream().map(Incidents.Incident::detail).toList());
        var preferences = new SqlPreferences(database);
        assertEquals(Retention.STANDARD, Retention.of(preferences.all()));
        preferences.save(Map.of(Retention.PAYLOADS, "3", Retention.SIZE, "100", Retention.RUNS, "-1"));
        var set = Retention.of(preferences.all());
        assertEquals(Duration.ofDays(3), set.payloads());
        assertEquals(100L << 20, set.size());
        assertEquals(Retention.STANDARD.runs(), set.runs());
    }
}
