package io.signalbox.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signatures as vendors make them, with a secret that both sides know.
public final class Signature {
    private Signature() {}

    /// @param algorithm as Java calls it: `HmacSHA256`
    public static String hex(String algorithm, String secret, String text) {
        return HexFormat.of().formatHex(sign(algorithm, secret, text));
    }

    public static String base64(String algorithm, String secret, String text) {
        return Base64.getEncoder().encodeToString(sign(algorithm, secret, text));
    }

    private static byte[] sign(String algorithm, String secret, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            var key = secret.getBytes(StandardCharsets.UTF_8);
            // Java refuses an empty key; a hook without a secret is signed with one that nobody accepts.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has " + algorithm, absent);
        }
    }
}
