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

    private final SecretKeySpec key;

    /// @param installation at least 16 random bytes, the same for the life of the workspace
    public StepKeys(byte[] installation) {
        key = new SecretKeySpec(installation, "HmacSHA256");
    }

    public String of(String run, StepId step) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return base32(mac.doFinal((run + "|" + step).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
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
