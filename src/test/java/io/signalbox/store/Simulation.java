package io.signalbox.store;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.DeliveryStatus;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.engine.Engine;
import io.signalbox.engine.EventLog;
import io.signalbox.engine.Exchange;
import io.signalbox.engine.Incoming;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.RunState;
import io.signalbox.engine.RunStore;
import io.signalbox.engine.RunSummary;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// One life of the executor with everything that can go wrong, drawn from a seed: the process is killed, the store
/// fails before or after it wrote, services lose calls and answers, clocks jump, people cancel. The engine and its
/// store are the real ones; time, chance, the network and the order of work are made here.
final class Simulation {
    private static final int EVENTS = 3;
    private static final int KILLS = 4;
    private static final int STEPS = 300;
    private static final int LONGEST_END = 20_000;
    private static final Duration NIGHT = Duration.ofMinutes(3);

    /// What the course of a life led to.
    ///
    /// @param course what happened, one line each: the same seed, the same lines
    /// @param duplicates messages that arrived more than once
    record Outcome(List<String> course, int kills, int delivered, int duplicates, int repeats) {}

    /// The stores of one database, shared by many lives one after the other.
    record Bench(EventLog events, RunStore runs, Engine.Stores stores, SendGate.Books books) {}

    private final Bench bench;
    private final RandomGenerator lots;
    private final RandomGenerator chance;
    private final SteppedCrew crew = new SteppedCrew();
    private final Instant begin;
    private Instant wall;
    private Instant steady;
    private Engine engine;
    private boolean ticking;
    private boolean repeating;
    private boolean up;
    private boolean calm;
    private int life;
    private int posted;
    private final Map<String, String> acknowledged = new LinkedHashMap<>();
    private final Map<String, Integer> arrived = new LinkedHashMap<>();
    private int repeats;
    private final Map<String, String> ended = new HashMap<>();
    private final Set<String> atWork = new HashSet<>();
    private final Map<String, Integer> lostAnswers = new HashMap<>();
    private int storeFailures;
    private final List<String> course = new ArrayList<>();

    Simulation(Bench bench, long seed, Instant begin) {
        this.bench = bench;
        this.lots = new SplittableRandom(seed);
        this.chance = new SplittableRandom(~seed);
        this.begin = begin;
        this.wall = begin;
        this.steady = Instant.EPOCH;
        this.engine = begin();
    }

    Outcome live() {
        for (int step = 0; step < STEPS && !(posted == EVENTS && crew.idle() && nothingDue()); step++) {
            step();
        }
        end();
        check();
        restart();
        watch();
        var before = states();
        restart();
        require(before.equals(states()), "a second restart changed something: " + before + " / " + states());
        int delivered = arrived.values().stream().mapToInt(Integer::intValue).sum();
        return new Outcome(course, life - 1, delivered, delivered - arrived.size(), repeats);
    }

    /// Now.
    Instant now() {
        return wall;
    }

    private void step() {
        int lot = lots.nextInt(1_000);
        if (!crew.idle() && lot < 800) {
            crew.step(lots);
        } else if (lot < 860) {
            post();
        } else if (lot < 866 && life <= KILLS) {
            kill();
        } else if (lot < 875) {
            cancel();
        } else if (lot < 880) {
            jump();
        } else if (lot < 900) {
            settle();
        } else if (lot < 925) {
            repeat();
        } else {
            pass(Duration.ofMillis(lots.nextInt(5_000)));
        }
    }

    // What happens to the process.

    private Engine begin() {
        life++;
        int mine = life;
        up = false;
        ticking = false;
        repeating = false;
        var stores = bench.stores();
        var world = new Engine.World(() -> wall, () -> steady, chance, crew);
        var live = new LiveFlows(stores.flows(), Connectors.found());
        var gate = new SendGate(
                (outgoing, _) -> called(outgoing),
                bench.books(),
                Connectors.found(),
                live::isOn,
                () -> wall,
                Meters.none(),
                _ -> true);
        var begun = new Engine(
                new Engine.Stores(
                        faulty(EventLog.class, stores.events()),
                        faulty(RunStore.class, stores.runs()),
                        stores.dead(),
                        stores.recovery(),
                        stores.incidents(),
                        new RememberedWork(atWork, () -> mine == life),
                        stores.flows(),
                        stores.accounts(),
                        stores.contacts(),
                        stores.keys()),
                Connectors.found(),
                live,
                gate,
                world);
        crew.start(() -> {
            begun.prepare();
            try {
                begun.takeUp();
            } catch (StoreException failure) {
                note("the start failed");
                return;
            }
            up = true;
        });
        return begun;
    }

