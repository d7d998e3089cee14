package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.RailEntry;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.studio.Studio;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Preview;
import io.signalbox.flow.Language;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.RemoteServer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The designer's real window over a real workspace, as `signalbox` opens it.
final class StudioRig implements AutoCloseable {
    private final Words words;
    private final Theme theme;
    private final Scene scene;
    private final MainWindow window;
    private final Studio studio;
    private final HttpGateway gateway = new HttpGateway(Set.of());

    StudioRig(Stage stage, Rig rig, Theme.Choice choice, double width, double height) {
        this(rig, choice, Language.EN, width, height);
        stage.setScene(scene);
        stage.show();
    }

    /// In a scene on no stage: it can be as large as no screen.
    StudioRig(Rig rig, Theme.Choice choice, Language language, double width, double height) {
        words = new Words(language);
        theme = new Theme(choice);
        var connectors = Connectors.found();
        window = new MainWindow(
                words,
                theme,
                connectors,
                Shortcuts.standard(),
                List.of(
                        new RailEntry("flows", "flows", "rail.flows", false, () -> studio().showFlows()),
                        new RailEntry(
                                "connections", "plug", "rail.connections", false, () -> studio().showConnections())));
        var workspace = rig.workspace();
        var desk = new Desk(
                new ReloadingFlows(workspace.flows(), rig.executor().live()::reload),
                workspace.accounts(),
                workspace.events(),
                workspace.runs(),
                connectors,
                new Preview(connectors, workspace.accounts()::find),
                FlowCheck.ofWorkspace(connectors, workspace.accounts()::find),
                rig.executor(),
                (url, token) -> new RemoteServer(gateway, url, token),
                InstantSource.system());
        scene = new Scene(window, width, height);
        theme.dress(scene);
        studio = new Studio(
                window,
                words,
                desk,
                new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater),
                new SecureRandom(),
                ZoneId.of("America/Sao_Paulo"),
                new NoFiles());
    }

    private record NoFiles() implements Studio.Files {
        @Override
        public void choose(Consumer<String> text) {}

        @Override
        public void save(String suggestedName, String text) {}
    }

    Studio studio() {
        return studio;
    }

    Scene scene() {
        return scene;
    }

    MainWindow window() {
        return window;
    }

    Words words() {
        return words;
    }

    @Override
    public void close() {
        studio.close();
        theme.close();
        gateway.close();
    }
}
