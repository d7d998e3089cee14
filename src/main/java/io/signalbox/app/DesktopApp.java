package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.NewNodes;
import io.signalbox.flow.Language;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The designer as a desktop application.
public final class DesktopApp extends Application {

    // Held, since the log manager keeps loggers only weakly and would forget the level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    static int open(Path data, Language language, Optional<Path> flow) {
        // JavaFX warns at every start that it was loaded from the class path, which is what we want.
        JAVAFX.setLevel(Level.SEVERE);
        launch(
                DesktopApp.class,
                data.toString(),
                language.tag(),
                flow.map(Path::toString).orElse(""));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        // Only English words have been written so far.
        var words = new Words(Language.EN);
        var theme = new Theme(Theme.Choice.SYSTEM);
        var window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        var flow = NewNodes.starterFlow("new-flow", words.text("app.name"), Language.EN, ZoneId.systemDefault());
        window.open(new FlowSession(flow));
        var scene = new Scene(window, 1440, 900);
        theme.dress(scene);
        stage.setTitle(words.text("app.name"));
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
    }
}
