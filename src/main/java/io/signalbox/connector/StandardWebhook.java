package io.signalbox.connector;

import io.signalbox.access.Secret;
import io.signalbox.flow.Value;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Standard Webhooks 1: id, time and body signed, with a shared secret or, where the connection holds the sender's
/// public
/// key (`whpk_…`), with the sender's private one; several signatures may stand side by side while a secret is changed.
record StandardWebhook() implements Verifier {
    private static final String PUBLIC = "whpk_";
    private static final String ASYMMETRIC = "v1a,";
    private static final int KEY_LENGTH = 32;
    /// What stands before the bytes of an Ed25519 key in the encoding that Java reads (RFC 8410).
    private static final String KEY_HEAD = "302a300506032b6570032100";

    @Override
    public String key() {
        return "standard-webhooks";
    }

    @Override
    public List<String> needs() {
        return List.of("secret");
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        var id = call.header("webhook-id");
        var time = call.header("webhook-timestamp");
        var secret = keys.secret("secret");
        if (call.isGet() || id.isEmpty() || secret.isEmpty() || !SlackHook.isNear(time, keys.now())) {
            return new Refused();
        }
        var shown = List.of(call.header("webhook-signature").split(" ", -1));
        return Verifier.genuineIf(
                secret.get().value().startsWith(PUBLIC)
                        ? isSigned(secret.get(), id + "." + time + ".", call.body(), shown)
                        : StandardSignature.by(secret.get())
                                .map(signature -> signature.of(id, time, call.body()))
                                .filter(expected -> isAmong(expected, shown))
                                .isPresent());
    }

    private static boolean isAmong(String expected, List<String> shown) {
        boolean among = false;
        for (var one : shown) {
            among |= Hmac.same(expected, one);
        }
        return among;
    }

    /// By the sender's public key: entries `v1a,` with an Ed25519 signature.
    private static boolean isSigned(Secret key, String before, byte[] body, List<String> shown) {
        try {
            var raw = Base64.getDecoder().decode(key.value().substring(PUBLIC.length()));
            if (raw.length != KEY_LENGTH) {
                return false;
            }
            var encoded = HexFormat.of().parseHex(KEY_HEAD + HexFormat.of().formatHex(raw));
            var known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            for (var one : shown) {
                if (one.startsWith(ASYMMETRIC) && verifies(known, before, body, one.substring(ASYMMETRIC.length()))) {
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean verifies(PublicKey key, String before, byte[] body, String base64)
            throws GeneralSecurityException {
        var signature = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(signature).equals(base64)) {
            return false;
        }
        var verification = Signature.getInstance("Ed25519");
        verification.initVerify(key);
        verification.update(Hmac.utf8(before));
        verification.update(body);
        try {
            return verification.verify(signature);
        } catch (SignatureException _) {
            // Not of the right length.
            return false;
        }
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        return List.of(HookItem.of(HookItem.identity(call.header("webhook-id")), body));
    }

    @Override
    public boolean vendor() {
        return false;
    }
}
