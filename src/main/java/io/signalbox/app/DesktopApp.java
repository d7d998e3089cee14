package io.signalbox.app;

import io.signalbox.designer.Background;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Theme;
import io.signalbox.designer.WindowPlace;
import io.signalbox.designer.studio.Studio;
import io.signalbox.designer.studio.StudioWindow;
import io.signalbox.flow.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The designer as a desktop application. The window is there at once; the workspace is opened behind it.
public final class DesktopApp extends Application {

    // Held, since the log manager keeps loggers only weakly and would forget the level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<StudioWindow> made = Optional.empty();
    private Optional<Desktop> desktop = Optional.empty();

    static int open(Path data, Language language, Optional<Path> flow) {
        // JavaFX warns at every start that it was loaded from the class path, which is what we want.
        JAVAFX.setLevel(Level.SEVERE);
        launch(
                DesktopApp.class,
                data.toString(),
                language.tag(),
                flow.map(Path::toString).orElse(""));
        return Shell.YES;
    }

    @Override
    public void start(Stage stage) {
        var arguments = getParameters().getRaw();
        var data = Path.of(arguments.get(0));
        var language = Language.of(arguments.get(1)).orElse(Language.EN);
        var flow = Optional.of(arguments.get(2)).filter(text -> !text.isEmpty()).map(Path::of);
        var background = new Background(workers, Platform::runLater);
        var window = new StudioWindow(language, Theme.Choice.SYSTEM);
        made = Optional.of(window);
        var scene = window.scene(1440, 900);
        stage.setTitle(window.words().text("app.name"));
        icon().ifPresent(stage.getIcons()::add);
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
        // The workspace waits for the first frame: with two processors they would delay each other.
        afterFirstFrame(scene, () -> openWorkspace(data, language, flow, window, background, stage));
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

    private void openWorkspace(
            Path data,
            Language language,
            Optional<Path> flow,
            StudioWindow window,
            Background background,
            Stage stage) {
        background.run(
                () -> Desktop.open(data, language),
                opened -> opened.ifPresentOrElse(
                        desk -> begin(desk, window, background, stage, flow),
                        () -> sorry(window.window(), Shell.texts(language).text("workspace.owned", data))),
                failure -> sorry(
                        window.window(),
                        Shell.texts(language).text("workspace.failed", data, String.valueOf(failure.getMessage()))));
    }

    private void begin(Desktop opened, StudioWindow window, Background background, Stage stage, Optional<Path> flow) {
        desktop = Optional.of(opened);
        var place = new WindowPlace(stage, window.book());
        var studio = window.begin(
                opened.desk(),
                opened.preferences(),
                background,
                new SecureRandom(),
                ZoneId.systemDefault(),
                new SystemFiles(stage),
                place::restore);
        background.run(
                () -> opened.first(flow), first -> first.ifPresentOrElse(studio::open, studio::showFlows), failure -> {
                    studio.showFlows();
                    window.window().say(String.valueOf(failure.getMessage()));
                });
    }

    private static void sorry(MainWindow window, String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("section-title");
        label.setPadding(new Insets(24));
        window.showPage(label);
    }

    private static Optional<Image> icon() {
        var file = DesktopApp.class.getResource("/assets/icon/signalbox.png");
        return Optional.ofNullable(file).map(found -> new Image(found.toExternalForm()));
    }

    /// Saves what is unsaved and puts the workspace away. The window is gone by now, so waiting freezes nothing.
    @Override
    public void stop() throws InterruptedException {
        made.ifPresent(StudioWindow::close);
        workers.shutdown();
        if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
            workers.shutdownNow();
        }
        desktop.ifPresent(Desktop::close);
    }

    private record SystemFiles(Stage stage) implements Studio.Files {
        @Override
        public void choose(Consumer<String> text) {
            var chosen = chooser().showOpenDialog(stage);
            if (chosen != null) {
                try {
                    text.accept(Files.readString(chosen.toPath()));
                } catch (IOException unreadable) {
                    text.accept(String.valueOf(unreadable.getMessage()));
                }
            }
        }

        @Override
        public void save(String suggestedName, String text) {
            var chooser = chooser();
            chooser.setInitialFileName(suggestedName);
            var chosen = chooser.showSaveDialog(stage);
            if (chosen != null) {
                try {
                    Files.writeString(chosen.toPath(), text);
                } catch (IOException failure) {
                    throw new UncheckedIOException("writing " + chosen, failure);
                }
            }
        }

        private static FileChooser chooser() {
            var chooser = new FileChooser();
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter("Signalbox", "*.signalbox.json", "*.json"));
            return chooser;
        }
    }
}
