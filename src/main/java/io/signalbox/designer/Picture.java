package io.signalbox.designer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;

/// Writes what is on the screen as a PNG file, without AWT.
public final class Picture {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int RED_GREEN_BLUE = 2;
    private static final int NO_FILTER = 0;

    private Picture() {}

    public static void write(Image image, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            write(image, out);
        }
    }

    /// @param image opaque; its transparency is dropped
    public static void write(Image image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var head = new ByteArrayOutputStream();
        var size = new DataOutputStream(head);
        size.writeInt(width);
        size.writeInt(height);
        size.write(new byte[] {BITS, RED_GREEN_BLUE, 0, 0, 0});
        var data = new DataOutputStream(out);
        data.write(SIGNATURE);
        chunk(data, "IHDR", head.toByteArray());
        chunk(data, "IDAT", deflated(image, width, height));
        chunk(data, "IEND", new byte[0]);
        data.flush();
    }

    private static byte[] deflated(Image image, int width, int height) throws IOException {
        var pixels = image.getPixelReader();
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var packed = new DeflaterOutputStream(bytes, deflater)) {
            var line = new byte[1 + width * 3];
            line[0] = NO_FILTER;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = pixels.getArgb(x, y);
                    line[1 + x * 3] = (byte) (pixel >> 16);
                    line[2 + x * 3] = (byte) (pixel >> 8);
                    line[3 + x * 3] = (byte) pixel;
                }
                packed.write(line);
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
