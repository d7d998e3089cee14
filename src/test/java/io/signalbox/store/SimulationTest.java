package io.signalbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.signalbox.access.Account;
import io.signalbox.engine.Engine;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StepKeys;
import io.signalbox.json.FlowJson;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Many lives of the executor, each from a seed, on one real database. `-Dproof=long` makes 20,000 of 1,000;
/// `-Dseed=N` plays one again.
final class SimulationTest {
    private static final long FIRST = Long.getLong("seed", 1);

    /// So many lives share a database: a life in one that a thousand have filled takes twice as long.
    private static final int TOGETHER = 100;

    @TempDir
    private Path folder = Path.of("");

    private int lives;

    private static int wanted() {
        if (System.getProperty("seed") != null) {
            return 1;
        }
        return Integer.getInteger("lives") != null
                ? Integer.getInteger("lives")
                : "long".equals(System.getProperty("proof")) ? 20_000 : 1_000;
    }

    /// What goes wrong is told in the course of a life; told of a thousand lives it would only hide the one that fails.
    private final Logger engine = (Logger) LoggerFactory.getLogger("io.signalbox.engine");

    @BeforeEach
    void silence() {
        engine.setLevel(Level.OFF);
    }

    @AfterEach
    void speak() {
        engine.setLevel(null);
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS)
    void nothing_accepted_is_lost_whatever_goes_wrong() throws Exception {
        int wanted = wanted();
        var told = new Told();
        for (int done = 0; done < wanted; done += TOGETHER) {
            lives(FIRST + done, FIRST + Math.min(done + TOGETHER, wanted), told);
        }
        System.out.printf(
                "%d lives: %d kills, %d messages arrived, %d of them more than once; %d runs repeated by a person%n",
                wanted, told.kills, told.delivered, told.duplicates, told.repeats);
        assertTrue(told.delivered > 0 && told.kills > 0 && told.duplicates > 0 && told.repeats > 0);
    }

    /// What became of all lives together.
    private static final class Told {
        private int kills;
        private int delivered;
        private int duplicates;
        private int repeats;
    }

    /// These lives in one database, one after the other.
    private void lives(long from, long to, Told told) throws Exception {
        var clock = new Instant[] {Instant.parse("2026-11-21T14:00:00Z")};
        try (var database = memory()) {
            var bench = bench(database, clock);
            for (long seed = from; seed < to; seed++) {
                var outcome = live(bench, seed, clock);
                told.kills += outcome.kills();
                told.delivered += outcome.delivered();
                told.duplicates += outcome.duplicates();
                told.repeats += outcome.repeats();
            }
            var recount = bench.events().check();
            assertEquals(Optional.empty(), recount.fault(), recount::toString);
        } finally {
            forget();
        }
    }

    @Test
    void a_seed_plays_the_same_again() throws Exception {
        var clock = new Instant[] {Instant.parse("2026-11-21T14:00:00Z")};
        try (var database = memory()) {
            var bench = bench(database, clock);
            for (long seed = 1; seed <= 10; seed++) {
                assertEquals(
                        live(bench, seed, clock).course(),
                        live(bench, seed, clock).course(),
                        "seed " + seed);
            }
        }
    }

    /// A file system in memory: how a disk fails is tried elsewhere, and waiting for one costs most of the time.
    private Database memory() {
        return Database.open(place(), VaultKey.open(folder.resolve("vault.key"), new SecureRandom()));
    }

    private String place() {
        return "memFS:" + folder.getFileName();
    }

    /// What lies in memory stays there when it is closed.
    private void forget() {
        FileUtils.delete(place() + ".mv.db");
    }

    /// With flows of its own: what became of others' runs is no matter for it.
    private Simulation.Outcome live(Simulation.Bench bench, long seed, Instant[] clock) throws Exception {
        var flows = bench.stores().flows();
        lives++;
        for (var ifUnknown : new String[] {"resend", "wait", "park"}) {
            flows.switchOff(ifUnknown + "-" + (lives - 1));
            flows.save(FlowJson.read(flow(ifUnknown + "-" + lives, ifUnknown)), 0);
            flows.switchOn(ifUnknown + "-" + lives);
        }
        var simulation = new Simulation(bench, seed, clock[0]);
        try {
            return simulation.live();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed, broken);
        } finally {
            // The next life begins when nothing of this one can still be due.
            clock[0] = simulation.now().plus(Duration.ofDays(10));
        }
    }

    private Simulation.Bench bench(Database database, Instant[] clock) {
        var random = new SecureRandom();
        var trail = new SqlAudit(database, () -> clock[0]);
        var flows = new SqlFlowStore(database, trail, () -> clock[0]);
        var key = VaultKey.open(folder.resolve("vault.key"), random);
        var accounts = new SqlAccounts(database, trail, key, random);
        var fields = new LinkedHashMap<>(Map.of("base-url", "https://plant.example/api"));
        accounts.save(new Account("plant", "http", fields, Set.of(), true), Map.of());
        var contacts = new SqlContacts(database, key);
        var events = new SqlEventLog(database);
        var runs = new SqlRunStore(database);
        var stores = new Engine.Stores(
                events,
                runs,
                new SqlDeadRows(database),
                new SqlRecovery(database),
                new SqlIncidents(database),
                new AtWorkFile(folder.resolve("at-work")),
                flows,
                accounts,
                contacts,
                new StepKeys(new byte[32]));
        return new Simulation.Bench(events, runs, stores, new SendGate.Books(new SqlGate(database, key), contacts));
    }

    /// A source, then two messages one after the other, and a third beside them.
    private static String flow(String id, String ifUnknown) {
        return """
                {"format": "signalbox.flow/1", "id": "FLOW", "name": "FLOW",
                 "nodes": [
                  {"id": "trigger", "kind": "trigger", "type": "event",
                   "settings": {"module": "m", "submodule": "s", "event": "e"}},
                  {"id": "look", "kind": "source", "type": "http", "connection": "plant", "operation": "get",
                   "settings": {"path": "/look"}},
                  {"id": "one", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
                   "settings": {"path": "/one"}, "ifUnknown": "ID"},
                  {"id": "two", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
                   "settings": {"path": "/two"}},
                  {"id": "beside", "kind": "connection", "type": "http", "connection": "plant", "operation": "post",
                   "settings": {"path": "/beside"}, "ifUnknown": "ID"}],
                 "wires": [{"from": "trigger", "to": "look"}, {"from": "look", "to": "one"},
                           {"from": "one", "to": "two"}, {"from": "look", "to": "beside"}]}
                """.replace("FLOW", id).replace("ID", ifUnknown);
    }
}
