package io.signalbox.app;

import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `backup`: a verified copy of the workspace's database, also while its owner runs.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FILE", descriptionKey = "backup.file")
    private Path file = Path.of("");

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("backup"))
                        .with("file", Value.of(file.toAbsolutePath().toString())));
        if (options.json) {
            shell.print(answer.asFields().without("ok"));
        } else {
            shell.say(Shell.texts(options.language)
                    .text(
                            "backup.made",
                            answer.at("file").asText(),
                            answer.at("flows").asText(),
                            answer.at("events").asText(),
                            answer.at("runs").asText()));
        }
        return Shell.YES;
    }
}
