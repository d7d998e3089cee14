package io.signalbox.app;

import io.signalbox.flow.Value;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export FLOW`: a flow of the workspace as a file, without secrets.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", descriptionKey = "export.flow")
    private String flow = "";

    /// Formats a flow can leave in.
    enum Format {
        signalbox
    }

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "signalbox", descriptionKey = "export.format")
    private Format format = Format.signalbox;

    ExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var answer = Owner.run(options, Value.fields("command", Value.of("export"), "flow", Value.of(flow)));
        switch (format) {
            case signalbox -> shell.out().print(answer.at("text").asText());
        }
        return Shell.YES;
    }
}
