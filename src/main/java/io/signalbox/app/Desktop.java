package io.signalbox.app;

import io.signalbox.access.Accounts;
import io.signalbox.connector.Connectors;
import io.signalbox.designer.Desk;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.Directories;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.FlowStore;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.Listening;
import io.signalbox.engine.PreferenceStore;
import io.signalbox.engine.Preview;
import io.signalbox.engine.StoreException;
import io.signalbox.engine.StoredFlow;
import io.signalbox.engine.Tryout;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.http.Listener;
import io.signalbox.http.ReleaseFeed;
import io.signalbox.http.RemoteServer;
import io.signalbox.http.WebServer;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import io.signalbox.sandbox.Arrived;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands behind the window: the workspace with its executor, the stand-ins that the example talks to, and the
/// door for commands. Opening and closing may take a second; never on the FX thread.
final class Desktop implements AutoCloseable, Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    private static final int LISTEN_PORT = 8085;

    private static final String PORT = "listen.port";

    /// Where the example's connections point; the same as `signalbox sandbox` uses.
    private static final int SANDBOX_PORT = 8090;

    private final Workspace workspace;
    private final Gateway gateway;
    private final Executor executor;
    private final WebServer control;
    private final Desk desk;
    private final InstantSource clock;
    private final Upkeep upkeep;
    private volatile Consumer<Optional<String>> onShow = _ -> {};
    private @Nullable Sandbox sandbox;

    private Desktop(Workspace workspace, Gateway gateway, Language language, SecureRandom random, InstantSource clock)
            throws IOException {
        this.workspace = workspace;
        this.gateway = gateway;
        this.clock = clock;
        int port = port(workspace.preferences().all().getOrDefault(PORT, ""));
        var connectors = Connectors.found();
        var token = ControlFile.newToken(random);
        executor = Wiring.executor(workspace, connectors, gateway, "127.0.0.1", port, token, language, clock, random);
        var commands = new WorkspaceCommands(
                workspace, connectors, executor.gate(), executor.live()::reload, executor::engineOrIdle, clock);
        control = Listener.control(
                workspace.tokens(),
                token,
                command -> ShowRequest.of(command).map(this::show).orElseGet(() -> commands.run(command)),
                language);
        control.start();
        ControlFile.here(control.port(), token).write(workspace.folder());
        executor.live().reload();
        var tryout = new Tryout(connectors, executor.gate(), clock);
        // The first minute belongs to whoever opened the window.
        upkeep = new Upkeep(workspace, clock, Duration.ofMinutes(1));
        desk = new Desk(
                new ReloadingFlows(workspace.flows(), executor.live()::reload),
                workspace.accounts(),
                workspace.groups(),
                new ConnectionTest(workspace.accounts(), connectors, executor.gate(), clock),
                this::arrivals,
                message ->
                        openStandIns().map(there -> tryout.send(message, there)).orElseGet(Tryout.Answer.Closed::new),
                workspace.events(),
                workspace.runs(),
                workspace.archive(),
                () -> executor.engineOrIdle().dead(),
                workspace.incidents(),
                connectors,
                new Preview(connectors, workspace.accounts()::find),
                Wiring.check(workspace, connectors),
                new Directories(workspace.accounts(), connectors, executor.gate(), clock),
                this,
                executor,
                executor,
                executor.gate().settings(),
                workspace.contacts(),
                executor.shelf(),
                new WorkspaceCopies(workspace, random, clock),
                new ReleaseFeed(gateway, workspace.preferences(), Main.version(), clock),
                (url, secret) -> new RemoteServer(gateway, url, secret),
                clock);
    }

    /// Empty when another process owns the workspace.
    static Optional<Desktop> open(Path folder, Language language) throws IOException {
        var random = new SecureRandom();
        var clock = InstantSource.system();
        restoreWhatLiesReady(new Restoring(folder, random, clock.instant()));
        var opened = Workspace.open(folder, random, clock);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        var gateway = Wiring.gateway(Set.of("127.0.0.1:" + SANDBOX_PORT, "127.0.0.1:" + (SANDBOX_PORT + 1)));
        return Optional.of(new Desktop(opened.get(), gateway, language, random, clock));
    }

    /// A copy that cannot be restored leaves the database as it was.
    private static void restoreWhatLiesReady(Restoring restoring) throws IOException {
        try {
            restoring
                    .takeReady()
                    .ifPresent(restored -> LOG.info(
                            "a backup was restored; what was there before lies in {}",
                            restored.aside().map(Path::toString).orElse("")));
        } catch (StoreException unusable) {
            LOG.error("the backup that lay ready cannot be restored; the workspace is as it was", unusable);
        }
    }

    Desk desk() {
        return desk;
    }

    /// What a person likes; the look of the first picture is also kept where the next start finds it.
    PreferenceStore preferences() {
        return new FirstLook(workspace.folder()).with(workspace.preferences());
    }

    private static int port(String stored) {
        try {
            return Integer.parseInt(stored);
        } catch (NumberFormatException _) {
            return LISTEN_PORT;
        }
    }

    /// @param show told, on any thread, that a second start wants to see the window, with the flow it wants opened
    void setOnShow(Consumer<Optional<String>> show) {
        onShow = show;
    }

    private Value show(ShowRequest request) {
        try {
            var flow =
                    request.file().isPresent() ? Optional.of(take(request.file().get())) : Optional.<String>empty();
            onShow.accept(flow);
            return Value.fields("ok", Value.of(true));
        } catch (IOException unreadable) {
            return Value.fields("ok", Value.of(false), "message", Value.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /// A sample flow with its connections to the stand-ins, taken in when it is not there.
    synchronized StoredFlow sample(Flow sample) throws FlowChangedElsewhere {
        var stored = sample(sample, workspace.flows(), workspace.accounts(), "http://127.0.0.1:" + SANDBOX_PORT);
        openSandbox();
        return stored;
    }

    /// @param sandbox where the stand-ins answer
    static StoredFlow sample(Flow sample, FlowStore flows, Accounts accounts, String sandbox)
            throws FlowChangedElsewhere {
        SampleAccounts.saveMissing(accounts, sample, sandbox);
        if (flows.find(sample.id()).isEmpty()) {
            flows.save(sample, 0);
        }
        return flows.find(sample.id()).orElseThrow();
    }

    /// A flow that is here already is opened; a changed one comes in beside it.
    String take(Path file) throws IOException {
        Flow flow;
        try {
            flow = FlowJson.read(Files.readString(file));
        } catch (UnreadableFlow problem) {
            throw new IOException(file + ": " + problem.getMessage(), problem);
        }
        var id = flow.id();
        for (int n = 2; ; n++) {
            var there = workspace.flows().find(id);
            if (there.isEmpty()) {
                save(flow.withId(id));
                return id;
            }
            if (there.get().flow().equals(flow.withId(id))) {
                return id;
            }
            id = flow.id() + "-" + n;
        }
    }

    private void save(Flow flow) {
        try {
            workspace.flows().save(flow, 0);
        } catch (FlowChangedElsewhere taken) {
            throw new IllegalStateException("an id that was free is taken", taken);
        }
    }

    @Override
    public Optional<String> ledgerFault() {
        return executor.ledgerFault();
    }

    @Override
    public Status status() {
        return executor.status();
    }

    @Override
    public synchronized Status start() {
        openSandbox();
        return executor.start();
    }

    @Override
    public synchronized Status startAt(int port) {
        openSandbox();
        var status = executor.startAt(port);
        if (status.on()) {
            workspace.preferences().save(Map.of(PORT, Integer.toString(port)));
        }
        return status;
    }

    @Override
    public synchronized Status stop() {
        return executor.stop();
    }

    /// The example's messages need somebody to arrive at. Where the port is taken, `signalbox sandbox` runs already.
    private void openSandbox() {
        boolean wanted = workspace.accounts().all().stream()
                .anyMatch(account -> account.value("base-url").contains("127.0.0.1:" + SANDBOX_PORT));
        if (wanted) {
            openStandIns();
        }
    }

    private synchronized Optional<Sandbox> openStandIns() {
        if (sandbox != null) {
            return Optional.of(sandbox);
        }
        try {
            sandbox = new Sandbox(SANDBOX_PORT, clock);
        } catch (IOException taken) {
            LOG.info("port {} is taken; the stand-ins are expected there", SANDBOX_PORT, taken);
        }
        return Optional.ofNullable(sandbox);
    }

    private synchronized List<Arrived> arrivals() {
        return sandbox == null ? List.of() : sandbox.messages();
    }

    @Override
    public synchronized void close() {
        upkeep.close();
        executor.close();
        control.close();
        if (sandbox != null) {
            sandbox.close();
        }
        try {
            ControlFile.remove(workspace.folder());
        } catch (IOException failure) {
            LOG.warn("the control file stays behind in {}", workspace.folder(), failure);
        }
        workspace.close();
        gateway.close();
    }
}
