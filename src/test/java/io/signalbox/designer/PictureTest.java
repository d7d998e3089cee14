package io.signalbox.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
final class PictureTest {

    @Test
    void a_written_picture_is_read_back_pixel_by_pixel() throws IOException {
        var drawn = new WritableImage(3, 2);
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 2; y++) {
                drawn.getPixelWriter().setArgb(x, y, 0xff000000 | x * 0x770000 | y * 0xff00 | (x + y) * 0x40);
            }
        }
        var out = new ByteArrayOutputStream();
        Picture.write(drawn, out);
        var read = new Image(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(3, (int) read.getWidth());
        assertEquals(2, (int) read.getHeight());
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 2; y++) {
                assertEquals(
                        drawn.getPixelReader().getArgb(x, y),
                        read.getPixelReader().getArgb(x, y));
            }
        }
    }
}
