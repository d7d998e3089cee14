package io.signalbox.app;

import atlantafx.base.theme.PrimerLight;
import io.signalbox.designer.Welcome;
import io.signalbox.flow.Language;
import java.nio.file.Path;
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
        launch(DesktopApp.class, data.toString(), language.tag(), flow.map(Path::toString).orElse(""));
        return 0;
    }

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setTitle("Signalbox");
        stage.setScene(new Scene(new Welcome(), 960, 640));
        stage.show();
    }
}
