package io.signalbox.app;

import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Sandbox;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sandbox`: the vendors' stand-ins, until stopped.
@Command(name = "sandbox")
final class SandboxCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Options.PortConverter.class,
            descriptionKey = "sandbox.port")
    private int port = 8090;

    SandboxCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        var texts = Shell.texts(options.language);
        try (var sandbox = new Sandbox(port, InstantSource.system())) {
            if (options.json) {
                var vendors = Value.texts(sandbox.vendors());
                shell.say(Json.write(Value.fields("address", Value.of(sandbox.url()), "vendors", vendors)));
            } else {
                shell.say(texts.text("sandbox.at", sandbox.url(), String.join(", ", sandbox.vendors())));
            }
            shell.out().flush();
            var stop = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(stop::countDown));
            stop.await();
            return Shell.YES;
        } catch (IOException taken) {
            throw new Shell.Stop(Shell.NO, texts.text("port.taken", port) + " " + texts.text("port.choose"));
        }
    }
}
