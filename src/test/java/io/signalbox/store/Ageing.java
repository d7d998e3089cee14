package io.signalbox.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;

/// Makes a database's file believe that time has passed: H2 leaves room alone for 45 seconds before it uses it again,
/// and what goes wrong with room used again is to be seen sooner.
final class Ageing {
    private static final int BLOCK = 4096;
    private static final Pattern CREATED = Pattern.compile("created:([0-9a-f]+)");

    private Ageing() {}

    static byte[] by(long millis, byte[] image) {
        var aged = image.clone();
        for (int at = 0; at <= BLOCK; at += BLOCK) {
            var head = new String(aged, at, 512, StandardCharsets.ISO_8859_1);
            int sum = head.indexOf(",fletcher:");
            if (sum < 0) {
                continue; // The cut took this one; the other is whole.
            }
            var text = CREATED.matcher(head.substring(0, sum))
                    .replaceAll(found -> "created:" + Long.toHexString(Long.parseLong(found.group(1), 16) - millis));
            var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            var line =
                    text + ",fletcher:" + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length)) + "\n";
            var whole = Arrays.copyOf(line.getBytes(StandardCharsets.ISO_8859_1), 512);
            System.arraycopy(whole, 0, aged, at, whole.length);
        }
        return aged;
    }
}
