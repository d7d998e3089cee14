package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.connector.fracttal.HubDocument;
import io.signalbox.designer.Speech;
import io.signalbox.designer.canvas.FlowPicture;
import io.signalbox.designer.telling.FlowTelling;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.UnreadableFlow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `export FLOW`: a flow of the workspace, or of a file, as a file without secrets, as a picture, or in
/// sentences.
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", descriptionKey = "export.flow")
    private String flow = "";

    /// Formats a flow can leave in.
    enum Format {
        signalbox("signalbox"),
        hub("fracttal-hub"),
        svg("svg"),
        text("text");

        private final String key;

        Format(String key) {
            this.key = key;
        }

        /// As it is written on the command line.
        @Override
        public String toString() {
            return key;
        }
    }

    /// Reads a format by its written name.
    static final class ByKey implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Arrays.stream(Format.values())
                    .filter(format -> format.key.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("“" + text + "”: "
                            + Arrays.stream(Format.values())
                                    .map(Format::toString)
                                    .collect(Collectors.joining(", "))));
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "signalbox",
            converter = ByKey.class,
            descriptionKey = "export.format")
    private Format format = Format.signalbox;

    ExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var asked = NodeId.isValid(flow) ? ofWorkspace() : new FlowFiles(options.language).flow(Path.of(flow));
        return switch (format) {
            case signalbox -> print(FlowJson.write(asked));
            case hub -> hub(asked);
            case svg -> print(FlowPicture.of(asked, Connectors.found(), Speech.in(options.language)));
            case text -> print(FlowTelling.of(asked, Connectors.found(), options.language));
        };
    }

    private Flow ofWorkspace() {
        var answer = Owner.run(options, Value.fields("command", Value.of("export"), "flow", Value.of(flow)));
        try {
            return FlowJson.read(answer.at("text").asText());
        } catch (UnreadableFlow broken) {
            throw new IllegalStateException("a stored flow cannot be read", broken);
        }
    }

    private int print(String whole) {
        shell.out().print(whole);
        return Shell.YES;
    }

    /// The document on standard output, what it lacks on the other one.
    private int hub(Flow asked) {
        var made = HubDocument.of(asked);
        shell.out().println(Json.pretty(made.document()));
        var texts = Shell.texts(options.language);
        shell.complain(texts.text("hub.unverified"));
        made.differing()
                .forEach(note -> shell.complain(
                        texts.text("hub.differing", note.node(), texts.text("hub." + note.key()), note.part())));
        made.refused()
                .forEach(note -> shell.complain(
                        texts.text("hub.refused", note.node(), texts.text("hub." + note.key()), note.part())));
        return made.refused().isEmpty() ? Shell.YES : Shell.NO;
    }
}
