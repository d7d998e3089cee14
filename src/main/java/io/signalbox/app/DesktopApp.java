package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.canvas.NewNodes;
import io.signalbox.flow.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The designer as a desktop application.
public final class DesktopApp extends Application {

    // Held, since the log manager keeps loggers only weakly and would forget the level.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    static void open() {
        // JavaFX warns at every start that it was loaded from the class path, which is what we want.
        JAVAFX.setLevel(Level.SEVERE);
        launch(DesktopApp.class);
    }

    @Override
    public void start(Stage stage) {
        var language = Language.closestTo(Locale.getDefault());
        var words = new Words(language);
        var theme = new Theme(Theme.Choice.SYSTEM);
        var window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of());
        window.open(new FlowSession(NewNodes.starterFlow("flow", words.text("app.name"), language, ZoneId.systemDefault())));
        var scene = new Scene(window, 1440, 900);
        theme.dress(scene);
        stage.setTitle(words.text("app.name"));
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        stage.setScene(scene);
        stage.show();
    }
}
