package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.engine.Fixes;
import io.signalbox.engine.Known;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `check FLOW…`: every problem with its place and what to do, and what a file alone cannot tell.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", arity = "1..*", descriptionKey = "param.flows")
    private List<Path> files = List.of();

    CheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var read = new FlowFiles(options.language);
        var connectors = Connectors.found();
        var fixes = new Fixes(connectors, Known.nothing());
        var check = Wiring.check(connectors);
        var words = Texts.of(Problem.class, options.language);
        var found = new ArrayList<Value>();
        var unasked = new TreeSet<String>();
        boolean readable = true;
        for (var file : files) {
            Flow flow;
            try {
                flow = read.flow(file);
            } catch (Shell.Stop broken) {
                // The others are told of all the same.
                shell.complain(broken.text());
                readable = false;
                continue;
            }
            flow.nodes().values().stream()
                    .flatMap(
                            node -> Stream.of(node.connection(), node.settings().text("connection")))
                    .filter(name -> !name.isBlank())
                    .forEach(unasked::add);
            for (var problem : check.in(flow)) {
                var repair = fixes.of(flow, problem).map(fix -> fix.text(flow, words));
                found.add(ProblemView.of(file.toString(), problem, repair.orElse(""), words));
            }
        }
        if (options.json) {
            shell.print(new Value.Items(found));
        } else if (found.isEmpty() && readable) {
            shell.say(Shell.texts(options.language).text("check.none", files.size()));
        } else {
            found.forEach(problem -> shell.say(ProblemView.line(problem)));
        }
        if (!unasked.isEmpty()) {
            shell.complain(Shell.texts(options.language).text("check.unasked", String.join(", ", unasked)));
        }
        return !readable ? Shell.UNUSABLE : found.isEmpty() ? Shell.YES : Shell.NO;
    }
}
