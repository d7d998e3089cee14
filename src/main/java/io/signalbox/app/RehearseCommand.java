package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.engine.Preview;
import io.signalbox.engine.Rehearsal;
import io.signalbox.engine.TraceView;
import io.signalbox.flow.Event;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rehearse FLOW`: past events through a flow, sending nothing; with `--against` how two versions differ.
@Command(name = "rehearse")
final class RehearseCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", descriptionKey = "param.flow")
    private Path file = Path.of("");

    @Option(names = "--events", paramLabel = "DIR", descriptionKey = "rehearse.events")
    private @Nullable Path folder;

    @Option(names = "--against", paramLabel = "FLOW2", descriptionKey = "rehearse.against")
    private @Nullable Path against;

    RehearseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var read = new FlowFiles(options.language);
        var flow = read.flow(file);
        var connectors = Connectors.found();
        var rehearsal = new Rehearsal(new Preview(connectors, name -> Optional.empty()), connectors);
        var events = folder == null ? stored(flow) : fromFolder(read, flow, folder);
        var rehearsed = rehearsal.of(flow, events);
        List<Rehearsal.Difference> differences =
                against == null ? List.of() : Rehearsal.between(rehearsed, rehearsal.of(read.flow(against), events));
        var shown = shown(rehearsed, differences);
        if (options.json) {
            shell.print(shown);
        } else {
            say(shown);
        }
        return Shell.YES;
    }

    private List<Rehearsal.Past> stored(Flow flow) {
        var answer = Owner.run(options, Value.fields("command", Value.of("events"), "flow", Value.of(flow.id())));
        var usual = PreviewCommand.sampleReplies(flow);
        var events = new ArrayList<Rehearsal.Past>();
        for (var stored : answer.at("events").asItems()) {
            var replies = new LinkedHashMap<>(usual);
            replies.putAll(FlowFiles.replies(stored.at("replies")));
            events.add(new Rehearsal.Past(Event.of(stored.at("event")), replies));
        }
        return events;
    }

    private static List<Rehearsal.Past> fromFolder(FlowFiles read, Flow flow, Path folder) {
        var usual = PreviewCommand.sampleReplies(flow);
        return read.in(folder).stream()
                .map(event -> read.past(event.getFileName().toString(), read.json(event), usual))
                .toList();
    }

    private static Value.Fields shown(List<Rehearsal.Rehearsed> rehearsed, List<Rehearsal.Difference> differences) {
        int messages = rehearsed.stream()
                .flatMap(one -> one.result().stream())
                .mapToInt(result -> result.messages().size())
                .sum();
        var excluded = new LinkedHashMap<String, Integer>();
        for (var one : rehearsed) {
            if (!one.matched()) {
                excluded.merge(
                        one.excludedBy()
                                .map(row -> row.row().path() + " "
                                        + row.row().operator().key() + " "
                                        + row.row().value().asText())
                                .orElse("no trigger for " + one.past().event().type()),
                        1,
                        Integer::sum);
            }
        }
        var clauses = excluded.entrySet().stream()
                .<Value>map(clause ->
                        Value.fields("clause", Value.of(clause.getKey()), "events", Value.of(clause.getValue())))
                .toList();
        var events = rehearsed.stream().<Value>map(RehearseCommand::event).toList();
        var changes = differences.stream()
                .<Value>map(difference -> Value.fields(
                                "event", Value.of(difference.event().id()), "step", Value.of(difference.step()))
                        .with(
                                "kind",
                                Value.of(difference
                                        .kind()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')))
                        .with("before", difference.before())
                        .with("after", difference.after()))
                .toList();
        return Value.fields("events", Value.of(rehearsed.size()))
                .with(
                        "matched",
                        Value.of(rehearsed.stream()
                                .filter(Rehearsal.Rehearsed::matched)
                                .count()))
                .with("messages", Value.of(messages))
                .with("excluded", new Value.Items(clauses))
                .with("perEvent", new Value.Items(events))
                .with("differences", new Value.Items(changes));
    }

    private static Value.Fields event(Rehearsal.Rehearsed one) {
        var fields = Value.fields("event", Value.of(one.past().event().id()), "matched", Value.of(one.matched()));
        if (one.excludedBy().isPresent()) {
            fields = fields.with(
                    "excludedBy", TraceView.conditions(one.excludedBy().get(), true));
        }
        return fields.with(
                "messages",
                Value.of(one.result().map(result -> result.messages().size()).orElse(0)));
    }

    private void say(Value shown) {
        var texts = Shell.texts(options.language);
        shell.say(texts.text(
                "rehearse.counts",
                shown.at("events").asText(),
                shown.at("matched").asText(),
                shown.at("messages").asText()));
        for (var clause : shown.at("excluded").asItems()) {
            shell.say("  "
                    + texts.text(
                            "rehearse.excluded",
                            clause.at("events").asText(),
                            clause.at("clause").asText()));
        }
        for (var difference : shown.at("differences").asItems()) {
            shell.say("  "
                    + texts.text(
                            "rehearse.difference." + difference.at("kind").asText(),
                            difference.at("event").asText(),
                            difference.at("step").asText()));
        }
    }
}
