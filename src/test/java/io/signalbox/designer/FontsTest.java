package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The fonts that the program brings along, drawn without a display.
@ExtendWith(ApplicationExtension.class)
final class FontsTest {

    @Start
    void open(Stage stage) {
        stage.show();
    }

    /// Semi-bold is a family of its own: a style sheet names it so, and asking for weight 600 of Inter finds nothing.
    @Test
    void each_font_loads_under_its_own_name_and_leaves_ink(PatientRobot robot) {
        var names = new ArrayList<String>();
        for (var file : new String[] {"Inter-Regular.otf", "Inter-SemiBold.otf", "JetBrainsMono-Regular.ttf"}) {
            var source = resource("/assets/fonts/" + file);
            var font = Font.loadFont(source, 24);
            assertNotNull(font, file);
            names.add(font.getFamily() + " / " + font.getName());
            robot.interact(() -> assertNotEquals(0, inkOf("Ação ñ ü 0123 → €", font), file));
        }
        assertEquals(
                "[Inter / Inter Regular, Inter Semi Bold / Inter Semi Bold, JetBrains Mono / JetBrains Mono Regular]",
                names.toString());
    }

    private static String resource(String path) {
        var found = FontsTest.class.getResource(path);
        assertNotNull(found, path);
        return found.toExternalForm();
    }

    private static int inkOf(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        var picture = new Scene(new StackPane(text), 400, 60, Color.WHITE).snapshot(null);
        var pixels = picture.getPixelReader();
        var ink = 0;
        for (var x = 0; x < 400; x++) {
            for (var y = 0; y < 60; y++) {
                ink += pixels.getColor(x, y).getBrightness() < 0.5 ? 1 : 0;
            }
        }
        return ink;
    }
}
