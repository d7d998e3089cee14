package io.signalbox.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The name under which a person is kept: always the same for an address, and telling it to nobody who has not the
/// workspace's key.
final class ContactKeys {
    private static final int LENGTH = 26;

    private final SecretKeySpec key;

    ContactKeys(VaultKey key) {
        this.key = new SecretKeySpec(key.contactKey(), "HmacSHA256");
    }

    String of(String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, LENGTH);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }
}
