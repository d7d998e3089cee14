package io.signalbox.engine;

import io.signalbox.engine.Releases.Unfit;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The public half of the key by which releases are signed: Ed25519, as `openssl pkey -pubout` writes it.
public record ReleaseKey(PublicKey key) {
    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_BYTES = 64;

    /// @param text PEM, or the Base64 between its marks; line breaks may have been lost, as in a field of one line
    /// @throws Unfit `key.none` when it is blank, `key.unfit` when it is no such key
    public static ReleaseKey of(String text) throws Unfit {
        if (text.isBlank()) {
            throw new Unfit("key.none");
        }
        try {
            var encoded = Base64.getDecoder().decode(bare(text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")));
            return new ReleaseKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new Unfit("key.unfit");
        }
    }

    /// @param signature its 64 bytes, or these in Base64
    /// @throws Unfit `signature` when this key did not sign exactly these bytes
    public void check(byte[] document, byte[] signature) throws Unfit {
        if (!isSigned(document, signature)) {
            throw new Unfit("signature");
        }
    }

    private boolean isSigned(byte[] document, byte[] signature) {
        try {
            var verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(document);
            return verification.verify(
                    signature.length == SIGNATURE_BYTES
                            ? signature
                            : Base64.getDecoder().decode(bare(new String(signature, StandardCharsets.ISO_8859_1))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
