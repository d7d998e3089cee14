package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.designer.canvas.CanvasView;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
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
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Opens everything that the designer's window can show, from an empty workspace on, and lets a test look at each.
/// Called from the test's thread.
final class Walk implements AutoCloseable {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    /// After so many turns without work beside the FX thread nothing more comes of what was pressed.
    private static final int CALM_TURNS = 2;

    /// Buttons that open a card or a menu, by what their ids begin with.
    private static final List<String> CARDS =
            List.of("map-functions", "map-more", "condition-more", "condition-field", "flow-from");

    private final Set<String> opened = new HashSet<>();
    private final ServerSocket taken;
    private final Path folder;
    private final Rig rig;
    private final StudioRig studio;
    private final Stage stage;
    private final BiConsumer<String, Scene> visitor;

    /// @param visitor told the name of each place and shown it, on the FX thread; popups are scenes of their own
    Walk(Theme.Choice theme, Language language, int scale, BiConsumer<String, Scene> visitor) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        this.visitor = visitor;
        folder = Files.createTempDirectory("signalbox-walk");
        rig = new Rig(folder.resolve("desk"));
        // So that the bar stands above every page which says that events are not listened to.
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        rig.executor().startAt(taken.getLocalPort());
        studio = on(() -> new StudioRig(rig, theme, language, WIDTH, HEIGHT));
        stage = on(() -> {
            var shown = new Stage();
            shown.setScene(studio.scene());
            shown.setWidth(WIDTH);
            shown.setHeight(HEIGHT);
            shown.show();
            studio.book().change(now -> now.withScale(scale));
            studio.studio().begin();
            return shown;
        });
    }

    /// To every place there is.
    void everywhere() throws Exception {
        firstSteps();
        pages();
        nodes();
        samples();
        wires();
        drawer();
        searches();
        dialogs();
    }

    private void firstSteps() throws Exception {
        look("welcome", "#welcome-example");
        on(() -> {
            studio.studio().showFlows();
            return true;
        });
        look("no flows", "#flows-empty");
        press("#flows-example");
        look("coach", "#coach-hint");
    }

    private void pages() throws Exception {
        press("#rail-flows");
        look("flows", "#flows");
        popups("flows", "");
        press("#rail-connections");
        look("connections", "#connections");
        press("#connection-new");
        look("new connection", "#connection-save");
        popups("new connection", "");
        keys(KeyCode.ESCAPE);
        press("#rail-settings");
        for (var part : List.of("appearance", "canvas", "keys")) {
            press("#settings-" + part);
            look("settings, " + part, "#settings-page");
            popups("settings, " + part, "#settings-page");
        }
    }

    private void nodes() throws Exception {
        openFlow();
        popups("top bar", ".top-bar");
        popups("canvas bar", ".canvas-bar");
        for (var node : Rig.sample().nodes().keySet()) {
            choose(node);
            for (var tab : tabs()) {
                press("#inspector #" + tab);
                look(node + ", " + tab, "#inspector #" + tab);
                popups(node + ", " + tab, "#inspector");
            }
        }
        canvas("canvas.menu");
        look("menu of a node", "#canvas");
        hidePopups();
        canvas("canvas.rename");
        look("renaming", "#canvas");
        keys(KeyCode.ESCAPE);
    }

    private void samples() throws Exception {
        for (var menu : List.of("#map-source", "#condition-test")) {
            var node = menu.equals("#map-source") ? "fields" : "trigger";
            choose(new NodeId(node));
            press("#inspector #tab-" + (node.equals("fields") ? "setup" : "conditions"));
            await(menu);
            on(() -> {
                var button = (MenuButton) studio.scene().lookup(menu);
                button.show();
                button.getItems().getLast().fire();
                button.hide();
                return true;
            });
            look("dialog of " + menu, ".dialog-card");
            keys(KeyCode.ESCAPE);
        }
    }

    private void wires() throws Exception {
        for (var wire : Rig.sample().wires().subList(0, 1)) {
            canvas("canvas.escape");
            look("nothing chosen", "#flow-name");
            on(() -> {
                surface().focusWire(wire);
                return true;
            });
            look("wire", "#wire-panel");
            press("#wire-when");
            look("condition of a wire", "#wire-panel");
            popups("wire", "#wire-panel");
            canvas("canvas.payload");
            look("payload", "#wire-panel");
            hidePopups();
            keys(KeyCode.CONTROL, KeyCode.Z);
        }
    }

    private void drawer() throws Exception {
        keys(KeyCode.F5);
        for (var tab : List.of("problems", "runs", "preview")) {
            press("#drawer #tab-" + tab);
            look("drawer, " + tab, "#drawer #tab-" + tab);
            popups("drawer, " + tab, "#drawer");
        }
    }

    private void searches() throws Exception {
        keys(KeyCode.CONTROL, KeyCode.K);
        look("search", "#search-field");
        keys(KeyCode.ESCAPE);
        keys(KeyCode.CONTROL, KeyCode.F);
        look("search in the flow", "#search-field");
        keys(KeyCode.ESCAPE);
        keys(KeyCode.F1);
        look("keys", "#search-field");
        keys(KeyCode.ESCAPE);
        keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        look("outline", "#outline");
        popups("outline", ".left-slot");
        keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    }

    private void dialogs() throws Exception {
        press("#tool-send");
        look("send", "#send-url");
        keys(KeyCode.ESCAPE);
    }

    private void openFlow() throws Exception {
        on(() -> {
            studio.studio().open(Rig.sample().id());
            return true;
        });
        await("#canvas");
        settle();
    }

    /// Opens each list, menu and picker of this part that was not opened before.
    private void popups(String place, String within) throws Exception {
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

    private List<String> tabs() throws Exception {
        return on(() -> reachable(studio.scene().getRoot(), "#inspector")
                .filter(ToggleButton.class::isInstance)
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith("tab-"))
                .toList());
    }

    private CanvasView surface() {
        return (CanvasView) studio.scene().lookup("#canvas");
    }

    /// As a click on the node does.
    private void choose(NodeId node) throws Exception {
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
        settle();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, Point2D at) {
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

    private void canvas(String action) throws Exception {
        on(() -> surface().act(action));
    }

    private void press(String query) throws Exception {
        await(query);
        on(() -> {
            ((ButtonBase) studio.scene().lookup(query)).fire();
            return true;
        });
    }

    /// One chord, to whatever has the focus.
    private void keys(KeyCode... chord) throws Exception {
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

    private void hidePopups() throws Exception {
        on(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(PopupWindow.class::isInstance)
                    .map(PopupWindow.class::cast)
                    .forEach(PopupWindow::hide);
            return true;
        });
    }

    /// Waits for what must be there, then shows the visitor every scene on the screen.
    private void look(String place, String query) throws Exception {
        settle();
        await(query);
        on(() -> {
            for (var window : List.copyOf(Window.getWindows())) {
                if (window.isShowing() && window.getScene() != null && belongs(window)) {
                    visitor.accept(place, window.getScene());
                }
            }
            return true;
        });
    }

    private boolean belongs(Window window) {
        return window.equals(stage) || (window instanceof PopupWindow popup && stage.equals(popup.getOwnerWindow()));
    }

    private void await(String query) throws InterruptedException {
        try {
            Rig.await(() -> on(() -> studio.scene().lookup(query) != null));
        } catch (AssertionError never) {
            throw new AssertionError("There is no " + query, never);
        }
    }

    /// Until nothing is computed beside the FX thread, and what came of it is laid out.
    private void settle() throws InterruptedException {
        for (int turn = 0; turn < CALM_TURNS; turn++) {
            Rig.await(studio::calm);
            pulse();
        }
    }

    /// Waits for styles and layout of everything on the screen.
    private void pulse() throws InterruptedException {
        var done = new CountDownLatch(1);
        Runnable listener = done::countDown;
        on(() -> {
            studio.scene().addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
            return true;
        });
        done.await();
        on(() -> {
            studio.scene().removePostLayoutPulseListener(listener);
            return true;
        });
    }

    /// What a person can see below this node, itself included.
    static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(Walk::seen))
                : Stream.of(node);
    }

    /// What the keyboard can reach in this part.
    private static Stream<Node> reachable(Parent root, String within) {
        return (within.isEmpty() ? Stream.<Node>of(root) : root.lookupAll(within).stream())
                .flatMap(Walk::seen)
                .distinct()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled());
    }

    /// Where a node stands, for whoever reads that it is not as it should be.
    static String describe(Node node) {
        var place = new StringBuilder(node.getClass().getSimpleName());
        for (Node up = node; up != null && place.length() < 120; up = up.getParent()) {
            place.append(up.equals(node) ? " " : " < ")
                    .append(up.getId() == null ? "." + String.join(".", up.getStyleClass()) : "#" + up.getId());
        }
        return place.toString();
    }

    /// What went wrong on the FX thread meanwhile, but for the headless screen's own trouble with a popup that reaches
    /// beyond its 1000 pixels.
    private static void rethrow() {
        for (boolean more = true; more; ) {
            try {
                WaitForAsyncUtils.checkException();
                more = false;
            } catch (Throwable failure) {
                if (Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .flatMap(cause -> Stream.of(cause.getStackTrace()))
                        .noneMatch(at -> at.getClassName().startsWith("com.sun.glass.ui.headless"))) {
                    throw new AssertionError("on the FX thread", failure);
                }
            }
        }
    }

    private static <T> T on(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

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
        on(() -> {
            studio.close();
            stage.close();
            return true;
        });
        rig.close();
        taken.close();
        rethrow();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
