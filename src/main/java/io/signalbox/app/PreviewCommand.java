package io.signalbox.app;

import io.signalbox.access.Account;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.NodeTrace;
import io.signalbox.engine.Preview;
import io.signalbox.engine.RequestView;
import io.signalbox.engine.TraceView;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.RowWords;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.flow.Verdict;
import io.signalbox.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `preview FLOW --event FILE`: what one event would lead to, sending nothing.
@Command(name = "preview")
final class PreviewCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", descriptionKey = "param.flow")
    private Path file = Path.of("");

    @Option(names = "--event", required = true, paramLabel = "FILE", descriptionKey = "preview.event")
    private Path event = Path.of("");

    @Option(names = "--reply", paramLabel = "NODE=FILE", descriptionKey = "preview.reply")
    private Map<String, Path> replies = Map.of();

    PreviewCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var read = new FlowFiles(options.language);
        var flow = read.flow(file);
        var usual = new LinkedHashMap<>(sampleReplies(flow));
        replies.forEach((node, reply) -> {
            if (!NodeId.isValid(node)) {
                throw new Shell.Stop(
                        Shell.UNUSABLE, Shell.texts(options.language).text("preview.node", node));
            }
            if (!flow.nodes().containsKey(new NodeId(node))) {
                throw new Shell.Stop(
                        Shell.UNUSABLE, Shell.texts(options.language).text("preview.no-node", node));
            }
            usual.put(new NodeId(node), read.json(reply));
        });
        var incoming = read.event(event);
        var connectors = Connectors.found();
        var happened = incoming.accepted("preview", incoming.occurredAt().orElse(Instant.EPOCH));
        var result = new Preview(connectors, PreviewCommand::standIn).of(flow, happened, usual);
        var view = new TraceView(flow, connectors, options.language, true);
        var remarks = result.remarks(flow, connectors);
        var words = Texts.of(Flow.class, options.language);
        if (options.json) {
            var said = remarks.stream()
                    .<Value>map(remark -> ProblemView.of(file.toString(), remark, "", words))
                    .toList();
            shell.print(shown(view, result).with("remarks", new Value.Items(said)));
        } else {
            say(view, result);
            remarks.forEach(remark -> shell.say(ProblemView.line(ProblemView.of(file.toString(), remark, "", words))));
        }
        return result.end().failed() ? Shell.NO : Shell.YES;
    }

    static Map<NodeId, Value> sampleReplies(Flow flow) {
        return flow.samples().stream()
                .findFirst()
                .map(Sample::replies)
                .<Map<NodeId, Value>>map(map -> map)
                .orElse(Map.of());
    }

    /// A flow file alone has no connections; the vendor's own addresses stand in.
    static Optional<Account> standIn(String name) {
        return Optional.empty();
    }

    private static Value.Fields shown(TraceView view, Preview.Result result) {
        return Value.fields("steps", view.nodes(result.trace()))
                .with("requests", view.requests(result.messages()))
                .with("fetches", view.requests(result.fetches()))
                .with("failed", Value.of(result.end().failed()));
    }

    private void say(TraceView view, Preview.Result result) {
        var words = Texts.of(NodeTrace.class, options.language);
        for (var visit : result.trace()) {
            var name = view.flow()
                    .node(visit.step().node())
                    .map(node -> node.name())
                    .filter(text -> !text.isEmpty());
            shell.say("%-24s %s%s"
                    .formatted(
                            name.orElse(visit.step().toString()),
                            words.text("state." + visit.state().name()),
                            visit.reason().isEmpty() ? "" : ": " + view.reason(visit)));
            visit.verdict().ifPresent(verdict -> sayRows(verdict));
        }
        for (var message : result.messages()) {
            shell.say("");
            shell.say(message.outgoing().method() + " " + message.outgoing().url());
            message.outgoing().headers().forEach((header, value) -> shell.say(header + ": " + value));
            var request = RequestView.of(message.outgoing());
            if (request.has("body")) {
                shell.say("");
                shell.say(Json.pretty(request.at("body")).stripTrailing());
            }
        }
    }

    private void sayRows(Verdict verdict) {
        switch (verdict) {
            case Verdict.OfGroup group -> group.parts().forEach(this::sayRows);
            case Verdict.OfRow row -> {
                var words = new RowWords(Texts.of(Flow.class, options.language));
                shell.say("    %s %s   (%s)"
                        .formatted(
                                row.holds() ? "✓" : "✕",
                                words.of(row.row(), row.row().path().toString()),
                                row.actual().isMissing() ? "—" : row.actual().asText()));
            }
        }
    }
}
