package io.signalbox.store;

import io.signalbox.access.Secret;
import io.signalbox.engine.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals secrets: each under a key of its own (AES-256-GCM), that key wrapped by the workspace's. The place a secret
/// belongs to is sealed with it, so a sealed secret moved to another row does not open.
///
/// Layout: version 1 byte, nonce 12, wrapped key 48, nonce 12, sealed text.
final class Vault {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int WRAPPED = 32 + TAG_BITS / 8;

    private final SecretKey wrapping;
    private final SecureRandom random;

    Vault(VaultKey key, SecureRandom random) {
        this.wrapping = key.wrapping();
        this.random = random;
    }

    byte[] seal(String place, Secret secret) {
        var dataKey = new byte[32];
        random.nextBytes(dataKey);
        var outer = nonce();
        var inner = nonce();
        var wrapped = run(Cipher.ENCRYPT_MODE, wrapping, outer, place, dataKey);
        var sealed = run(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(dataKey, "AES"),
                inner,
                place,
                secret.value().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + wrapped.length + NONCE + sealed.length)
                .put(VERSION)
                .put(outer)
                .put(wrapped)
                .put(inner)
                .put(sealed)
                .array();
    }

    Secret open(String place, byte[] sealed) {
        var bytes = ByteBuffer.wrap(sealed);
        byte version = bytes.get();
        if (version != VERSION) {
            throw new StoreException(
                    "opening the secret " + place, new IllegalArgumentException("sealed as version " + version));
        }
        var dataKey = run(Cipher.DECRYPT_MODE, wrapping, take(bytes, NONCE), place, take(bytes, WRAPPED));
        var text = run(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(dataKey, "AES"),
                take(bytes, NONCE),
                place,
                take(bytes, bytes.remaining()));
        return new Secret(new String(text, StandardCharsets.UTF_8));
    }

    private byte[] nonce() {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    private static byte[] take(ByteBuffer bytes, int length) {
        var part = new byte[length];
        bytes.get(part);
        return part;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String place, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new StoreException("the secret " + place + " does not open with this key file", failure);
        }
    }
}
