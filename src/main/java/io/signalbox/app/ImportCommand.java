package io.signalbox.app;

import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import FLOW…`: flow files into a workspace, all or none.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", arity = "1..*", descriptionKey = "param.flows")
    private List<Path> files = List.of();

    @Option(names = "--enable", descriptionKey = "import.enable")
    private boolean enable;

    @Option(names = "--bind", paramLabel = "OLD=NEW", descriptionKey = "import.bind")
    private Map<String, String> bind = Map.of();

    ImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var texts = Shell.texts(options.language);
        var flows = new ArrayList<Value>();
        for (var file : files) {
            flows.add(Value.fields("file", Value.of(file.toString()), "text", Value.of(Shell.read(file, texts))));
        }
        var names = new LinkedHashMap<String, Value>();
        bind.forEach((from, to) -> names.put(from, Value.of(to)));
        var answer = Owner.run(
                options,
                Value.fields("command", Value.of("import"), "flows", new Value.Items(flows))
                        .with("enable", Value.of(enable))
                        .with("bind", new Value.Fields(names)));
        if (options.json) {
            shell.print(answer);
        } else {
            for (var problem : answer.at("problems").asItems()) {
                shell.complain(ProblemView.line(problem));
            }
            shell.say(
                    Owner.isOk(answer)
                            ? texts.text(
                                    enable ? "import.on" : "import.off",
                                    answer.at("flows").asText())
                            : answer.at("message").asText());
        }
        return Owner.isOk(answer) ? Shell.YES : Shell.NO;
    }
}
