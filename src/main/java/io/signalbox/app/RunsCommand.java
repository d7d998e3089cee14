package io.signalbox.app;

import io.signalbox.flow.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `runs list|show|retry`.
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    RunsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return list(options, "", "", "", "", 50);
    }

    @Command(name = "list")
    int list(
            @Mixin Options options,
            @Option(names = "--flow", paramLabel = "FLOW", defaultValue = "", descriptionKey = "runs.flow") String flow,
            @Option(names = "--state", paramLabel = "STATE", defaultValue = "", descriptionKey = "runs.state")
                    String state,
            @Option(names = "--from", paramLabel = "TIME", defaultValue = "", descriptionKey = "runs.from") String from,
            @Option(names = "--cursor", paramLabel = "ID", defaultValue = "", descriptionKey = "list.cursor")
                    String cursor,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "list.limit")
                    int limit) {
        var answer = Owner.run(
                options,
                RunLines.asked("runs.list", cursor, limit)
                        .with("flow", Value.of(flow))
                        .with("state", Value.of(state))
                        .with("from", Value.of(from)));
        new RunLines(shell, options).runs(answer);
        return Shell.YES;
    }

    @Command(name = "show")
    int show(@Mixin Options options, @Parameters(paramLabel = "ID", descriptionKey = "runs.id") String id) {
        var answer = Owner.run(options, RunLines.asked("runs.show", id));
        new RunLines(shell, options).run(answer.at("run"));
        return Shell.YES;
    }

    @Command(name = "retry")
    int retry(
            @Mixin Options options,
            @Parameters(paramLabel = "ID", descriptionKey = "runs.id") String id,
            @Option(names = "--as-new", descriptionKey = "dead.as-new") boolean asNew) {
        var answer = Owner.run(options, RunLines.asked("runs.retry", id).with("asNew", Value.of(asNew)));
        new RunLines(shell, options).said(answer, "dead.replayed", "replayed");
        return Shell.YES;
    }
}
