package io.signalbox.designer;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// Light or dark, and the sheets that go with it. Popups and dialogs take theirs from the window that owns them.
public final class Theme implements AutoCloseable {
    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");
    private static final List<String> SHEETS = List.of("controls.css", "shell.css", "canvas.css");

    /// What the person chose.
    public enum Choice {
        LIGHT("light"),
        DARK("dark"),
        SYSTEM("system");

        private final String key;

        Choice(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    private final ReadOnlyObjectWrapper<Choice> choice;
    private final List<Scene> dressed = new ArrayList<>();
    private final Subscription watching;

    public Theme(Choice choice) {
        this.choice = new ReadOnlyObjectWrapper<>(choice);
        FONTS.forEach(file -> Font.loadFont(resource("/assets/fonts/" + file).toExternalForm(), 14));
        watching = Platform.getPreferences().colorSchemeProperty().subscribe(this::dressAll);
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public void choose(Choice changed) {
        choice.set(changed);
        dressAll();
    }

    /// True when it is dark now, by choice or with the system.
    public boolean isDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Gives the scene our sheets and keeps them right until the subscription ends.
    public Subscription dress(Scene scene) {
        dressed.add(scene);
        dressAll();
        return () -> dressed.remove(scene);
    }

    @Override
    public void close() {
        watching.unsubscribe();
        dressed.clear();
    }

    private void dressAll() {
        if (dressed.isEmpty()) {
            return;
        }
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        var sheets = new ArrayList<>(List.of(sheet(isDark() ? "dark.css" : "light.css")));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        dressed.forEach(scene -> scene.getStylesheets().setAll(sheets));
    }

    private static String sheet(String name) {
        return resource("theme/" + name).toExternalForm();
    }

    private static URL resource(String path) {
        var found = Theme.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException(path + " is missing beside " + Theme.class.getName());
        }
        return found;
    }
}
