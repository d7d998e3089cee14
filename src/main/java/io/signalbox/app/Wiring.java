package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.connector.Connectors;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Gateway;
import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.SampleTemplates;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where `new` meets `new`.
final class Wiring {
    private Wiring() {}

    /// What is wrong with a flow file, without a workspace.
    static FlowCheck check(Connectors connectors) {
        return FlowCheck.ofFiles(connectors).withPlaces(SampleTemplates.shipped()::places);
    }

    /// What is wrong with a flow of the workspace: the same for designer, import and deploy.
    static FlowCheck check(Workspace workspace, Connectors connectors) {
        return FlowCheck.ofWorkspace(connectors, workspace.accounts()::find)
                .withPlaces(SampleTemplates.shipped()::places);
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
                workspace, connectors, executor.gate(), executor.live()::reload, clock, executor::start);
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
