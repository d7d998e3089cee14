package io.signalbox.app;

import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.NodeId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Whoever goes on a [Walk]: presses, chooses, opens lists and waits until what came of it stands in the window.
/// Called from the test's thread.
final class WalkHands {
    /// Buttons that open a card or a menu, by what their ids begin with.
    private static final List<String> CARDS =
            List.of("map-functions", "map-more", "condition-more", "condition-field", "flow-from");

    private final Set<String> opened = new HashSet<>();
    private final StudioRig studio;
    private final Stage stage;
    private final List<Dimension2D> sizes;
    private final Walk.Depth depth;
    private final BiConsumer<String, Scene> visitor;

    /// @param sizes of the window: that in which everything is done comes first
    WalkHands(
            StudioRig studio,
            Stage stage,
            List<Dimension2D> sizes,
            Walk.Depth depth,
            BiConsumer<String, Scene> visitor) {
        this.studio = studio;
        this.stage = stage;
        this.sizes = sizes;
        this.depth = depth;
        this.visitor = visitor;
    }

    /// Opens each list, menu and picker of this part that was not opened before.
    void popups(String place, String within) throws Exception {
        if (depth != Walk.Depth.LISTS) {
            return;
        }
        // Opening one may build the others anew.
        for (var opener = closed(within); opener.isPresent(); opener = closed(within)) {
            var shown = opener.get();
            on(() -> {
                open(shown);
                return true;
            });
            look(place + ", opened " + name(shown), "#main-window");
            hidePopups();
        }
    }

    private Optional<Node> closed(String within) {
        return on(() -> reachable(studio.scene().getRoot(), within)
                .filter(node -> node instanceof MenuButton || node instanceof ComboBoxBase<?> || opensCard(node))
                .filter(node -> opened.add(name(node)))
                .findFirst());
    }

    private static boolean opensCard(Node node) {
        var id = String.valueOf(node.getId());
        return node.getStyleClass().contains("path-chip") || CARDS.stream().anyMatch(id::startsWith);
    }

    private static void open(Node opener) {
        switch (opener) {
            case MenuButton menu -> menu.show();
            case ComboBoxBase<?> box -> box.show();
            case ButtonBase button -> button.fire();
            default -> opener.fireEvent(key(KeyCode.ENTER, false, false));
        }
    }

    private static String name(Node node) {
        return node.getId() == null
                ? node.getClass().getSimpleName()
                : node.getId().replaceAll("-[\\d-]+$", "");
    }

    List<String> tabs() throws Exception {
        return on(() -> reachable(studio.scene().getRoot(), "#inspector")
                .filter(ToggleButton.class::isInstance)
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("tab-"))
                .toList());
    }

    CanvasView surface() {
        return (CanvasView) studio.scene().lookup("#canvas");
    }

    /// As a click on the node does.
    void choose(NodeId node) throws Exception {
        on(() -> {
            surface().focusNode(node);
            return true;
        });
        await("#node-" + node);
        on(() -> {
            var view = studio.scene().lookup("#node-" + node);
            var at = view.localToScene(60, 20);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                view.fireEvent(mouse(type, at));
            }
            return true;
        });
        studio.settle();
    }

    static MouseEvent mouse(EventType<MouseEvent> type, Point2D at) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    void canvas(String action) throws Exception {
        on(() -> surface().act(action));
    }

    void press(String query) throws Exception {
        await(query);
        on(() -> {
            ((ButtonBase) studio.scene().lookup(query)).fire();
            return true;
        });
    }

    /// One chord, to whatever has the focus.
    void keys(KeyCode... chord) throws Exception {
        on(() -> {
            var held = List.of(chord);
            var focused = studio.scene().getFocusOwner();
            Event.fireEvent(
                    focused == null ? studio.scene().getRoot() : focused,
                    key(held.getLast(), held.contains(KeyCode.CONTROL), held.contains(KeyCode.SHIFT)));
            return true;
        });
    }

    private static KeyEvent key(KeyCode code, boolean control, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }

    void hidePopups() throws Exception {
        on(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(PopupWindow.class::isInstance)
                    .map(PopupWindow.class::cast)
                    .forEach(PopupWindow::hide);
            return true;
        });
    }

    /// Waits for what must be there, then shows the visitor every scene on the screen, and the window's own in its
    /// other sizes too.
    void look(String place, String query) throws Exception {
        studio.settle();
        await(query);
        on(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> window.isShowing() && window.getScene() != null && belongs(window))
                    .forEach(window -> show(place, window.getScene()));
            return true;
        });
        for (var size : sizes.subList(1, sizes.size())) {
            resize(size);
            on(() -> {
                show(place + " in a window of " + size.getWidth(), studio.scene());
                return true;
            });
        }
        if (sizes.size() > 1) {
            resize(sizes.getFirst());
        }
    }

    private void show(String place, Scene scene) {
        // What came since the last pulse has no skin yet, and without one no name.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        visitor.accept(place, scene);
    }

    private void resize(Dimension2D size) throws InterruptedException {
        on(() -> {
            stage.setWidth(size.getWidth());
            stage.setHeight(size.getHeight());
            return true;
        });
        studio.settle();
    }

    private boolean belongs(Window window) {
        return window.equals(stage) || (window instanceof PopupWindow popup && stage.equals(popup.getOwnerWindow()));
    }

    void await(String query) throws InterruptedException {
        try {
            Rig.await(() -> on(() -> studio.scene().lookup(query) != null));
        } catch (AssertionError never) {
            throw new AssertionError("There is no " + query, never);
        }
    }

    /// What the keyboard can reach in this part.
    private static Stream<Node> reachable(Parent root, String within) {
        return (within.isEmpty() ? Stream.<Node>of(root) : root.lookupAll(within).stream())
                .flatMap(Walk::seen)
                .distinct()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled());
    }

    static <T> T on(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
