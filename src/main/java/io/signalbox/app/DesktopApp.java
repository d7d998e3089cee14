package io.signalbox.app;

import io.signalbox.designer.Background;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.panel.FirstOpening;
import io.signalbox.designer.studio.Home;
import io.signalbox.designer.studio.Studio;
import io.signalbox.engine.FlowChangedElsewhere;
import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The designer as a desktop application. The window is there at once; the workspace is opened behind it. The program
/// ends with its last window.
public final class DesktopApp extends Application {

    // Held, since the log manager keeps loggers only weakly and would forget the level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Background background = new Background(workers, Platform::runLater);

    /// The one that had the focus last stands last.
    private final List<DesignerWindow> windows = new ArrayList<>();

    private Optional<Desktop> desktop = Optional.empty();

    /// All windows follow the same preferences.
    private PreferenceBook book = new PreferenceBook();

    /// @param insisted the language for this start, whatever is preferred
    static int open(Path data, Language language, boolean insisted, Optional<Path> flow) {
        // JavaFX warns at every start that it was loaded from the class path, which is what we want.
        JAVAFX.setLevel(Level.SEVERE);
        launch(
                DesktopApp.class,
                data.toString(),
                language.tag(),
                flow.map(Path::toString).orElse(""),
                insisted ? language.tag() : "");
        return Shell.YES;
    }

    @Override
    public void start(Stage stage) {
        var arguments = getParameters().getRaw();
        var data = Path.of(arguments.get(0));
        var language = Language.of(arguments.get(1)).orElse(Language.EN);
        var flow = Optional.of(arguments.get(2)).filter(text -> !text.isEmpty()).map(Path::of);
        var insisted = arguments.get(3);
        book = new PreferenceBook(
                new FirstLook(data).read(), insisted.isEmpty() ? Map.of() : Map.of("language", insisted));
        var window = window(stage, language);
        stage.show();
        // The workspace waits for the first frame: with two processors they would delay each other.
        afterFirstFrame(stage.getScene(), () -> openWorkspace(data, language, flow, window));
    }

    private DesignerWindow window(Stage stage, Language language) {
        var window = new DesignerWindow(stage, language, book);
        windows.add(window);
        stage.focusedProperty().subscribe(focused -> {
            if (focused && windows.remove(window)) {
                windows.add(window);
            }
        });
        stage.setOnHidden(_ -> {
            windows.remove(window);
            window.close();
        });
        return window;
    }

    private static void afterFirstFrame(Scene scene, Runnable next) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(next);
            }
        });
    }

    private void openWorkspace(Path data, Language language, Optional<Path> flow, DesignerWindow window) {
        var texts = Shell.texts(language);
        background.run(
                () -> Desktop.open(data, language),
                opened -> opened.ifPresentOrElse(
                        desk -> begin(desk, flow, window), () -> window.sorry(texts.text("workspace.owned", data))),
                failure -> window.sorry(Unopened.words(texts, data, failure)));
        // Nobody can open a panel before the workspace is open.
        background.run(FirstOpening::rehearse, _ -> {}, failure -> window.say(String.valueOf(failure.getMessage())));
    }

    private void begin(Desktop opened, Optional<Path> flow, DesignerWindow window) {
        desktop = Optional.of(opened);
        var home = new Around(opened);
        var studio = window.work(opened, background, home);
        opened.setOnShow(wanted -> Platform.runLater(() -> show(wanted)));
        // The first page depends on what the person likes.
        book.keepIn(
                opened.preferences(),
                background,
                () -> {
                    window.toItsPlace();
                    first(opened, studio, flow, window);
                },
                failure -> windows.forEach(each -> each.say(String.valueOf(failure.getMessage()))));
    }

    private void first(Desktop opened, Studio studio, Optional<Path> flow, DesignerWindow window) {
        flow.ifPresentOrElse(
                file -> background.run(() -> opened.take(file), studio::open, failure -> {
                    studio.showFlows();
                    window.say(String.valueOf(failure.getMessage()));
                }),
                studio::begin);
    }

    /// A second start on this workspace asked for the window.
    private void show(Optional<String> flow) {
        if (!windows.isEmpty()) {
            var last = windows.getLast();
            last.toFront();
            flow.ifPresent(last::open);
        }
    }

    /// The program around each window's studio.
    private final class Around implements Home {
        private final Desktop desktop;

        Around(Desktop desktop) {
            this.desktop = desktop;
        }

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
            return desktop.sample(sample);
        }

        @Override
        public void newWindow() {
            var stage = new Stage();
            var window = window(stage, windows.getLast().language());
            stage.show();
            window.toItsPlace();
            window.work(desktop, background, this).begin();
        }

        @Override
        public void leave() {
            List.copyOf(windows).forEach(window -> window.stage().close());
        }
    }

    /// Puts the workspace away once everything unsaved is saved. The windows are gone by now, so waiting freezes
    /// nothing.
    @Override
    public void stop() throws InterruptedException {
        List.copyOf(windows).forEach(DesignerWindow::close);
        book.close();
        workers.shutdown();
        // Nobody is interrupted: that would close the database under a write.
        var _ = workers.awaitTermination(10, TimeUnit.SECONDS);
        desktop.ifPresent(Desktop::close);
    }
}
