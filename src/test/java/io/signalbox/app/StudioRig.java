package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.studio.Home;
import io.signalbox.designer.studio.Studio;
import io.signalbox.designer.studio.StudioWindow;
import io.signalbox.engine.ConnectionTest;
import io.signalbox.engine.Directories;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.Preview;
import io.signalbox.engine.StoredFlow;
import io.signalbox.engine.Tryout;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.http.HttpGateway;
import io.signalbox.http.ReleaseFeed;
import io.signalbox.http.RemoteServer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The designer's real window over a real workspace, as `signalbox` opens it.
final class StudioRig implements AutoCloseable {
    /// After so many turns without work beside the FX thread nothing more comes of what was done.
    private static final int CALM_TURNS = 2;

    private final StudioWindow made;
    private final Scene scene;
    private final Studio studio;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger working = new AtomicInteger();
    private final Background background = new Background(this::work, Platform::runLater);
    private int newWindows;
    private final HttpGateway gateway = new HttpGateway(Set.of());

    StudioRig(Stage stage, Rig rig, Theme.Choice choice, double width, double height) {
        this(rig, choice, Language.EN, width, height);
        stage.setScene(scene);
        stage.show();
    }

    /// In a scene on no stage: it can be as large as no screen.
    StudioRig(Rig rig, Theme.Choice choice, Language language, double width, double height) {
        this(rig, book(choice), language, width, height);
        book().keepIn(rig.workspace().preferences(), background, () -> {}, studio::failed);
    }

    /// Another window beside one that is open; both follow the same preferences.
    StudioRig(Rig rig, StudioRig beside, double width, double height) {
        this(rig, beside.book(), Language.EN, width, height);
    }

    private static PreferenceBook book(Theme.Choice choice) {
        return new PreferenceBook(Map.of(), Map.of("theme", choice.key()));
    }

    private StudioRig(Rig rig, PreferenceBook book, Language language, double width, double height) {
        made = new StudioWindow(language, book);
        still();
        scene = made.scene(width, height);
        var connectors = Connectors.found();
        var workspace = rig.workspace();
        var tryout = new Tryout(connectors, rig.executor().gate(), InstantSource.system());
        var desk = new Desk(
                new ReloadingFlows(workspace.flows(), rig.executor().live()::reload),
                workspace.accounts(),
                workspace.groups(),
                new ConnectionTest(
                        workspace.accounts(), connectors, rig.executor().gate(), InstantSource.system()),
                rig.sandbox()::messages,
                message -> tryout.send(message, rig.sandbox()),
                workspace.events(),
                workspace.runs(),
                workspace.archive(),
                () -> rig.executor().engineOrIdle().dead(),
                workspace.incidents(),
                connectors,
                new Preview(connectors, workspace.accounts()::find),
                Wiring.check(workspace, connectors),
                new Directories(workspace.accounts(), connectors, rig.executor().gate(), InstantSource.system()),
                rig.executor(),
                rig.executor(),
                rig.executor(),
                rig.executor().gate().settings(),
                workspace.contacts(),
                rig.executor().shelf(),
                new WorkspaceCopies(workspace, new SecureRandom(), InstantSource.system()),
                new ReleaseFeed(gateway, workspace.preferences(), Main.version(), InstantSource.system()),
                (url, token) -> new RemoteServer(gateway, url, token),
                InstantSource.system());
        studio = made.begin(
                desk,
                background,
                new SecureRandom(),
                ZoneId.of("America/Sao_Paulo"),
                new NoFiles(workspace.folder()),
                new RigHome(rig, () -> newWindows++));
    }

    private void work(Runnable task) {
        working.incrementAndGet();
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                working.decrementAndGet();
            }
        });
    }

    /// True while nothing is computed beside the FX thread. Its results may still be on their way there.
    boolean calm() {
        return working.get() == 0;
    }

    /// Until nothing is computed beside the FX thread, and what came of it is laid out. Called from the test's thread,
    /// for a window that is shown.
    void settle() throws InterruptedException {
        for (int turn = 0; turn < CALM_TURNS; turn++) {
            Rig.await(this::calm);
            pulse();
        }
    }

    /// Waits for styles and layout of everything on the screen.
    void pulse() throws InterruptedException {
        var done = new CountDownLatch(1);
        Runnable listener = done::countDown;
        WalkHands.on(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        done.await();
        WalkHands.on(() -> {
            scene.removePostLayoutPulseListener(listener);
            return true;
        });
    }

    /// Nothing glides, so that a hand never aims at what is on its way.
    private void still() {
        made.book().change(now -> now.withStillness(true));
    }

    private record RigHome(Rig rig, Runnable opened) implements Home {
        @Override
        public void leave() {}

        @Override
        public Flow example() {
            return SampleFlows.first();
        }

        @Override
        public List<Flow> samples() {
            return SampleFlows.all();
        }

        @Override
        public StoredFlow take(Flow sample) throws FlowChangedElsewhere {
            return Desktop.sample(
                    sample,
                    rig.workspace().flows(),
                    rig.workspace().accounts(),
                    rig.sandbox().url());
        }

        @Override
        public void newWindow() {
            opened.run();
        }
    }

    /// How often another window was asked for.
    int newWindows() {
        return newWindows;
    }

    /// @param folder where copies go that a person places somewhere
    private record NoFiles(Path folder) implements Studio.Files {
        @Override
        public void choose(Consumer<String> text) {}

        @Override
        public void save(String suggestedName, String text) {}

        @Override
        public void place(String suggestedName, Consumer<Path> file) {
            file.accept(folder.resolve(suggestedName));
        }

        @Override
        public void pick(Consumer<Path> file) {
            file.accept(folder.resolve("picked.pgp"));
        }
    }

    /// Where keys go: an id, or what it is; blank when nowhere.
    String focused() {
        var owner = scene.getFocusOwner();
        return owner == null ? "" : owner.getId() == null ? owner.toString() : owner.getId();
    }

    Studio studio() {
        return studio;
    }

    Scene scene() {
        return scene;
    }

    MainWindow window() {
        return made.window();
    }

    Words words() {
        return made.words();
    }

    PreferenceBook book() {
        return made.book();
    }

    @Override
    public void close() {
        made.close();
        book().close();
        gateway.close();
    }
}
