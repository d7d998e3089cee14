package io.signalbox.app;

import io.signalbox.access.Actor;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Engine;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.StoreException;
import io.signalbox.flow.Value;
import io.signalbox.http.ControlClient;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;

/// Runs a command on a workspace: here when nobody owns it, else through the process that does.
final class Owner {
    private Owner() {}

    /// @throws Shell.Stop when the workspace cannot be reached, or the command is refused
    static Value run(Options options, Value.Fields command) {
        var texts = Shell.texts(options.language);
        var clock = InstantSource.system();
        var asked = command.with("lang", Value.of(options.language.tag()));
        try (var gateway = Wiring.gateway(Set.of())) {
            var workspace = Workspace.open(options.data, new SecureRandom(), clock);
            if (workspace.isPresent()) {
                try (var open = workspace.get()) {
                    var connectors = Connectors.found();
                    var live = new LiveFlows(open.flows(), connectors);
                    var gate = Wiring.gate(open, gateway, connectors, live, Meters.none(), clock);
                    live.reload();
                    var random = new SecureRandom();
                    var commands = new WorkspaceCommands(
                            open,
                            connectors,
                            gate,
                            live::reload,
                            () -> Wiring.idle(
                                    open, connectors, live, gate, new Engine.World(clock, Executor::steady, random)),
                            clock);
                    return checked(Actor.shell().doing(() -> commands.run(asked)));
                }
            }
            var answer = ControlFile.read(options.data)
                    .flatMap(control -> new ControlClient(gateway, control.port(), control.token()).run(asked));
            return checked(answer.orElseThrow(
                    () -> new Shell.Stop(Shell.NO_WORKSPACE, texts.text("workspace.busy", options.data))));
        } catch (IOException | StoreException failure) {
            throw new Shell.Stop(Shell.NO_WORKSPACE, Unopened.words(texts, options.data, failure));
        }
    }

    private static Value checked(Value answer) {
        if (answer.at("ok") instanceof Value.Truth(var ok) && ok) {
            return answer;
        }
        if (!answer.at("problems").isMissing() || !answer.at("steps").isMissing()) {
            return answer; // The command shows what is wrong, one by one.
        }
        boolean unreadable = answer.at("unreadable") instanceof Value.Truth(var truth) && truth;
        throw new Shell.Stop(
                unreadable ? Shell.UNUSABLE : Shell.NO, answer.at("message").asText());
    }

    static boolean isOk(Value answer) {
        return answer.at("ok") instanceof Value.Truth(var ok) && ok;
    }
}
