package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Decisions;
import io.signalbox.engine.Deliveries;
import io.signalbox.engine.Engine;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Health;
import io.signalbox.engine.HookGuard;
import io.signalbox.engine.Housekeeping;
import io.signalbox.engine.LedgerWatch;
import io.signalbox.engine.Listening;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Poller;
import io.signalbox.engine.Pulse;
import io.signalbox.engine.Replay;
import io.signalbox.engine.Retention;
import io.signalbox.engine.RunRecord;
import io.signalbox.engine.RunStore.Settlement;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.engine.Timekeeper;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.http.Listener;
import io.signalbox.http.Service;
import io.signalbox.http.WebServer;
import io.signalbox.metrics.Prometheus;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The executor of a workspace: off until started, the same in the designer and in `serve`.
final class Executor implements Listening, Replay, Decisions, AutoCloseable {
    private final Workspace workspace;
    private final Connectors connectors;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Language language;
    private final LiveFlows live;
    private final SendGate gate;
    private final Prometheus meters = new Prometheus();
    private final Instruments instruments;
    private final Address address;
    /// Removes what was kept long enough, listening or not: what was accepted grows old in either case.
    private final Pulse housekeeping;
    private @Nullable Running running;
    private int listenAt;
    private volatile Status status = new Status(false, "", "");

    /// @param port 0 for any free one
    /// @param control the token of the control file
    /// @param command runs a command of the workspace
    record Address(String bind, int port, Secret control, UnaryOperator<Value> command) {}

    private record Running(Engine engine, LedgerWatch watch, WebServer server, Timekeeper timekeeper, Pulse pulse) {}

    Executor(
            Workspace workspace,
            Connectors connectors,
            Gateway gateway,
            Address address,
            Language language,
            InstantSource clock,
            SecureRandom random) {
        this.workspace = workspace;
        this.connectors = connectors;
        this.address = address;
        this.listenAt = address.port();
        this.language = language;
        this.clock = clock;
        this.random = random;
        this.live = new LiveFlows(workspace.flows(), connectors);
        this.gate = Wiring.gate(workspace, gateway, connectors, live, meters, clock);
        this.instruments = new Instruments(workspace, meters, clock);
        this.housekeeping = new Pulse(List.of(housekeeping()::tick));
        housekeeping.start();
    }

    LiveFlows live() {
        return live;
    }

    SendGate gate() {
        return gate;
    }

    /// The message templates of each connection, and the way to fetch them anew.
    TemplateShelf shelf() {
        return Wiring.shelf(workspace, connectors, gate, clock);
    }

    /// What is at work now; empty while the executor is off.
    synchronized Optional<Engine> engine() {
        return Optional.ofNullable(running).map(Running::engine);
    }

    /// What takes events: at work, or, where the executor is off, storing them for its next start.
    synchronized Engine engineOrIdle() {
        return engine().orElseGet(() -> {
            live.reload();
            return Wiring.idle(workspace, connectors, live, gate, new Engine.World(clock, Executor::steady, random));
        });
    }

    /// Runs a command of the workspace.
    UnaryOperator<Value> commands() {
        return address.command();
    }

    /// The port it listens at; 0 when it does not.
    synchronized int port() {
        return running == null ? 0 : running.server().port();
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public synchronized Status start() {
        if (running != null) {
            return status;
        }
        // One generator for each thread would be safer in theory; jitter and ids need no more than this lock.
        var chance = new LockedRandom(new SplittableRandom(random.nextLong()));
        var engine = new Engine(
                meters.around(workspace.stores()),
                connectors,
                live,
                gate,
                new Engine.World(clock, Executor::steady, chance));
        engine.prepare();
        var watch = new LedgerWatch(workspace.events(), clock);
        var server = Listener.full(
                address.bind(), listenAt, service(engine, watch), address.control(), address.command(), language);
        try {
            server.start();
        } catch (IOException taken) {
            status = new Status(false, "", Shell.texts(language).text("port.taken", listenAt));
            return status;
        }
        engine.start();
        gate.settings().setOnRelease(() -> engine.loop().due(clock.instant()));
        watch.start();
        var timekeeper = timekeeper(engine, chance);
        var pulse = new Pulse(List.of(timekeeper::tick));
        pulse.start();
        running = new Running(engine, watch, server, timekeeper, pulse);
        status = new Status(true, "http://" + address.bind() + ":" + server.port(), "");
        return status;
    }

    /// Polls do not wait for their turn.
    synchronized void pollSoon() {
        if (running != null) {
            running.timekeeper().pollSoon();
        }
    }

    private Timekeeper timekeeper(Engine engine, RandomGenerator chance) {
        var poller = new Poller(workspace.accounts(), connectors, gate, engine.breakers(), clock);
        return new Timekeeper(
                live,
                workspace.triggers(),
                engine.inbox(),
                poller,
                poll -> Thread.ofVirtual().name("poll").start(poll),
                clock,
                chance);
    }

    private Housekeeping housekeeping() {
        return new Housekeeping(
                workspace.clearance(),
                () -> Retention.of(workspace.preferences().all()),
                clock);
    }

    @Override
    public synchronized Status startAt(int port) {
        stop();
        listenAt = port;
        return start();
    }

    @Override
    public synchronized Status stop() {
        if (running != null) {
            running.watch().close();
            running.server().close();
            running.pulse().close();
            running.engine().close();
            running = null;
        }
        status = new Status(false, "", "");
        return status;
    }

    @Override
    public synchronized Outcome again(RunRecord run) {
        if (running == null) {
            return Outcome.NOT_LISTENING;
        }
        return running.engine().inbox().again(run) ? Outcome.STARTED : Outcome.NOT_MATCHED;
    }

    @Override
    public synchronized Outcome byHand(String flow) {
        if (running == null) {
            return Outcome.NOT_LISTENING;
        }
        var receipt = running.engine().inbox().manual(flow, Value.Fields.empty());
        return receipt.filter(stored -> !stored.matched().isEmpty()).isPresent()
                ? Outcome.STARTED
                : Outcome.NOT_MATCHED;
    }

    @Override
    public boolean resolve(String run, Settlement settlement) {
        return engineOrIdle().desk().resolve(run, settlement);
    }

    @Override
    public boolean cancel(String run) {
        return engineOrIdle().desk().cancel(run);
    }

    private Service service(Engine engine, LedgerWatch watch) {
        return new Service(
                engine.inbox(),
                live,
                workspace.flows(),
                Wiring.check(workspace, connectors),
                connectors,
                workspace.accounts(),
                new HookGuard(workspace.accounts(), connectors, gate, clock),
                new Deliveries(workspace.deliveries(), workspace.runs(), engine.desk(), connectors, clock),
                workspace.tokens(),
                workspace.events(),
                workspace.runs(),
                workspace.archive(),
                engine.dead(),
                workspace.audit(),
                new Health(workspace.vitals(), workspace::health, watch::fault, instruments::brokenAudit, clock),
                meters,
                () -> instruments.page(watch.fault()),
                Main.version(),
                clock);
    }

    @Override
    public synchronized Optional<String> ledgerFault() {
        return running == null ? Optional.empty() : running.watch().fault();
    }

    @Override
    public void close() {
        stop();
        housekeeping.close();
        meters.close();
    }

    static Instant steady() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    private static final class LockedRandom implements RandomGenerator {
        private final RandomGenerator random;

        LockedRandom(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public synchronized long nextLong() {
            return random.nextLong();
        }
    }
}
