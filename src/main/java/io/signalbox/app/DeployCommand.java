package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.edit.FlowChanges;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.flow.Wire;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.RemoteServer;
import io.signalbox.json.FlowJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `deploy FLOW… --server URL`: sends flows to a server, never over a version nobody here has seen.
@Command(name = "deploy")
final class DeployCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "FLOW", arity = "1..*", descriptionKey = "param.flows")
    private List<Path> files = List.of();

    @Option(names = "--server", required = true, paramLabel = "URL", descriptionKey = "deploy.server")
    private String server = "";

    @Option(names = "--token-file", required = true, paramLabel = "FILE", descriptionKey = "deploy.token")
    private Path token = Path.of("");

    @Option(names = "--dry-run", descriptionKey = "deploy.dry-run")
    private boolean dryRun;

    @Option(names = "--enable", descriptionKey = "deploy.enable")
    private boolean enable;

    @Option(names = "--based-on", paramLabel = "VERSION", descriptionKey = "deploy.based-on")
    private @Nullable String basedOn;

    DeployCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var texts = Shell.texts(options.language);
        var read = new FlowFiles(options.language);
        var flows = files.stream().map(read::flow).toList();
        var secret = new Secret(Shell.read(token, texts).strip());
        try (var gateway = new HttpGateway(Set.of())) {
            var remote = new RemoteServer(gateway, server, secret);
            boolean all = true;
            var results = new ArrayList<Value>();
            for (var flow : flows) {
                var result = deploy(remote, flow, texts);
                all &= result.at("problem").isMissing();
                results.add(result);
            }
            if (options.json) {
                shell.print(new Value.Items(results));
            }
            return all ? Shell.YES : Shell.NO;
        } catch (FlowServer.Unreachable failure) {
            var why = Connectors.found().explain("", failure.key(), options.language);
            throw new Shell.Stop(
                    Shell.NO,
                    texts.text(
                            failure.isRefusal() ? "deploy.turned-away" : "deploy.unreachable",
                            server,
                            why + " " + failure.getMessage()));
        }
    }

    /// What became of it; with `problem` when it was not done.
    private Value.Fields deploy(FlowServer remote, Flow flow, Texts texts) throws FlowServer.Unreachable {
        var theirs = remote.find(flow.id());
        var result = difference(flow, theirs, texts);
        boolean same = theirs.filter(deployed -> deployed.version().equals(FlowJson.identity(flow)))
                .isPresent();
        if (dryRun || (same && (!enable || theirs.get().on()))) {
            return result;
        }
        var base = Optional.ofNullable(basedOn)
                .or(() -> same ? theirs.map(FlowServer.Deployed::version) : Optional.empty());
        if (theirs.isPresent() && base.isEmpty()) {
            return failed(
                    result, texts.text("deploy.which", flow.id(), theirs.get().version()));
        }
        return switch (remote.send(flow, base, enable)) {
            case FlowServer.Sent.Accepted(var version, var on) -> {
                say(texts.text(on ? "deploy.on" : "deploy.off", flow.id(), version));
                yield result.with("sent", Value.of(true))
                        .with("version", Value.of(version))
                        .with("on", Value.of(on));
            }
            case FlowServer.Sent.Conflict(var current) ->
                failed(result, texts.text("deploy.conflict", flow.id(), current));
            case FlowServer.Sent.Refused(var status, var detail) ->
                failed(result, texts.text("deploy.refused", flow.id(), status, detail));
        };
    }

    private Value.Fields failed(Value.Fields result, String problem) {
        shell.complain(problem);
        return result.with("problem", Value.of(problem));
    }

    /// What people read; with --json it is beside the result.
    private void say(String line) {
        if (options.json) {
            shell.complain(line);
        } else {
            shell.say(line);
        }
    }

    private Value.Fields difference(Flow flow, Optional<FlowServer.Deployed> theirs, Texts texts) {
        var result = Value.fields("flow", Value.of(flow.id()), "new", Value.of(theirs.isEmpty()))
                .with("sent", Value.of(false));
        if (theirs.isEmpty()) {
            say(texts.text("deploy.new", flow.id()));
            return result;
        }
        var version = theirs.get().version();
        var changes = FlowChanges.between(theirs.get().flow(), flow);
        result = result.with("version", Value.of(version))
                .with("on", Value.of(theirs.get().on()))
                .with("added", names(changes.added()))
                .with("removed", names(changes.removed()))
                .with("changed", names(changes.changed()))
                .with("wiresAdded", ways(changes.wiresAdded()))
                .with("wiresRemoved", ways(changes.wiresRemoved()))
                .with("settingsChanged", Value.of(changes.settingsChanged()));
        if (changes.isEmpty()) {
            say(texts.text("deploy.same", flow.id(), version));
            return result;
        }
        say(texts.text("deploy.differs", flow.id(), version));
        changes.added().forEach(id -> say("  + " + id));
        changes.removed().forEach(id -> say("  - " + id));
        changes.changed().forEach(id -> say("  ~ " + id));
        changes.wiresAdded().forEach(wire -> say("  + " + way(wire)));
        changes.wiresRemoved().forEach(wire -> say("  - " + way(wire)));
        if (changes.settingsChanged()) {
            say("  ~ " + texts.text("deploy.settings"));
        }
        return result;
    }

    private static Value names(Collection<NodeId> ids) {
        return Value.texts(ids.stream().map(NodeId::value).toList());
    }

    private static Value ways(List<Wire> wires) {
        return Value.texts(wires.stream().map(DeployCommand::way).toList());
    }

    private static String way(Wire wire) {
        return wire.from() + " → " + wire.to();
    }
}
