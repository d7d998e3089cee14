package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.engine.StoreException;
import io.signalbox.http.HttpGateway;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `serve`: the executor as a service, until stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "serve.port")
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
        var texts = Shell.texts(options.language);
        var random = new SecureRandom();
        var clock = InstantSource.system();
        try (var gateway = new HttpGateway(new LinkedHashSet<>(allowed));
                var workspace = Workspace.open(options.data, random, clock)
                        .orElseThrow(() ->
                                new Shell.Stop(Shell.NO_WORKSPACE, texts.text("workspace.owned", options.data)))) {
            return serve(workspace, gateway, random, clock);
        } catch (IOException | StoreException failure) {
            var cause = failure.getCause() == null ? failure : failure.getCause();
            throw new Shell.Stop(
                    Shell.NO_WORKSPACE,
                    texts.text("workspace.failed", options.data, String.valueOf(cause.getMessage())));
        }
    }

    private int serve(Workspace workspace, HttpGateway gateway, SecureRandom random, InstantSource clock)
            throws IOException, InterruptedException {
        var texts = Shell.texts(options.language);
        var token = ControlFile.newToken(random);
        try (var executor = Wiring.executor(
                workspace, Connectors.found(), gateway, bind, port, token, options.language, clock, random)) {
            var status = executor.start();
            if (!status.on()) {
                throw new Shell.Stop(Shell.NO, status.problem());
            }
            new ControlFile(executor.port(), token).write(workspace.folder());
            shell.say(texts.text("serve.at", status.address(), options.data));
            shell.out().flush();
            awaitStop();
            executor.stop();
            ControlFile.remove(workspace.folder());
            return Shell.YES;
        }
    }

    /// Until the process is asked to end; the ending then waits until everything is put away.
    private static void awaitStop() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var serving = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            asked.countDown();
            try {
                serving.join(TimeUnit.SECONDS.toMillis(45));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        asked.await();
    }
}
