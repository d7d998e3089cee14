package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.Engine;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Gateway;
import io.signalbox.engine.LiveFlows;
import io.signalbox.engine.Meters;
import io.signalbox.engine.SendGate;
import io.signalbox.engine.TemplateShelf;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.http.HttpGateway;
import io.signalbox.mail.MailGateway;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where `new` meets `new`.
final class Wiring {
    private Wiring() {}

    /// What is wrong with a flow file, without a workspace.
    static FlowCheck check(Connectors connectors) {
        return FlowCheck.ofFiles(connectors);
    }

    /// What is wrong with a flow of the workspace: the same for designer, import and deploy.
    static FlowCheck check(Workspace workspace, Connectors connectors) {
        return FlowCheck.ofWorkspace(connectors, workspace.accounts()::find)
                .withGroups(workspace.groups()::find)
                .withTemplates(workspace.templates()::of);
    }

    /// The message templates of each connection, and the way to fetch them anew.
    static TemplateShelf shelf(Workspace workspace, Connectors connectors, SendGate gate, InstantSource clock) {
        return new TemplateShelf(workspace.templates(), workspace.accounts(), connectors, gate, clock);
    }

    /// Stores events with their runs; an executor that starts later takes them up.
    static Engine idle(Workspace workspace, Connectors connectors, LiveFlows live, SendGate gate, Engine.World world) {
        var engine = new Engine(workspace.stores(), connectors, live, gate, world);
        engine.close();
        return engine;
    }

    /// What leads out, for HTTP and for mail.
    ///
    /// @param allowed `host:port` of private targets that every connection may reach
    static Gateway gateway(Set<String> allowed) {
        return new MailGateway(new HttpGateway(allowed), allowed);
    }

    /// The one way out of a workspace.
    static SendGate gate(
            Workspace workspace,
            Gateway gateway,
            Connectors connectors,
            LiveFlows live,
            Meters meters,
            InstantSource clock) {
        return new SendGate(gateway, workspace.gateBooks(), connectors, live::isOn, clock, meters, Wiring::pass);
    }

    private static boolean pass(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// An executor, and the commands that work through its port.
    static Executor executor(
            Workspace workspace,
            Connectors connectors,
            Gateway gateway,
            String bind,
            int port,
            Secret control,
            Language language,
            InstantSource clock,
            SecureRandom random) {
        var door = new LateDoor();
        var executor = new Executor(
                workspace,
                connectors,
                gateway,
                new Executor.Address(bind, port, control, door),
                language,
                clock,
                random);
        door.commands = new WorkspaceCommands(
                workspace, connectors, executor.gate(), executor.live()::reload, executor::engineOrIdle, clock);
        return executor;
    }

    /// The executor's port leads to the commands, and the commands tell the executor of changes: one of the two comes
    /// second.
    private static final class LateDoor implements UnaryOperator<Value> {
        private volatile @Nullable WorkspaceCommands commands;

        @Override
        public Value apply(Value command) {
            var known = commands;
            if (known == null) {
                throw new IllegalStateException("a command came in before the workspace was ready");
            }
            return known.run(command);
        }
    }
}
