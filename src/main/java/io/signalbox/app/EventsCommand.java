package io.signalbox.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `events list|show|replay`.
@Command(name = "events")
final class EventsCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    EventsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return list(options, "", 50);
    }

    @Command(name = "list")
    int list(
            @Mixin Options options,
            @Option(names = "--cursor", paramLabel = "ID", defaultValue = "", descriptionKey = "list.cursor")
                    String cursor,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "50", descriptionKey = "list.limit")
                    int limit) {
        var answer = Owner.run(options, RunLines.asked("events.list", cursor, limit));
        new RunLines(shell, options).events(answer);
        return Shell.YES;
    }

    @Command(name = "show")
    int show(@Mixin Options options, @Parameters(paramLabel = "ID", descriptionKey = "events.id") String id) {
        shell.print(Owner.run(options, RunLines.asked("events.show", id)).at("event"));
        return Shell.YES;
    }

    @Command(name = "replay")
    int replay(@Mixin Options options, @Parameters(paramLabel = "ID", descriptionKey = "events.id") String id) {
        var answer = Owner.run(options, RunLines.asked("events.replay", id));
        new RunLines(shell, options).said(answer, "events.replayed", "eventId");
        return Shell.YES;
    }
}
