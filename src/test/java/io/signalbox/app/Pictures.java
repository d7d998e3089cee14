package io.signalbox.app;

import io.signalbox.access.Scope;
import io.signalbox.designer.Picture;
import io.signalbox.designer.Theme;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/// Draws the real window over a real workspace into PNG files: `mvn -q test-compile exec:exec@pictures`. With
/// `-Dargs=all` also those that nobody keeps: French, Portuguese, and the smallest window.
public final class Pictures {
    private static final int CALM_MILLIS = 400;

    private final Path folder;
    private final Rig rig;

    private Pictures(Path folder, Rig rig) {
        this.folder = folder;
        this.rig = rig;
    }

    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        try {
            paint(arguments);
        } finally {
            Platform.exit();
        }
        System.exit(0);
    }

    private static void paint(String... arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var desk = Files.createTempDirectory("signalbox-pictures");
        try (var rig = new Rig(desk.resolve("desk"))) {
            var pictures = new Pictures(folder, rig);
            pictures.work();
            pictures.kept(desk);
            if (List.of(arguments).contains("all")) {
                pictures.others();
            }
        } finally {
            remove(desk);
        }
    }

    /// Every sample of the flow comes in as an event.
    private void work() throws Exception {
        rig.run(Rig.sample());
        var token = rig.token(Scope.EVENTS);
        for (var sample : Rig.sample().samples()) {
            rig.call("POST", "/events", token, Json.write(sample.event()));
        }
        rig.settled();
        rig.workspace().flows().save(draft(), 0);
    }

    private static Flow draft() {
        return Rig.sample().withId("overdue-tasks").withName("Overdue tasks to the planner");
    }

    private void kept(Path desk) throws Exception {
        draw("designer-light", Theme.Choice.LIGHT, Language.EN, 1440, 900, this::message);
        draw("designer-dark", Theme.Choice.DARK, Language.EN, 1440, 900, this::conditions);
        draw("flows-light", Theme.Choice.LIGHT, Language.EN, 1440, 900, Pictures::flows);
        try (var server = new Rig(desk.resolve("server"))) {
            var theirs = Rig.sample()
                    .withNode(Rig.sample().node(new NodeId("wo")).orElseThrow().withName("Read work order"));
            server.run(theirs);
            draw("send-light", Theme.Choice.LIGHT, Language.EN, 1440, 900, studio -> send(studio, server));
        }
    }

    private void others() throws Exception {
        draw(
                "connections-light",
                Theme.Choice.LIGHT,
                Language.EN,
                1440,
                900,
                studio -> press(studio, "#rail-connections"));
        draw("designer-fr-dark", Theme.Choice.DARK, Language.FR, 1440, 900, this::message);
        draw("designer-pt-light", Theme.Choice.LIGHT, Language.PT_BR, 1440, 900, this::conditions);
        draw("small-light", Theme.Choice.LIGHT, Language.EN, 960, 640, this::message);
        draw("small-fr-dark", Theme.Choice.DARK, Language.FR, 960, 640, this::conditions);
        draw("small-pt-light", Theme.Choice.LIGHT, Language.PT_BR, 960, 640, this::message);
        draw("flows-small-pt-dark", Theme.Choice.DARK, Language.PT_BR, 960, 640, Pictures::flows);
        draw("runs-light", Theme.Choice.LIGHT, Language.EN, 1440, 900, studio -> {
            message(studio);
            press(studio, "#tab-runs");
        });
    }

    private interface Scene {
        void set(StudioRig studio) throws Exception;
    }

    private void message(StudioRig studio) throws Exception {
        open(studio);
        click(studio, "#node-fields");
        calm(studio);
    }

    private void conditions(StudioRig studio) throws Exception {
        open(studio);
        click(studio, "#node-trigger");
        calm(studio);
        press(studio, "#tab-conditions");
        // The page last looked at comes back with the next node of the kind.
        click(studio, "#node-fields");
        calm(studio);
        click(studio, "#node-trigger");
        calm(studio);
    }

    private static void flows(StudioRig studio) throws Exception {
        on(() -> {
            studio.studio().showFlows();
            return true;
        });
    }

    private void send(StudioRig studio, Rig server) throws Exception {
        message(studio);
        press(studio, "#tool-send");
        calm(studio);
        var token = server.token(Scope.FLOW_READ, Scope.FLOW_DEPLOY);
        on(() -> {
            ((TextField) studio.scene().lookup("#send-url"))
                    .setText(server.executor().status().address());
            ((TextField) studio.scene().lookup("#send-token")).setText(token);
            return true;
        });
        press(studio, "#send-compare");
        calm(studio);
    }

    private static void open(StudioRig studio) throws Exception {
        on(() -> {
            studio.studio().open(Rig.sample().id());
            return true;
        });
        Rig.await(() -> has(studio, "#node-fields"));
        calm(studio);
    }

    private void draw(String name, Theme.Choice theme, Language language, double width, double height, Scene scene)
            throws Exception {
        var studio = on(() -> new StudioRig(rig, theme, language, width, height));
        var stage = on(() -> {
            var shown = new Stage();
            shown.setScene(studio.scene());
            shown.setWidth(width);
            shown.setHeight(height);
            shown.show();
            return shown;
        });
        scene.set(studio);
        for (int pulse = 0; pulse < 3; pulse++) {
            calm(studio);
        }
        var image = on(() -> studio.scene().snapshot(null));
        Picture.write(image, folder.resolve(name + ".png"));
        on(() -> {
            studio.close();
            stage.close();
            return true;
        });
    }

    private static boolean has(StudioRig studio, String query) {
        try {
            return on(() -> {
                studio.scene().snapshot(null);
                return studio.scene().lookup(query) != null;
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void press(StudioRig studio, String query) throws Exception {
        on(() -> {
            ((ButtonBase) studio.scene().lookup(query)).fire();
            return true;
        });
    }

    private static void click(StudioRig studio, String query) throws Exception {
        on(() -> {
            var node = studio.scene().lookup(query);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                node.fireEvent(mouse(node, type));
            }
            return true;
        });
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type) {
        var at = node.localToScene(60, 20);
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

    /// What goes on beside the FX thread has time to end.
    private static void calm(StudioRig studio) throws Exception {
        Thread.sleep(CALM_MILLIS);
        on(() -> studio.scene().snapshot(null));
    }

    private static <T> T on(Callable<T> work) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
