package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.engine.LedgerWatch;
import io.signalbox.engine.RunState;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger that is kept up to date against the one counted from every row.
final class LedgerCountTest {
    private static final Instant NOW = Instant.parse("2026-11-21T14:03:11Z");

    @TempDir
    private Path folder = Path.of("");

    private Database database;
    private SqlEventLog log;
    private long millis = NOW.toEpochMilli();
    private final List<UUID> events = new ArrayList<>();
    private final List<UUID> runs = new ArrayList<>();

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
        return new UUID((millis << 16) | 0x7000, (events.size() * 31L + runs.size()) | Long.MIN_VALUE);
    }

    private void write(String sql, Object... values) {
        database.journal().write("test", statements -> statements.update(sql, values));
    }

    private UUID event(String state) {
        var id = id();
        write(
                "insert into event (id, received_at, type, body, state) values (?, ?, 't', ?, ?)",
                id,
                Instant.ofEpochMilli(millis),
                new byte[] {'{', '}'},
                state);
        events.add(id);
        return id;
    }

    private UUID run(UUID event, String state, int messages) {
        var id = id();
        write("""
                insert into run (id, event_id, flow_id, version, trigger_node, subject, state, messages, started_at)
                values (?, ?, ?, 1, 'trigger', '', ?, ?, ?)
                """, id, event, "flow" + runs.size(), state, messages, NOW);
        runs.add(id);
        return id;
    }

    private void addsUp() {
        var check = log.check();
        assertEquals(Optional.empty(), check.fault(), check.toString());
        assertEquals(check.counted(), log.ledger());
    }

    @Test
    void what_is_kept_up_to_date_is_what_is_counted_from_every_row() {
        long seed = 4711;
        var dice = new SplittableRandom(seed);
        var states = List.of("QUEUED", "WAITING", "SUCCEEDED", "FAILED", "DEAD", "CANCELLED", "PARKED");
        for (int turn = 0; turn < 400; turn++) {
            millis += dice.nextInt(5_000);
            switch (dice.nextInt(6)) {
                case 0, 1, 2 -> {
                    var event = event(dice.nextInt(20) == 0 ? "REJECTED" : "NO_MATCH");
                    int flows = dice.nextInt(3);
                    if (flows > 0) {
                        write("update event set state = 'MATCHED' where id = ?", event);
                    }
                    for (int n = 0; n < flows; n++) {
                        run(event, states.get(dice.nextInt(states.size())), dice.nextInt(2));
                    }
                }
                case 3 -> {
                    if (!runs.isEmpty()) {
                        write(
                                "update run set state = ?, messages = ? where id = ? and state in ('QUEUED', 'WAITING', 'PARKED')",
                                states.get(dice.nextInt(states.size())),
                                dice.nextInt(3),
                                runs.get(dice.nextInt(runs.size())));
                    }
                }
                // A clock set back: ids no longer grow.
                case 4 -> millis -= dice.nextInt(10) == 0 ? 60_000 : 0;
                default -> assertEquals(log.check().counted(), log.ledger(), "seed " + seed + " turn " + turn);
            }
        }
        addsUp();
    }

    @Test
    void rows_that_are_removed_are_no_longer_counted() {
        for (int n = 0; n < 20; n++) {
            millis += 2_000;
            run(event("MATCHED"), "SUCCEEDED", 1);
        }
        assertEquals(20, log.ledger().sent());
        write("delete from run where event_id = ?", events.get(3));
        write("delete from event where id = ?", events.get(3));
        assertEquals(19, log.ledger().sent());
        addsUp();
    }

    @Test
    void every_state_that_a_row_can_have_belongs_to_one_class() {
        Arrays.stream(RunState.values()).filter(RunState::isDurable).forEach(state -> {
            millis += 1_000;
            run(event("MATCHED"), state.name(), 0);
            assertTrue(log.ledger().balanced(), state.name());
        });
        addsUp();
    }

    @Test
    void a_state_nobody_knows_and_a_run_without_its_event_raise_the_alarm_until_they_are_gone() {
        var clock = new Clock();
        var watch = new LedgerWatch(log, clock);
        var run = run(event("MATCHED"), "SUCCEEDED", 1);
        assertTrue(watch.look());
        assertEquals(Optional.empty(), watch.fault());
        write("update run set state = 'LOST' where id = ?", run);
        assertFalse(watch.look(), "it is not time yet");
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertTrue(watch.look());
        assertEquals(Optional.of("ledger.unbalanced"), watch.fault());
        assertFalse(log.ledger().balanced());

        write("update run set state = 'SUCCEEDED' where id = ?", run);
        write("update run set event_id = ? where id = ?", new UUID(1, 1), run);
        clock.now = clock.now.minus(Duration.ofHours(1));
        assertTrue(watch.look(), "a clock that was set back is no reason to wait");
        assertEquals(Optional.of("ledger.orphans"), watch.fault());
        write("delete from run where id = ?", run);
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        watch.look();
        // The event says it started a run, and there is none.
        assertEquals(Optional.of("ledger.unbalanced"), watch.fault());
        write("update event set state = 'NO_MATCH'");
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        watch.look();
        assertEquals(Optional.empty(), watch.fault());
    }

    private static final class Clock implements InstantSource {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }
    }

    /// Figures for the README; it wants a quiet machine.
    @Test
    @Tag("long")
    void with_200000_events_only_what_changed_is_counted() {
        database.journal().write("many", statements -> {
            for (int n = 0; n < 200_000; n++) {
                long at = NOW.toEpochMilli() + n * 20L;
                var event = new UUID((at << 16) | 0x7000, n | Long.MIN_VALUE);
                statements.update(
                        "insert into event (id, received_at, type, body, state) values (?, ?, 't', ?, 'MATCHED')",
                        event,
                        Instant.ofEpochMilli(at),
                        new byte[300]);
                statements.update(
                        """
                        insert into run (id, event_id, flow_id, version, trigger_node, subject, state, messages, started_at)
                        values (?, ?, 'flow', 1, 'trigger', '', ?, 1, ?)
                        """,
                        new UUID((at << 16) | 0x7001, n | Long.MIN_VALUE),
                        event,
                        n % 2_000 == 0 ? "WAITING" : "SUCCEEDED",
                        Instant.ofEpochMilli(at));
            }
            return true;
        });
        millis = NOW.toEpochMilli() + 200_000 * 20L;
        long full = nanos(() -> log.check());
        long first = nanos(() -> log.ledger());
        long after = 0;
        for (int n = 0; n < 20; n++) {
            millis += 20;
            run(event("MATCHED"), "SUCCEEDED", 1);
            after += nanos(() -> log.ledger());
        }
        addsUp();
        System.out.printf(
                "200,000 events: recount %d ms, first %d ms, after one more event %.1f ms%n",
                full / 1_000_000, first / 1_000_000, after / 20e6);
        assertTrue(after / 20 < full / 5, "counting after one event costs almost a recount");
    }

    private static long nanos(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }
}
