package io.signalbox.designer.studio;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Background;
import io.signalbox.designer.Desk;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.PreferenceBook;
import io.signalbox.designer.PreferenceEffects;
import io.signalbox.designer.RailEntry;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.SureClick;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.flow.Language;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;

/// The window with its words, colours, keys and preferences, as whoever opens one makes it. It is there at once; the
/// studio comes when there is a workspace. FX thread only.
public final class StudioWindow implements AutoCloseable {
    private final Words words;
    private final Theme theme;
    private final Shortcuts shortcuts =
            Shortcuts.standard(System.getProperty("os.name", "").startsWith("Mac"));
    private final PreferenceBook book;
    private final PreferenceEffects effects;
    private final MainWindow window;
    private Optional<Studio> studio = Optional.empty();

    /// @param language as long as nobody chose one
    /// @param book which every window of the workspace follows; whoever opened it closes it
    public StudioWindow(Language language, PreferenceBook book) {
        this.book = book;
        words = new Words(book.now().language().orElse(language));
        theme = new Theme(book.now().theme());
        effects = new PreferenceEffects(book, words, theme, shortcuts);
        window = new MainWindow(words, theme, Connectors.found(), shortcuts, places(), book);
    }

    private List<RailEntry> places() {
        return List.of(
                place("flows", "flows", false, Studio::showFlows),
                place("events", "events", false, Studio::showEvents),
                place("runs", "runs", false, Studio::showRuns),
                place("connections", "plug", false, Studio::showConnections),
                place("groups", "shield", false, Studio::showGroups),
                place("servers", "server", false, Studio::showServers),
                place("settings", "settings", true, Studio::showSettings));
    }

    private RailEntry place(String id, String icon, boolean last, Consumer<Studio> open) {
        return new RailEntry(id, icon, "rail." + id, last, () -> studio.ifPresent(open));
    }

    /// The window in a scene that wears the theme.
    public Scene scene(double width, double height) {
        var scene = new Scene(window, width, height);
        theme.dress(scene);
        SureClick.in(scene);
        return scene;
    }

    /// Puts the designer to work on a workspace.
    ///
    /// @param zone of the flows that are begun here
    public Studio begin(
            Desk desk, Background background, SecureRandom random, ZoneId zone, Studio.Files files, Home home) {
        var made = new Studio(window, words, book, shortcuts, desk, background, random, zone, files, home);
        studio = Optional.of(made);
        return made;
    }

    public Words words() {
        return words;
    }

    public Theme theme() {
        return theme;
    }

    public PreferenceBook book() {
        return book;
    }

    public MainWindow window() {
        return window;
    }

    @Override
    public void close() {
        studio.ifPresent(Studio::close);
        effects.close();
        theme.close();
    }
}
