package io.signalbox.designer;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// Puts the window back where it stood, and remembers where it is put. A window is never opened where no screen is.
/// FX thread only.
public final class WindowPlace implements AutoCloseable {
    private final Stage stage;
    private final PreferenceBook book;
    private Subscription watching = Subscription.EMPTY;

    public WindowPlace(Stage stage, PreferenceBook book) {
        this.stage = stage;
        this.book = book;
    }

    /// Moves the window to where it stood last, if that is on a screen, and follows it from now on.
    public void restore() {
        var areas = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        book.now().lastPlacement().ifPresent(last -> {
            var shown = onScreen(last, areas);
            stage.setX(shown.getMinX());
            stage.setY(shown.getMinY());
            stage.setWidth(shown.getWidth());
            stage.setHeight(shown.getHeight());
            stage.setMaximized(last.maximized());
        });
        watching.unsubscribe();
        watching = Subscription.combine(
                stage.xProperty().subscribe((_, _) -> moved()),
                stage.yProperty().subscribe((_, _) -> moved()),
                stage.widthProperty().subscribe((_, _) -> moved()),
                stage.heightProperty().subscribe((_, _) -> moved()),
                stage.maximizedProperty().subscribe((_, _) -> moved()));
    }

    /// The place itself when its screen is there and holds it, else as much of it as the nearest screen can show.
    static Rectangle2D onScreen(Placement wanted, List<Rectangle2D> screens) {
        var asked = new Rectangle2D(wanted.x(), wanted.y(), wanted.width(), wanted.height());
        Rectangle2D best = screens.getFirst();
        for (var screen : screens) {
            if (shared(screen, asked) > shared(best, asked)) {
                best = screen;
            }
        }
        double width = Math.min(Math.max(MainWindow.LEAST_WIDTH, wanted.width()), best.getWidth());
        double height = Math.min(Math.max(MainWindow.LEAST_HEIGHT, wanted.height()), best.getHeight());
        return new Rectangle2D(
                Math.clamp(wanted.x(), best.getMinX(), best.getMaxX() - width),
                Math.clamp(wanted.y(), best.getMinY(), best.getMaxY() - height),
                width,
                height);
    }

    private static double shared(Rectangle2D one, Rectangle2D other) {
        double width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
        double height = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    private void moved() {
        if (stage.isIconified() || !stage.isShowing()) {
            return;
        }
        var before = book.now().lastPlacement();
        // A maximized window keeps the size it goes back to.
        var now = stage.isMaximized()
                ? before.map(last ->
                                new Placement(last.screen(), last.x(), last.y(), last.width(), last.height(), true))
                        .orElseGet(this::here)
                : here();
        book.change(preferences -> preferences.withPlacement(now));
    }

    private Placement here() {
        var screens = Screen.getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        var area = (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getBounds();
        var name = String.format(
                Locale.ROOT, "%.0fx%.0f@%.0f,%.0f", area.getWidth(), area.getHeight(), area.getMinX(), area.getMinY());
        return new Placement(
                name, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
