package io.signalbox.store;

import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The workspace's key: 256 random bits in a file of their own, readable by its owner alone, apart from the database.
/// A copy of the database without this file reveals no secret.
public final class VaultKey {
    private static final int LENGTH = 32;

    private final byte[] key;

    private VaultKey(byte[] key) {
        this.key = key;
    }

    /// Reads the key file, or makes it.
    public static VaultKey open(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                make(file, random);
            }
            checkPrivate(file);
            var bytes = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length != LENGTH) {
                throw new IOException("the key has %d bytes instead of %d".formatted(bytes.length, LENGTH));
            }
            return new VaultKey(bytes);
        } catch (IOException | IllegalArgumentException failure) {
            throw new StoreException("reading the key file " + file, failure);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        var text = Base64.getEncoder().encodeToString(bytes) + "\n";
        try {
            install(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException _) {
            // Another start was quicker.
        }
    }

    /// Writes the key file of a workspace that has none.
    ///
    /// @param text all of another key file
    public static void install(Path file, byte[] text) throws IOException {
        Files.createFile(file, privately(file));
        Files.write(file, text, StandardOpenOption.SYNC);
    }

    private static FileAttribute<?>[] privately(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void checkPrivate(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        var open = Files.getPosixFilePermissions(file);
        open.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        if (!open.isEmpty()) {
            throw new IOException("others may read it; run: chmod 600 " + file);
        }
    }

    /// A password for one purpose, derived so that no other purpose's can be told from it.
    String password(String purpose) {
        return HexFormat.of().formatHex(derive(purpose));
    }

    SecretKey wrapping() {
        return new SecretKeySpec(derive("wrap"), "AES");
    }

    /// The secret that idempotency keys are made with.
    public byte[] stepKey() {
        return derive("steps");
    }

    /// The secret that people's addresses are hashed with.
    byte[] contactKey() {
        return derive("contacts");
    }

    private byte[] derive(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    @Override
    public String toString() {
        return "VaultKey[hidden]";
    }
}
