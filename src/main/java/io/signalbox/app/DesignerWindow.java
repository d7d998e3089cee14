package io.signalbox.app;

import io.signalbox.designer.Background;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.WindowPlace;
import io.signalbox.designer.studio.Home;
import io.signalbox.designer.studio.Studio;
import io.signalbox.designer.studio.StudioWindow;
import io.signalbox.flow.Language;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// One window of the designer. Several may stand over one workspace. FX thread only.
final class DesignerWindow implements AutoCloseable {
    private final Stage stage;
    private final StudioWindow window;
    private final WindowPlace place;
    private Optional<Studio> studio = Optional.empty();
    private boolean open = true;

    DesignerWindow(Stage stage, Language language, PreferenceBook book) {
        this.stage = stage;
        window = new StudioWindow(language, book);
        place = new WindowPlace(stage, book);
        var scene = window.scene(1440, 900);
        stage.setTitle(window.words().text("app.name"));
        icon().ifPresent(stage.getIcons()::add);
        stage.setMinWidth(MainWindow.LEAST_WIDTH);
        stage.setMinHeight(MainWindow.LEAST_HEIGHT);
        stage.setScene(scene);
    }

    Stage stage() {
        return stage;
    }

    /// Works on that workspace from now on.
    Studio work(Desktop desktop, Background background, Home home) {
        var made = window.begin(
                desktop.desk(),
                background,
                new SecureRandom(),
                ZoneId.systemDefault(),
                new SystemFiles(stage, failure -> say(String.valueOf(failure.getMessage()))),
                home);
        studio = Optional.of(made);
        return made;
    }

    Language language() {
        return window.words().language();
    }

    /// Goes where the preferences say a window stood.
    void toItsPlace() {
        place.restore();
    }

    void open(String flow) {
        studio.ifPresent(open -> open.open(flow));
    }

    void toFront() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    void say(String sentence) {
        window.window().say(sentence);
    }

    /// There is no workspace to work on, and why.
    void sorry(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("section-title");
        label.setPadding(new Insets(24));
        window.window().showPage(label);
    }

    private static Optional<Image> icon() {
        var file = DesignerWindow.class.getResource("/assets/icon/signalbox.png");
        return Optional.ofNullable(file).map(found -> new Image(found.toExternalForm()));
    }

    /// Saves what is unsaved. Closing twice does no more than once.
    @Override
    public void close() {
        if (open) {
            open = false;
            place.close();
            window.close();
        }
    }
}
