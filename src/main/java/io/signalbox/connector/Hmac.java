package io.signalbox.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signatures made with a shared secret, in the spellings that vendors use, and comparison that tells nothing by the
/// time it takes.
public final class Hmac {
    private Hmac() {}

    /// @param parts signed one after the other
    public static String hex(String algorithm, String secret, byte[]... parts) {
        return HexFormat.of().formatHex(sign(algorithm, secret.getBytes(StandardCharsets.UTF_8), parts));
    }

    static String base64(String algorithm, byte[] secret, byte[]... parts) {
        return Base64.getEncoder().encodeToString(sign(algorithm, secret, parts));
    }

    /// The texts are compared, not what they decode to: base64 can spell the same bytes in several ways.
    static boolean same(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sign(String algorithm, byte[] secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            // An empty key is refused by Java; nobody signs with one.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, algorithm));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has " + algorithm, absent);
        }
    }
}
