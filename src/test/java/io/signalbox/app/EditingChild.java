package io.signalbox.app;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.nio.file.Path;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The real window over a real workspace, in which somebody types a new name without a pause. Each finished edit is
/// told on standard output with its time: `<milliseconds> <number>`. Made to be killed.
final class EditingChild {
    private EditingChild() {}

    public static void main(String[] arguments) throws Exception {
        var rig = new Rig(Path.of(arguments[0]));
        if (rig.workspace().flows().all().isEmpty()) {
            rig.workspace().flows().save(Rig.sample(), 0);
        }
        Platform.startup(() -> {
            var studio = new StudioRig(rig, Theme.Choice.LIGHT, Language.EN, 1000, 800);
            var stage = new Stage();
            stage.setScene(studio.scene());
            stage.show();
            studio.studio().open(Rig.sample().id());
            new Typist(rig, studio).begin();
        });
    }

    private static final class Typist {
        private final Rig rig;
        private final StudioRig studio;
        private int number;
        /// The first save of a young process takes its time: what is promised is promised of one at work.
        private boolean saved;

        Typist(Rig rig, StudioRig studio) {
            this.rig = rig;
            this.studio = studio;
        }

        void begin() {
            var typing = new Timeline(new KeyFrame(Duration.millis(20), _ -> type()));
            typing.setCycleCount(Timeline.INDEFINITE);
            typing.play();
        }

        private void type() {
            studio.window().canvas().ifPresent(canvas -> canvas.act("canvas.escape"));
            if (studio.scene().lookup("#flow-name") instanceof TextField name) {
                name.setText("Edit " + ++number);
                saved = saved
                        || rig.workspace().flows().all().stream()
                                .anyMatch(flow -> flow.flow().name().startsWith("Edit "));
                if (saved) {
                    System.out.println(System.currentTimeMillis() + " " + number);
                    System.out.flush();
                }
            }
        }
    }
}
