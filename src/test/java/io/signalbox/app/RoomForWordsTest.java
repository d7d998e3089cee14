package io.signalbox.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.designer.Theme;
import io.signalbox.flow.Language;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/// Where words are long or large, what matters most keeps its room.
@ExtendWith(ApplicationExtension.class)
final class RoomForWordsTest {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    @TempDir
    private Path folder;

    private Rig rig;

    @BeforeEach
    void work() throws Exception {
        rig = new Rig(folder.resolve("desk"));
        rig.workspace().flows().save(Rig.sample(), 0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Easel opened(Language language, int scale) throws Exception {
        var easel = new Easel(rig, Theme.Choice.LIGHT, language, WIDTH, HEIGHT);
        easel.run(() -> easel.studio().book().change(now -> now.withScale(scale)));
        return easel.open(Rig.sample().id());
    }

    @Test
    void the_bar_and_a_node_drop_what_matters_less_before_they_cut_a_name() throws Exception {
        try (var easel = opened(Language.ES, 100)) {
            var sample = (Labeled) easel.await("#sample");
            Rig.await(() -> sample.getText().equals("OT-1496"));
            assertEquals("Muestra: " + Rig.sample().samples().getFirst().name(), Easel.on(sample::getAccessibleText));
            assertFalse(Easel.on(sample::isTextTruncated));
            var event = (Labeled) easel.await("#node-trigger .node-subtitle");
            assertEquals("Nueva OT", event.getText());
            assertFalse(Easel.on(event::isTextTruncated));
        }
    }

    @Test
    void large_text_leaves_steps_and_fields_the_room_they_need() throws Exception {
        try (var easel = opened(Language.IT, 150)) {
            easel.page("fields", "setup");
            var panel = (Region) easel.await(".preview-panel");
            var steps = (Region) easel.await("#preview-steps");
            Rig.await(() -> steps.getWidth() == panel.getWidth());
            var fields = (Region) easel.await(".field-map");
            var message = (Region) easel.await(".message-preview-pane");
            Rig.await(() -> message.localToScene(0, 0).getY()
                    > fields.localToScene(0, 0).getY() + HEIGHT / 2);
            var field = (Region) easel.await("#map-value-2");
            Rig.await(() -> free(field) < lowest(field).getHeight() / 2);
            assertTrue(lowest(field).getHeight() >= 36, "a chip grows with the text");
        }
    }

    private static Region lowest(Parent field) {
        return field.lookupAll(".path-chip").stream()
                .map(Region.class::cast)
                .max((one, other) -> Double.compare(one.getLayoutY(), other.getLayoutY()))
                .orElseThrow();
    }

    /// What is left empty below the last chip, in pixels.
    private static double free(Region field) {
        var last = lowest(field);
        return field.getHeight() - last.getLayoutY() - last.getHeight();
    }
}
