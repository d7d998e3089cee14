package io.signalbox.app;

import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dead list|show|replay|discard`: runs that were given up and wait for a decision.
@Command(name = "dead")
final class DeadCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    DeadCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return list(options, "", "", "", 50);
    }

    @Command(name = "list")
    int list(
            @Mixin Options options,
            @Option(names = "--flow", paramLabel = "FLOW", defaultValue = "", descriptionKey = "runs.flow") String flow,
            @Option(names = "--reason", paramLabel = "REASON", defaultValue = "", descriptionKey = "dead.reason")
                    String reason,
            @Option(names = "--cursor", paramLabel = "ID", defaultValue = "", descriptionKey = "list.cursor")
                    String cursor,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "list.limit")
                    int limit) {
        var answer = Owner.run(
                options,
                RunLines.asked("dead.list", cursor, limit)
                        .with("flow", Value.of(flow))
                        .with("reason", Value.of(reason)));
        new RunLines(shell, options).runs(answer);
        return Shell.YES;
    }

    @Command(name = "show")
    int show(@Mixin Options options, @Parameters(paramLabel = "ID", descriptionKey = "runs.id") String id) {
        var answer = Owner.run(options, RunLines.asked("runs.show", id));
        new RunLines(shell, options).run(answer.at("run"));
        return Shell.YES;
    }

    @Command(name = "replay")
    int replay(
            @Mixin Options options,
            @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "runs.id") List<String> ids,
            @Option(names = "--as-new", descriptionKey = "dead.as-new") boolean asNew,
            @Option(names = "--payload", paramLabel = "FILE", descriptionKey = "dead.payload") @Nullable Path payload) {
        var command = Value.fields("command", Value.of("dead.replay"), "ids", Value.texts(ids))
                .with("asNew", Value.of(asNew));
        var edited = payload == null ? command : command.with("data", new FlowFiles(options.language).json(payload));
        new RunLines(shell, options).said(Owner.run(options, edited), "dead.replayed", "replayed");
        return Shell.YES;
    }

    @Command(name = "discard")
    int discard(
            @Mixin Options options,
            @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "runs.id") List<String> ids) {
        var answer = Owner.run(options, Value.fields("command", Value.of("dead.discard"), "ids", Value.texts(ids)));
        new RunLines(shell, options).said(answer, "dead.discarded", "discarded");
        return Shell.YES;
    }
}
