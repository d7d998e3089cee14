package io.signalbox.designer;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.canvas.Decorations;
import io.signalbox.designer.canvas.NewNodes;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.application.Application;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Draws the window into PNG files, to be looked at:
/// `java -cp … -Dglass.platform=Headless -Dprism.order=sw io.signalbox.designer.WindowPictures target/pictures`.
public final class WindowPictures {
    private WindowPictures() {}

    public static void main(String[] arguments) {
        Application.launch(Painter.class, arguments);
    }

    /// Runs on the FX thread and leaves.
    public static final class Painter extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            var folder =
                    Files.createDirectories(Path.of(getParameters().getRaw().getFirst()));
            picture(folder.resolve("canvas-light.png"), Theme.Choice.LIGHT, SampleFlow.flow(), true, 1440, 900);
            picture(folder.resolve("canvas-dark.png"), Theme.Choice.DARK, SampleFlow.flow(), true, 1440, 900);
            var starter = NewNodes.starterFlow("new-flow", "New flow", Language.EN, ZoneId.of("America/Sao_Paulo"));
            picture(folder.resolve("starter-light.png"), Theme.Choice.LIGHT, starter, false, 1440, 900);
            picture(folder.resolve("small-light.png"), Theme.Choice.LIGHT, SampleFlow.flow(), true, 960, 640);
            picture(folder.resolve("small-dark.png"), Theme.Choice.DARK, SampleFlow.flow(), true, 960, 640);
            gesture(folder.resolve("linking-light.png"), Theme.Choice.LIGHT, 632, 88, 520, 260);
            gesture(folder.resolve("linking-dark.png"), Theme.Choice.DARK, 288, 88, 120, 320);
            gesture(folder.resolve("marquee-light.png"), Theme.Choice.LIGHT, 30, 20, 450, 300);
            System.exit(0);
        }

        private static void picture(
                Path file, Theme.Choice choice, Flow flow, boolean previewed, double width, double height) {
            var words = new Words(Language.EN);
            try (var theme = new Theme(choice);
                    var window = new MainWindow(
                            words, theme, Connectors.found(), Shortcuts.standard(), WindowPictures.places())) {
                var scene = new Scene(window, width, height);
                theme.dress(scene);
                var session = new FlowSession(flow);
                var canvas = window.open(session);
                furnish(window);
                window.choose("flows");
                canvas.show(previewed ? SampleFlow.previewed() : Decorations.of(Problems.in(flow)));
                session.select(new LinkedHashSet<>(List.of(previewed ? SampleFlow.TECHNICIAN : new NodeId("event"))));
                // A first pulse lays out and fits, a second draws the nodes that came into view.
                scene.snapshot(null);
                Picture.write(scene.snapshot(null), file);
            } catch (IOException failure) {
                throw new UncheckedIOException("drawing " + file, failure);
            }
        }

        /// In the middle of a drag from one point of the canvas to another.
        private static void gesture(Path file, Theme.Choice choice, double x, double y, double toX, double toY) {
            var words = new Words(Language.EN);
            try (var theme = new Theme(choice);
                    var window = new MainWindow(
                            words, theme, Connectors.found(), Shortcuts.standard(), WindowPictures.places())) {
                var scene = new Scene(window, 1440, 900);
                theme.dress(scene);
                var canvas = window.open(new FlowSession(SampleFlow.flow()));
                furnish(window);
                scene.snapshot(null);
                var bounds = canvas.getBoundsInLocal();
                double left = (bounds.getWidth() - 576) / 2 - 56;
                double top = (bounds.getHeight() - 408) / 2 - 40;
                mouse(canvas, MouseEvent.MOUSE_PRESSED, x + left, y + top);
                mouse(canvas, MouseEvent.MOUSE_DRAGGED, x + left + 20, y + top + 20);
                mouse(canvas, MouseEvent.MOUSE_DRAGGED, toX + left, toY + top);
                scene.snapshot(null);
                Picture.write(scene.snapshot(null), file);
            } catch (IOException failure) {
                throw new UncheckedIOException("drawing " + file, failure);
            }
        }

        private static void mouse(Node canvas, EventType<MouseEvent> type, double x, double y) {
            var scene = canvas.localToScene(x, y);
            canvas.fireEvent(new MouseEvent(
                    type,
                    scene.getX(),
                    scene.getY(),
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
        }

        private static void furnish(MainWindow window) {
            window.setChip(chip("2 changes not live", "warning"));
            var listening = new Label("Listening");
            listening.getStyleClass().addAll("strong", "caption");
            window.setListening(listening, new Label("", dot()));
            window.setSample(new Button("Sample: OS-1496", Icon.of("pin")));
            window.setInspector(() -> panel("Inspector"));
            window.setDrawer(() -> panel("Preview"));
            window.setStatusLeft(new Label("Listening on port 8085", dot()), new Label("Stored locally"));
            window.setStatusRight(new Label("Saved 14:06"));
        }

        private static Label chip(String text, String tone) {
            var chip = new Label(text);
            chip.getStyleClass().addAll("chip", tone);
            return chip;
        }

        private static Region dot() {
            var dot = new Region();
            dot.getStyleClass().add("dot");
            return dot;
        }

        private static VBox panel(String name) {
            var title = new Label(name);
            title.getStyleClass().add("section-title");
            var panel = new VBox(title);
            panel.setStyle("-fx-padding: 16");
            return panel;
        }
    }

    static List<RailEntry> places() {
        return List.of(
                new RailEntry("flows", "flows", "rail.flows", false, () -> {}),
                new RailEntry("runs", "runs", "rail.runs", false, () -> {}),
                new RailEntry("connections", "plug", "rail.connections", false, () -> {}),
                new RailEntry("settings", "settings", "rail.settings", true, () -> {}));
    }
}
