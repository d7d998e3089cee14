package io.signalbox.connector;

import io.signalbox.access.Secret;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// The signature of Standard Webhooks 1 that our own calls bear: id, time and the exact bytes of the body.
public final class StandardSignature {
    public static final String ID = "webhook-id";
    public static final String TIME = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private StandardSignature(byte[] key) {
        this.key = key;
    }

    /// @param secret base64, with or without `whsec_` before it; empty when it is neither
    public static Optional<StandardSignature> by(Secret secret) {
        var text = secret.value().strip();
        try {
            var key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            return key.length == 0 ? Optional.empty() : Optional.of(new StandardSignature(key));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The headers for a message of that id, sent at that time.
    public Outgoing.Seal of(String id, Instant at) {
        var time = Long.toString(at.getEpochSecond());
        return body -> Map.of(TIME, time, SIGNATURE, of(id, time, body));
    }

    /// One entry of the header, `v1,…`.
    String of(String id, String time, byte[] body) {
        return "v1," + Hmac.base64("HmacSHA256", key, Hmac.utf8(id + "." + time + "."), body);
    }
}