    private void kill() {
        watch();
        note("killed");
        life++;
        crew.kill();
        life--;
        engine = begin();
    }

    private void restart() {
        kill();
        end();
    }

    /// The clock goes on, and the loop looks at it.
    private void pass(Duration time) {
        wall = wall.plus(time);
        steady = steady.plus(time);
        if (up && !ticking) {
            ticking = true;
            crew.start(() -> {
                try {
                    engine.loop().tick();
                } catch (StoreException failure) {
                    note("a look at the clock failed");
                } finally {
                    ticking = false;
                }
            });
        }
    }

    private void jump() {
        var far = lots.nextBoolean() ? Duration.ofSeconds(-10) : Duration.ofMinutes(5);
        note("the clock jumps by " + far);
        wall = wall.plus(far);
        if (wall.isBefore(begin)) {
            wall = begin;
        }
    }

    // What people and services do.

    /// A sender repeats what was not acknowledged, and now and then what was.
    private void post() {
        if (!up) {
            return;
        }
        boolean again = posted == EVENTS || (posted > 0 && lots.nextInt(4) == 0);
        int number = again ? lots.nextInt(posted) : posted++;
        var identity = begin + " event " + number;
        crew.start(() -> {
            try {
                var receipt = engine.inbox()
                        .accept(List.of(incoming(identity, number)))
                        .getFirst();
                var first = acknowledged.putIfAbsent(identity, receipt.eventId());
                require(first == null || first.equals(receipt.eventId()), "another event for the same identity");
                note("acknowledged " + number);
            } catch (StoreException failure) {
                note("refused " + number);
            }
        });
    }

    private static Incoming incoming(String identity, int number) {
        return new Incoming(
                Optional.of(identity),
                "m",
                "s",
                "e",
                "",
                "",
                Optional.empty(),
                Value.fields("n", Value.of(number)),
                Value.Fields.empty());
    }

    private void cancel() {
        var runs = runs();
        if (up && !runs.isEmpty() && lots.nextInt(4) == 0) {
            var run = runs.get(lots.nextInt(runs.size())).id();
            crew.start(() -> {
                try {
                    note("cancelled: " + engine.desk().cancel(run));
                } catch (StoreException failure) {
                    note("not cancelled");
                }
            });
        }
    }

    /// A person has a run that failed go on, with the same keys.
    private void repeat() {
        var failed = runs().stream()
                .filter(run -> run.state() == RunState.FAILED || run.state() == RunState.DEAD)
                .toList();
        if (up && !repeating && !failed.isEmpty()) {
            var run = failed.get(lots.nextInt(failed.size())).id();
            repeating = true;
            crew.start(() -> {
                try {
                    var replayed = engine.dead().replay(List.of(run), false);
                    repeats += replayed.started().size();
                    note("repeated: " + replayed.started().size());
                } catch (StoreException failure) {
                    note("not repeated");
                } finally {
                    repeating = false;
                }
            });
        }
    }

    /// A status comes in for something that arrived.
    private void settle() {
        if (up && !arrived.isEmpty()) {
            var key = new ArrayList<>(arrived.keySet()).get(lots.nextInt(arrived.size()));
            crew.start(() -> {
                try {
                    note("settled: "
                            + engine.desk()
                                    .settle(new DeliveryStatus(
                                            "id", key, DeliveryStatus.State.SENT, Optional.empty(), "", "")));
                } catch (StoreException failure) {
                    note("not settled");
                }
            });
        }
    }

    private Exchange called(Outgoing outgoing) {
        crew.pause();
        int lot = calm ? 0 : lots.nextInt(100);
        var key = outgoing.headers().getOrDefault("Idempotency-Key", "");
        if (lot < 75) {
            arrives(outgoing, key);
            crew.pause();
            if (!calm && lot >= 70) {
                lostAnswers.merge(key, 1, Integer::sum);
                note("the answer is lost");
                return new Exchange.Lost("timeout", "plant.example");
            }
            return answer(200);
        }
        if (lot < 80) {
            return new Exchange.Lost("timeout", "plant.example");
        }
        if (lot < 85) {
            return new Exchange.Unanswered("unreachable", "plant.example", true);
        }
        return answer(lot < 92 ? 503 : lot < 98 ? 429 : 400);
    }

    private void arrives(Outgoing outgoing, String key) {
        if (outgoing.method().equals("GET")) {
            return;
        }
        arrived.merge(key, 1, Integer::sum);
        note("arrived at " + outgoing.url());
    }

