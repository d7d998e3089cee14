package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.edit.FlowChanges;
import io.signalbox.engine.FlowServer;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Texts;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.RemoteServer;
import io.signalbox.json.FlowJson;
import java.nio.file.Path;
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
            for (var flow : flows) {
                all &= deploy(remote, flow, texts);
            }
            return all ? Shell.YES : Shell.NO;
        } catch (FlowServer.Unreachable failure) {
            var why = Connectors.found().explain("", failure.key(), options.language);
            throw new Shell.Stop(Shell.NO, texts.text(
                            failure.isRefusal() ? "deploy.turned-away" : "deploy.unreachable",
                            server,
                            why + " " + failure.getMessage()));
        }
    }

    private boolean deploy(FlowServer remote, Flow flow, Texts texts) throws FlowServer.Unreachable {
        var theirs = remote.find(flow.id());
        sayDifference(flow, theirs, texts);
        boolean same = theirs.filter(deployed -> deployed.version().equals(FlowJson.identity(flow)))
                .isPresent();
        if (dryRun || (same && (!enable || theirs.get().on()))) {
            return true;
        }
        var base = Optional.ofNullable(basedOn)
                .or(() -> same ? theirs.map(FlowServer.Deployed::version) : Optional.empty());
        if (theirs.isPresent() && base.isEmpty()) {
            shell.complain(texts.text("deploy.which", flow.id(), theirs.get().version()));
            return false;
        }
        return switch (remote.send(flow, base, enable)) {
            case FlowServer.Sent.Accepted(var version, var on) -> {
                shell.say(texts.text(on ? "deploy.on" : "deploy.off", flow.id(), version));
                yield true;
            }
            case FlowServer.Sent.Conflict(var current) -> {
                shell.complain(texts.text("deploy.conflict", flow.id(), current));
                yield false;
            }
            case FlowServer.Sent.Refused(var status, var detail) -> {
                shell.complain(texts.text("deploy.refused", flow.id(), status, detail));
                yield false;
            }
        };
    }

    private void sayDifference(Flow flow, Optional<FlowServer.Deployed> theirs, Texts texts) {
        if (theirs.isEmpty()) {
            shell.say(texts.text("deploy.new", flow.id()));
            return;
        }
        var changes = FlowChanges.between(theirs.get().flow(), flow);
        if (changes.isEmpty()) {
            shell.say(texts.text("deploy.same", flow.id(), theirs.get().version()));
            return;
        }
        shell.say(texts.text("deploy.differs", flow.id(), theirs.get().version()));
        changes.added().forEach(id -> shell.say("  + " + id));
        changes.removed().forEach(id -> shell.say("  - " + id));
        changes.changed().forEach(id -> shell.say("  ~ " + id));
        changes.wiresAdded().forEach(wire -> shell.say("  + " + wire.from() + " → " + wire.to()));
        changes.wiresRemoved().forEach(wire -> shell.say("  - " + wire.from() + " → " + wire.to()));
        if (changes.settingsChanged()) {
            shell.say("  ~ " + texts.text("deploy.settings"));
        }
    }
}
