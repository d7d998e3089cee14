package io.signalbox.app;

import io.signalbox.designer.Picture;
import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The real window on a stage, brought to a screen by what a person would press, and drawn with its popups. Not for the
/// FX thread.
final class Easel implements AutoCloseable {
    private static final int CALM_MILLIS = 500;

    private final StudioRig studio;
    private final Stage stage;

    Easel(Rig rig, Theme.Choice theme, Language language, double width, double height) throws Exception {
        studio = on(() -> new StudioRig(rig, theme, language, width, height));
        stage = on(() -> {
            var shown = new Stage();
            shown.setScene(studio.scene());
            shown.setWidth(width);
            shown.setHeight(height);
            shown.show();
            return shown;
        });
    }

    StudioRig studio() {
        return studio;
    }

    /// Opens a flow by its id.
    Easel open(String flow) throws Exception {
        run(() -> studio.studio().open(flow));
        await("#node-fields");
        return calm();
    }

    /// The outline in place of the palette.
    Easel outline(boolean shown) throws Exception {
        return run(() -> studio.book().change(now -> now.withPanels(now.panels().withOutline(shown))));
    }

    Easel run(Runnable work) throws Exception {
        on(() -> {
            work.run();
            return true;
        });
        return this;
    }

    /// Fires the button, wherever it is: in the window or in a popup.
    Easel press(String query) throws Exception {
        var button = (ButtonBase) await(query);
        run(button::fire);
        return calm();
    }

    Easel type(String query, String text) throws Exception {
        var field = (TextInputControl) await(query);
        run(() -> field.setText(text));
        return calm();
    }

    Easel click(String query) throws Exception {
        var node = await(query);
        run(() -> {
            var bounds = node.getLayoutBounds();
            var at = node.localToScene(
                    bounds.getMinX() + Math.min(60, bounds.getWidth() / 2),
                    bounds.getMinY() + Math.min(20, bounds.getHeight() / 2));
            press(node, at);
        });
        return calm();
    }

    private static void press(Node node, Point2D at) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            node.fireEvent(WalkHands.mouse(type, at));
        }
    }

    /// The canvas half way between two nodes of one row: their wire.
    Easel clickWire(String from, String to) throws Exception {
        var left = await("#node-" + from);
        var right = await("#node-" + to);
        var canvas = await("#canvas");
        run(() -> {
            var leaves = left.localToScene(left.getLayoutBounds());
            var arrives = right.localToScene(right.getLayoutBounds());
            var at = new Point2D((leaves.getMaxX() + arrives.getMinX()) / 2, leaves.getCenterY());
            press(canvas, at);
        });
        return calm();
    }

    Easel expand(String query) throws Exception {
        var pane = (TitledPane) await(query);
        run(() -> pane.setExpanded(true));
        return calm();
    }

    /// Opens the menu and takes an entry, counted from its end.
    Easel pick(String menu, int fromEnd) throws Exception {
        var button = (MenuButton) await(menu);
        run(button::show).calm();
        run(() -> {
            var items = button.getItems();
            var item = items.get(items.size() - 1 - fromEnd);
            button.hide();
            item.fire();
        });
        return calm();
    }

    /// A page of a node's inspector; what is told as empty is the first one.
    Easel page(String node, String tab) throws Exception {
        click("#node-" + node);
        return tab.isEmpty() ? this : press("#inspector #tab-" + tab);
    }

    Node await(String query) throws Exception {
        var found = new AtomicReference<Node>();
        Rig.await(() -> {
            find(query).ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    private Optional<Node> find(String query) {
        try {
            return on(() -> Stream.concat(popups().map(Window::getScene), Stream.of(studio.scene()))
                    .flatMap(scene -> scene.getRoot().lookupAll(query).stream())
                    .filter(Easel::isShown)
                    .findFirst());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static Stream<PopupWindow> popups() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(Window::isShowing);
    }

    /// Until what goes on beside the FX thread has ended.
    Easel calm() throws Exception {
        studio.settle();
        return this;
    }

    /// As it is when nothing follows any more, such as the answer to what was typed.
    void draw(Path file) throws Exception {
        Thread.sleep(CALM_MILLIS);
        calm();
        Picture.write(on(this::picture), file);
    }

    private Image picture() {
        var sheet = new Canvas(studio.scene().getWidth(), studio.scene().getHeight());
        var pen = sheet.getGraphicsContext2D();
        pen.drawImage(studio.scene().snapshot(null), 0, 0);
        double left = stage.getX() + studio.scene().getX();
        double top = stage.getY() + studio.scene().getY();
        popups().forEach(popup -> {
            var clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            pen.drawImage(popup.getScene().getRoot().snapshot(clear, null), popup.getX() - left, popup.getY() - top);
        });
        return sheet.snapshot(null, null);
    }

    /// The workspace remembers what the last window showed, so palette and table come back and the first steps go.
    @Override
    public void close() throws IOException {
        try {
            shut();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("closing", failure);
        }
    }

    private void shut() throws Exception {
        outline(false);
        run(() -> studio.book()
                        .change(now -> now.withHabits(habits -> habits.withCoach(false, new LinkedHashSet<>())
                                .withCards(false)
                                .withNamed(false))))
                .calm();
        run(() -> {
            popups().toList().forEach(PopupWindow::hide);
            studio.close();
            stage.close();
        });
    }

    static <T> T on(Callable<T> work) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
