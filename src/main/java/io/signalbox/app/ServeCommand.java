package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.http.Listener;
import io.signalbox.http.WebServer;
import io.signalbox.json.Json;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `serve`: the executor as a service, until stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--port", paramLabel = "N", converter = Options.PortConverter.class, descriptionKey = "serve.port")
    private int port = 8085;

    @Option(names = "--bind", paramLabel = "ADDRESS", descriptionKey = "serve.bind")
    private String bind = "127.0.0.1";

    @Option(names = "--allow-host", paramLabel = "HOST:PORT", descriptionKey = "serve.allow-host")
    private List<String> allowed = List.of();

    ServeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        JsonLines.install();
        var texts = Shell.texts(options.language);
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var ending = Ending.inOrder();
        try (var gateway = Wiring.gateway(new LinkedHashSet<>(allowed));
                var workspace = Workspace.open(options.data, random, clock).orElseThrow(() -> owned(texts))) {
            return serve(workspace, gateway, ending, random, clock);
        } catch (IOException | StoreException failure) {
            throw new Shell.Stop(Shell.NO_WORKSPACE, Unopened.words(texts, options.data, failure));
        } finally {
            ending.isPutAway();
        }
    }

    private Shell.Stop owned(Texts texts) {
        long pid = ControlFile.read(options.data).map(ControlFile::pid).orElse(0L);
        return new Shell.Stop(
                Shell.NO_WORKSPACE,
                pid == 0
                        ? texts.text("workspace.owned", options.data)
                        : texts.text("workspace.owned-by", options.data, pid));
    }

    private int serve(Workspace workspace, Gateway gateway, Ending ending, SecureRandom random, InstantSource clock)
            throws IOException, InterruptedException {
        var texts = Shell.texts(options.language);
        var token = ControlFile.newToken(random);
        try (var executor = Wiring.executor(
                workspace, Connectors.found(), gateway, bind, port, token, options.language, clock, random)) {
            var status = executor.start();
            if (!status.on()) {
                throw new Shell.Stop(Shell.NO, status.problem() + " " + texts.text("port.choose"));
            }
            try (var control = Control.of(this, workspace, executor, token)) {
                ControlFile.here(control.port(), token).write(workspace.folder());
                workspace
                        .repaired()
                        .ifPresent(repaired -> shell.complain(
                                texts.text("database.repaired", repaired.from(), repaired.until(), repaired.aside())));
                tell(status.address(), texts);
                var upkeep = new Upkeep(workspace, clock, Duration.ZERO);
                ending.await();
                upkeep.stop();
                executor.stop();
                upkeep.close();
                ControlFile.remove(workspace.folder());
            }
            return Shell.YES;
        }
    }

    private void tell(String address, Texts texts) {
        if (options.json) {
            var data = Value.of(options.data.toString());
            shell.say(Json.write(Value.fields("address", Value.of(address), "data", data)));
        } else {
            shell.say(texts.text("serve.at", address, options.data));
        }
        shell.out().flush();
    }

    /// Where commands of this machine come in: at the port itself, or at one of its own where that is not on loopback.
    private record Control(int port, Optional<WebServer> own) implements AutoCloseable {
        private static final Set<String> WITH_LOOPBACK = Set.of("127.0.0.1", "localhost", "0.0.0.0");

        static Control of(ServeCommand serve, Workspace workspace, Executor executor, Secret token) throws IOException {
            if (WITH_LOOPBACK.contains(serve.bind)) {
                return new Control(executor.port(), Optional.empty());
            }
            var server = Listener.control(workspace.tokens(), token, executor.commands(), serve.options.language);
            server.start();
            return new Control(server.port(), Optional.of(server));
        }

        @Override
        public void close() {
            own.ifPresent(WebServer::close);
        }
    }
}