    private static Exchange answer(int status) {
        Map<String, String> headers = status == 429 ? Map.of("Retry-After", "3") : Map.of();
        return new Exchange.Answered(new Reply(status, headers, Value.fields("ok", Value.of(true))));
    }

    // The store, as it fails.

    private <T> T faulty(Class<T> port, T real) {
        int mine = life;
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> stored(mine, real, method, arguments)));
    }

    private Object stored(int mine, Object real, Method method, Object[] arguments) throws Throwable {
        crew.pause();
        if (mine != life) {
            throw new SteppedCrew.Killed();
        }
        int lot = calm ? 100 : lots.nextInt(100);
        if (lot == 0) {
            storeFailures++;
            note(method.getName() + " failed before it wrote");
            return failure(method);
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
        if (result instanceof CompletableFuture<?> future) {
            future.join();
        }
        crew.pause();
        if (lot == 1) {
            storeFailures++;
            note(method.getName() + " failed after it wrote");
            return failure(method);
        }
        return result;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It is what the caller of the port waits for.
    private static Object failure(Method method) {
        var failure = new StoreException(method.getName(), new IllegalStateException("simulated"));
        if (method.getReturnType() == CompletableFuture.class) {
            return CompletableFuture.failedFuture(failure);
        }
        throw failure;
    }

    // The end: nothing goes wrong any more, and everything must come to one.

    private void end() {
        calm = true;
        int swept = 0;
        for (int step = 0; step < LONGEST_END; step++) {
            if (!crew.idle()) {
                crew.step(lots);
                continue;
            }
            if (!up) {
                kill();
                continue;
            }
            resolve();
            if (!crew.idle()) {
                continue;
            }
            var due = bench.runs().nextDue();
            if (due.isEmpty() && open().isEmpty()) {
                return;
            }
            if (due.isEmpty() && swept++ > 12) {
                break;
            }
            // Long waits are slept through like a machine's night; else the loop looks up as often as it does.
            due.filter(wall.plus(NIGHT)::isBefore).ifPresent(far -> {
                steady = steady.plus(Duration.between(wall, far));
                wall = far;
            });
            pass(Duration.ofSeconds(10));
        }
        throw new AssertionError("runs without an end: " + open() + "\n" + String.join("\n", course));
    }

    /// Somebody looks after the calls of which nobody knows the outcome.
    private void resolve() {
        for (var run : runs()) {
            if (run.state().name().equals("PARKED")) {
                crew.start(() -> engine.desk().resolve(run.id(), new RunStore.Settlement.SendAgain()));
            }
        }
    }

    private boolean nothingDue() {
        return bench.runs().nextDue().isEmpty();
    }

    private List<RunSummary> runs() {
        return bench.runs().latest("", EVENTS * 16).stream()
                .filter(run -> !run.startedAt().isBefore(begin))
                .toList();
    }

    private List<RunSummary> open() {
        return runs().stream().filter(run -> !run.state().isFinal()).toList();
    }

    private Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        runs().forEach(run -> states.put(run.id(), run.state() + " " + run.messages() + " " + run.reason()));
        return states;
    }

    // What must hold.

    private void check() {
        acknowledged.forEach((identity, id) -> {
            var stored = bench.events().find(id);
            require(stored.isPresent(), "acknowledged and lost: " + identity);
            require(bench.events().state(id).isPresent(), "accepted and not matched: " + identity);
        });
        var records = runs().stream()
                .map(run -> bench.runs().find(run.id()).orElseThrow())
                .toList();
        var pairs = new HashSet<String>();
        for (var record : records) {
            var run = record.summary();
            require(pairs.add(run.eventId() + " " + run.flow()), "two runs of " + run.flow() + " for one event");
            require(run.state().isFinal(), "no end: " + run);
            note("run of " + run.flow().replaceAll("-.*", "") + " " + run.state() + " " + run.messages());
        }
        new SentCheck(arrived, key -> life - 1 + storeFailures + lostAnswers.getOrDefault(key, 0), this::require)
                .check(records);
        require(
                bench.events().ledger().balanced(),
                "the ledger does not add up: " + bench.events().ledger());
    }

    /// A state that is final stays as it is.
    private void watch() {
        for (var run : runs()) {
            if (run.state().isFinal()) {
                var was = ended.putIfAbsent(run.id(), run.state().name());
                require(was == null || was.equals(run.state().name()), was + " became " + run.state());
            }
        }
    }

    private void note(String what) {
        course.add(what);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what + "\n" + String.join("\n", course));
        }
    }
}
