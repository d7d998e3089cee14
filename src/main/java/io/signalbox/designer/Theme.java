package io.signalbox.designer;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;

/// Light, dark or high contrast, how large, and the sheets that go with it. Popups and dialogs take theirs from the
/// window that owns them.
public final class Theme implements AutoCloseable {
    private static final List<String> FONTS =
            List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf");
    private static final List<String> SHEETS = List.of("controls.css", "shell.css", "canvas.css");

    /// What the person chose.
    public enum Choice {
        LIGHT("light"),
        DARK("dark"),
        CONTRAST("contrast"),
        SYSTEM("system");

        private final String key;

        Choice(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public static Optional<Choice> of(String key) {
            return Arrays.stream(values())
                    .filter(choice -> choice.key.equals(key))
                    .findFirst();
        }
    }

    /// What Windows calls the setting; other systems report none.
    private static final String SYSTEM_CONTRAST = "Windows.SPI.HighContrast";

    private static final int BODY = 14;

    private final ReadOnlyObjectWrapper<Choice> choice;
    private final List<Scene> dressed = new ArrayList<>();
    private final Subscription watching;
    private int scale = 100;

    public Theme(Choice choice) {
        this.choice = new ReadOnlyObjectWrapper<>(choice);
        FONTS.forEach(file -> Font.loadFont(resource("/assets/fonts/" + file).toExternalForm(), BODY));
        watching = Subscription.combine(
                Platform.getPreferences().colorSchemeProperty().subscribe(this::dressAll),
                Platform.getPreferences().subscribe(this::dressAll));
    }

    public ReadOnlyObjectProperty<Choice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    public void choose(Choice changed) {
        if (changed != choice.get()) {
            choice.set(changed);
            dressAll();
        }
    }

    /// @param percent of text and of everything measured by it
    public void scale(int percent) {
        if (percent != scale) {
            scale = percent;
            dressAll();
        }
    }

    /// What is worn now, by choice or with the system: never [Choice#SYSTEM].
    public Choice worn() {
        return switch (choice.get()) {
            case LIGHT -> Choice.LIGHT;
            case DARK -> Choice.DARK;
            case CONTRAST -> Choice.CONTRAST;
            case SYSTEM -> {
                var system = Platform.getPreferences();
                if (Boolean.TRUE.equals(system.get(SYSTEM_CONTRAST))) {
                    yield Choice.CONTRAST;
                }
                yield system.getColorScheme() == ColorScheme.DARK ? Choice.DARK : Choice.LIGHT;
            }
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
        var worn = worn();
        Application.setUserAgentStylesheet(
                worn == Choice.LIGHT
                        ? new PrimerLight().getUserAgentStylesheet()
                        : new PrimerDark().getUserAgentStylesheet());
        var sheets = new ArrayList<>(List.of(sheet(worn.key() + ".css")));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        if (worn == Choice.CONTRAST) {
            sheets.add(sheet("borders.css"));
        }
        // A sheet and no inline style: popups take the sheets of the window that owns them.
        sheets.add("data:text/css," + ".root%7B-fx-font-size:" + BODY * scale / 100.0 + "px%7D");
        dressed.stream()
                .filter(scene -> !scene.getStylesheets().equals(sheets))
                .forEach(scene -> scene.getStylesheets().setAll(sheets));
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
