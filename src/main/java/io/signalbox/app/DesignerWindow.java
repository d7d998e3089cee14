package io.signalbox.app;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.RailEntry;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.designer.studio.Home;
import io.signalbox.designer.studio.Studio;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// One window of the designer. Several may stand over one workspace. FX thread only.
final class DesignerWindow implements AutoCloseable {
    private final Stage stage;
    private final Words words;
    private final MainWindow window;
    private final Subscription dressed;
    private Optional<Studio> studio = Optional.empty();

    DesignerWindow(Stage stage, Words words, Theme theme) {
        this.stage = stage;
        this.words = words;
        window = new MainWindow(
                words,
                theme,
                Connectors.found(),
                Shortcuts.standard(),
                List.of(
                        new RailEntry("flows", "flows", "rail.flows", false, () -> studio.ifPresent(Studio::showFlows)),
                        new RailEntry(
                                "connections",
                                "plug",
                                "rail.connections",
                                false,
                                () -> studio.ifPresent(Studio::showConnections))));
        var scene = new Scene(window, 1440, 900);
        dressed = theme.dress(scene);
        stage.setTitle(words.text("app.name"));
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
        var made = new Studio(
                window,
                words,
                desktop.desk(),
                background,
                new SecureRandom(),
                ZoneId.systemDefault(),
                new SystemFiles(stage, failure -> window.say(String.valueOf(failure.getMessage()))),
                desktop.remembered(),
                home);
        studio = Optional.of(made);
        return made;
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
        window.say(sentence);
    }

    /// There is no workspace to work on, and why.
    void sorry(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("section-title");
        label.setPadding(new Insets(24));
        window.showPage(label);
    }

    private static Optional<Image> icon() {
        var file = DesignerWindow.class.getResource("/assets/icon/signalbox.png");
        return Optional.ofNullable(file).map(found -> new Image(found.toExternalForm()));
    }

    /// Saves what is unsaved. Closing twice does no more than once.
    @Override
    public void close() {
        studio.ifPresent(Studio::close);
        studio = Optional.empty();
        dressed.unsubscribe();
    }
}
