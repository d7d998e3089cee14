package io.signalbox.designer.canvas;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.FlowSession;
import io.signalbox.designer.MainWindow;
import io.signalbox.designer.Picture;
import io.signalbox.designer.SampleFlow;
import io.signalbox.designer.Shortcuts;
import io.signalbox.designer.Theme;
import io.signalbox.designer.Words;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Language;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Draws notes, groups, the map and the menu into PNG files, to be looked at.
public final class SketchPictures {
    private SketchPictures() {}

    public static void main(String[] arguments) {
        Application.launch(Painter.class, arguments);
    }

    static Flow sketched() {
        var flow = SampleFlow.flow();
        var layout = flow.layout()
                .withNote(Note.of(
                        new NodeId("note"),
                        "Agreed with Helena, 12 Nov\nThe supervisor hears about very high priority only. Everyone else: technician.",
                        new Point(56, 424)))
                .withNote(Note.of(new NodeId("note-2"), "Ask Marta for the wording.", new Point(760, 56)))
                .withGroup(Group.of(
                        new NodeId("group"),
                        "Messages",
                        new LinkedHashSet<>(List.of(SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR))));
        return flow.withLayout(layout);
    }

    /// Runs on the FX thread and leaves.
    public static final class Painter extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            var folder =
                    Files.createDirectories(Path.of(getParameters().getRaw().getFirst()));
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                picture(
                        folder.resolve("sketch-" + choice.key() + ".png"),
                        choice,
                        Language.EN,
                        sketched(),
                        canvas -> {});
                picture(folder.resolve("chosen-" + choice.key() + ".png"), choice, Language.EN, sketched(), canvas -> {
                    canvas.select(new LinkedHashSet<>(
                            List.of(new NodeId("note"), SampleFlow.TECHNICIAN, SampleFlow.SUPERVISOR)));
                    canvas.scenery().focus(new NodeId("note"));
                });
                picture(folder.resolve("writing-" + choice.key() + ".png"), choice, Language.EN, sketched(), canvas -> {
                    canvas.edit(new NodeId("note"));
                });
                picture(folder.resolve("map-" + choice.key() + ".png"), choice, Language.EN, wide(), canvas -> {});
                picture(folder.resolve("menu-" + choice.key() + ".png"), choice, Language.FR, sketched(), canvas -> {
                    canvas.select(new LinkedHashSet<>(List.of(SampleFlow.CONNECTION)));
                    canvas.act("canvas.menu");
                });
            }
            Platform.exit();
            System.exit(0);
        }

        /// Thirty nodes: six copies of the sample.
        private static Flow wide() {
            var session = new FlowSession(SampleFlow.flow());
            for (int copy = 1; copy < 6; copy++) {
                session.perform(
                        new io.signalbox.edit.Edit.Copy(new io.signalbox.edit.Copying.Duplicate(
                                SampleFlow.flow().nodes().keySet(), copy % 2 * 1400, copy / 2 * 640, false)),
                        "");
            }
            return session.flow();
        }

        private static void picture(
                Path file, Theme.Choice choice, Language language, Flow flow, Consumer<CanvasView> act) {
            var words = new Words(language);
            try (var theme = new Theme(choice);
                    var window = new MainWindow(words, theme, Connectors.found(), Shortcuts.standard(), List.of())) {
                var scene = new Scene(window, 1200, 800);
                theme.dress(scene);
                var stage = new Stage();
                stage.setScene(scene);
                stage.show();
                var canvas = window.open(new FlowSession(flow));
                scene.snapshot(null);
                act.accept(canvas);
                scene.snapshot(null);
                Picture.write(scene.snapshot(null), file);
                for (var other : List.copyOf(Window.getWindows())) {
                    if (!other.equals(stage) && other.getScene() != null) {
                        var image = new WritableImage((int) other.getWidth(), (int) other.getHeight());
                        Picture.write(
                                other.getScene().snapshot(image), file.resolveSibling("popup-" + file.getFileName()));
                    }
                }
                stage.hide();
            } catch (IOException failure) {
                throw new UncheckedIOException("drawing " + file, failure);
            }
        }
    }
}
