package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Opens everything that the designer's window can show, from an empty workspace on, and lets a test look at each.
/// Called from the test's thread.
final class Walk implements AutoCloseable {
    private static final Dimension2D USUAL = new Dimension2D(1440, 900);

    private final ServerSocket taken;
    private final Path folder;
    private final Rig rig;
    private final StudioRig studio;
    private final Stage stage;
    private final Depth depth;
    private final WalkHands hands;

    /// How far into each place.
    enum Depth {
        /// Every page, and a flow as it opens.
        PAGES,
        /// Every page, panel and card.
        PLACES,
        /// And every list, menu and picker that opens there.
        LISTS
    }

    /// @param visitor told the name of each place and shown it, on the FX thread; popups are scenes of their own
    Walk(Theme.Choice theme, Language language, int scale, Depth depth, BiConsumer<String, Scene> visitor)
            throws Exception {
        this(theme, language, scale, List.of(USUAL), depth, visitor);
    }

    /// In a window of these sizes, one after the other at each place.
    Walk(
            Theme.Choice theme,
            Language language,
            int scale,
            List<Dimension2D> sizes,
            Depth depth,
            BiConsumer<String, Scene> visitor)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        this.depth = depth;
        folder = Files.createTempDirectory("signalbox-walk");
        rig = new Rig(folder.resolve("desk"));
        // So that the bar stands above every page which says that events are not listened to.
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        rig.executor().startAt(taken.getLocalPort());
        var size = sizes.getFirst();
        studio = WalkHands.on(() -> new StudioRig(rig, theme, language, size.getWidth(), size.getHeight()));
        stage = WalkHands.on(() -> {
            var shown = new Stage();
            shown.setScene(studio.scene());
            shown.setWidth(size.getWidth());
            shown.setHeight(size.getHeight());
            shown.show();
            studio.book().change(now -> now.withScale(scale));
            studio.studio().begin();
            return shown;
        });
        hands = new WalkHands(studio, stage, sizes, depth, visitor);
    }

    /// To every place of this depth.
    void everywhere() throws Exception {
        firstSteps();
        pages();
        nodes();
        if (depth == Depth.PAGES) {
            return;
        }
        samples();
        wires();
        drawer();
        searches();
        dialogs();
    }

    private void firstSteps() throws Exception {
        hands.look("welcome", "#welcome-example");
        WalkHands.on(() -> {
            studio.studio().showFlows();
            return true;
        });
        hands.look("no flows", "#flows-empty");
        hands.press("#flows-example");
        hands.look("coach", "#coach-hint");
    }

    private void pages() throws Exception {
        hands.press("#rail-flows");
        hands.look("flows", "#flows");
        hands.popups("flows", "");
        hands.press("#flow-face-cards");
        hands.look("flow cards", ".flow-card");
        hands.press("#flow-face-table");
        hands.press("#rail-connections");
        hands.look("connections", "#connections");
        hands.press("#connection-new");
        hands.look("services", "#service-fracttal");
        hands.press("#service-fracttal");
        hands.look("new connection", "#connection-save");
        hands.popups("new connection", "#connections-page");
        hands.press("#connection-group-new");
        hands.look("new group", "#group-dialog-save");
        hands.keys(KeyCode.ESCAPE);
        hands.press("#rail-groups");
        hands.look("no groups", "#group-preset-read-work-orders");
        hands.press("#group-preset-read-work-orders");
        hands.look("groups", "#rights-grid");
        hands.popups("groups", "#groups-page");
        hands.press("#rail-events");
        hands.look("events", "#trigger-event");
        hands.press("#rail-runs");
        hands.look("no runs", "#runs-empty-way");
        hands.popups("runs", "#runs-page");
        hands.press("#rail-servers");
        hands.look("no servers", "#servers-empty-new");
        hands.press("#servers-empty-new");
        hands.look("new server", "#server-save");
        hands.popups("new server", "#servers-page");
        hands.press("#rail-settings");
        for (var part : List.of("appearance", "canvas", "keys", "privacy", "backup")) {
            hands.press("#settings-" + part);
            hands.look("settings, " + part, "#settings-page");
            hands.popups("settings, " + part, "#settings-page");
        }
    }

    private void nodes() throws Exception {
        openFlow();
        hands.popups("top bar", ".top-bar");
        hands.popups("canvas bar", ".canvas-bar");
        for (var node : Rig.sample().nodes().keySet().stream()
                .limit(depth == Depth.PAGES ? 0 : Long.MAX_VALUE)
                .toList()) {
            hands.choose(node);
            for (var tab : hands.tabs()) {
                hands.press("#inspector #" + tab);
                hands.look(node + ", " + tab, "#inspector #" + tab);
                hands.popups(node + ", " + tab, "#inspector");
            }
        }
        hands.canvas("canvas.menu");
        hands.look("menu of a node", "#canvas");
        hands.hidePopups();
        hands.canvas("canvas.rename");
        hands.look("renaming", "#canvas");
        hands.keys(KeyCode.ESCAPE);
    }

    private void samples() throws Exception {
        for (var menu : List.of("#map-source", "#condition-test")) {
            var node = menu.equals("#map-source") ? "fields" : "trigger";
            hands.choose(new NodeId(node));
            hands.press("#inspector #tab-" + (node.equals("fields") ? "setup" : "conditions"));
            hands.await(menu);
            WalkHands.on(() -> {
                var button = (MenuButton) studio.scene().lookup(menu);
                button.show();
                button.getItems().getLast().fire();
                button.hide();
                return true;
            });
            hands.look("dialog of " + menu, ".dialog-card");
            hands.keys(KeyCode.ESCAPE);
        }
    }

    private void wires() throws Exception {
        for (var wire : Rig.sample().wires().subList(0, 1)) {
            hands.canvas("canvas.escape");
            hands.look("nothing chosen", "#flow-name");
            WalkHands.on(() -> {
                hands.surface().focusWire(wire);
                return true;
            });
            hands.look("wire", "#wire-panel");
            hands.press("#wire-when");
            hands.look("condition of a wire", "#wire-panel");
            hands.popups("wire", "#wire-panel");
            hands.canvas("canvas.payload");
            hands.look("payload", "#wire-panel");
            hands.hidePopups();
            hands.keys(KeyCode.CONTROL, KeyCode.Z);
        }
    }

    private void drawer() throws Exception {
        hands.keys(KeyCode.F5);
        for (var tab : List.of("sandbox", "problems", "runs", "preview")) {
            hands.press("#drawer #tab-" + tab);
            hands.look("drawer, " + tab, "#drawer #tab-" + tab);
            hands.popups("drawer, " + tab, "#drawer");
        }
    }

    private void searches() throws Exception {
        hands.keys(KeyCode.CONTROL, KeyCode.K);
        hands.look("search", "#search-field");
        hands.keys(KeyCode.ESCAPE);
        hands.keys(KeyCode.CONTROL, KeyCode.F);
        hands.look("search in the flow", "#search-field");
        hands.keys(KeyCode.ESCAPE);
        hands.keys(KeyCode.F1);
        hands.look("keys", "#search-field");
        hands.keys(KeyCode.ESCAPE);
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        hands.look("outline", "#outline");
        hands.popups("outline", ".left-slot");
        hands.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    }

    private void dialogs() throws Exception {
        hands.press("#tool-send");
        hands.look("send", "#send-url");
        hands.keys(KeyCode.ESCAPE);
    }

    private void openFlow() throws Exception {
        WalkHands.on(() -> {
            studio.studio().open(Rig.sample().id());
            return true;
        });
        hands.await("#canvas");
        studio.settle();
    }

    /// What a person can see below this node, itself included.
    static Stream<Node> seen(Node node) {
        var found = new ArrayList<Node>();
        gather(node, found);
        return found.stream();
    }

    private static void gather(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> gather(child, found));
            }
        }
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
        WalkHands.on(() -> {
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
