package io.signalbox.engine;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The idempotency key of a step: the same for every attempt, different for every other step anywhere, telling nobody
/// anything.
public final class StepKeys {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    /// Never used itself: finding and keying one costs more than the few bytes it is made for.
    private final Mac keyed;

    /// @param installation at least 16 random bytes, the same for the life of the workspace
    public StepKeys(byte[] installation) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(installation, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    public String of(String run, StepId step) {
        try {
            var mac = (Mac) keyed.clone();
            return base32(mac.doFinal((run + "|" + step).getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException absent) {
            throw new IllegalStateException("Java's own HmacSHA256 can be copied", absent);
        }
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder(LENGTH);
        long bits = 0;
        int held = 0;
        for (int at = 0; text.length() < LENGTH; at++) {
            bits = (bits << 8) | (bytes[at] & 0xff);
            held += 8;
            while (held >= 5 && text.length() < LENGTH) {
                text.append(ALPHABET.charAt((int) (bits >> (held - 5)) & 31));
                held -= 5;
            }
        }
        return text.toString();
    }
}
