package io.signalbox.engine;

import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.gate.Contacts;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// The executor's parts, put together once over the stores they are given. First [#prepare], then [#start].
public final class Engine implements AutoCloseable {
    /// What is kept, and where.
    public record Stores(
            EventLog events,
            RunStore runs,
            DeadRows dead,
            Recovery recovery,
            Incidents incidents,
            AtWork atWork,
            FlowStore flows,
            Accounts accounts,
            Contacts contacts,
            StepKeys keys) {}

    /// What comes from the world.
    ///
    /// @param clock on the wall: what is kept goes by it
    /// @param steady never jumps: waiting inside the process goes by it
    /// @param random safe for use by several threads
    /// @param crew does the work
    public record World(InstantSource clock, InstantSource steady, RandomGenerator random, Crew crew) {
        public World(InstantSource clock, InstantSource steady, RandomGenerator random) {
            this(clock, steady, random, Crew.ofVirtualThreads());
        }
    }

    private final Stores stores;
    private final LiveFlows live;
    private final Admission admission;
    private final Breakers breakers;
    private final RunLoop loop;
    private final Inbox inbox;
    private final RunDesk desk;
    private final DeadList dead;
    private final Poison poison;
    private volatile boolean suspicious;

    public Engine(Stores stores, Connectors connectors, LiveFlows live, SendGate gate, World world) {
        this.stores = stores;
        this.live = live;
        var clock = world.clock();
        this.admission = new Admission(Admission.Bounds.STANDARD, world.steady());
        this.breakers = new Breakers(world.steady(), world.random());
        var writer = new RunWriter(stores.runs());
        var steps = new StepWorker(
                writer,
                stores.accounts(),
                connectors,
                gate,
                breakers,
                stores.keys(),
                RetryPolicy.STANDARD,
                clock,
                world.random());
        var worker = new RunWorker(live, writer, steps, gate, clock);
        var vigil = new Vigil(stores.recovery(), breakers, stores.incidents(), clock, world.steady(), world.random());
        var ids = new Ids(clock, world.random());
        this.loop = new RunLoop(worker, stores.runs(), stores.atWork(), admission, vigil, world.crew(), clock);
        this.inbox = new Inbox(stores.events(), live, loop, admission, stores.contacts(), ids, clock);
        this.desk = new RunDesk(stores.runs(), loop, admission, clock);
        this.dead = new Replays(stores.dead(), stores.runs(), stores.events(), live, loop, admission, ids, clock);
        live.setOnWake(() -> loop.due(clock.instant()));
        this.poison = new Poison(stores.atWork(), stores.recovery(), stores.incidents(), stores.flows(), clock);
    }

    /// Sets right what a former process left, before anything comes in.
    public void prepare() {
        suspicious = poison.find();
        live.reload();
        admission.begin(stores.recovery().backlog());
    }

    /// Takes up what was left unfinished, then watches the clock.
    public void start() {
        takeUp();
        loop.watch();
    }

    /// After a death at work, those who may have caused it first and alone.
    public void takeUp() {
        if (suspicious) {
            loop.quarantine();
        } else {
            loop.takeUp();
        }
    }

    public Inbox inbox() {
        return inbox;
    }

    public RunDesk desk() {
        return desk;
    }

    public DeadList dead() {
        return dead;
    }

    public Admission admission() {
        return admission;
    }

    public Breakers breakers() {
        return breakers;
    }

    public RunLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        loop.close();
    }
}
