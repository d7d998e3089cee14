package io.signalbox.app;

import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run FLOW [--payload FILE]`: starts a flow by hand, in the process that executes the workspace.
@Command(name = "run")
final class RunCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", descriptionKey = "run.flow")
    private String flow = "";

    @Option(names = "--payload", paramLabel = "FILE", descriptionKey = "run.payload")
    private Optional<Path> payload = Optional.empty();

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("run"), "flow", Value.of(flow)).with("payload", payload()));
        boolean matched = !answer.at("matched").asItems().isEmpty();
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
        } else {
            shell.say(Shell.texts(options.language)
                    .text(
                            matched ? "run.started" : "run.not-matched",
                            flow,
                            answer.at("eventId").asText()));
        }
        return matched ? Shell.YES : Shell.NO;
    }

    private Value payload() {
        return payload.<Value>map(
                        file -> new FlowFiles(options.language).json(file).asFields())
                .orElseGet(Value.Fields::empty);
    }
}
