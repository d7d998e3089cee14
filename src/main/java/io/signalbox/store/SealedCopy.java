package io.signalbox.store;

import io.signalbox.access.Secret;
import io.signalbox.engine.StoreException;
import java.io.BufferedInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/// A copy of a workspace that may leave it: database and key in one file, sealed with a passphrase. It is an OpenPGP
/// message (RFC 9580) with AES-256 and a sum against tampering, so that `gpg --decrypt` opens it as well.
///
/// @param file the sealed one
public record SealedCopy(Path file, Secret passphrase) {
    /// What a copy that was opened holds beside the database.
    public static final String KEY = "vault.key";

    /// The most that OpenPGP can say: 65 million bytes are hashed for each guess of the passphrase.
    private static final int MOST_HASHING = 0xff;

    private static final int BUFFER = 1 << 16;

    /// Seals a copy that was read through, and reads the sealed one back.
    ///
    /// @param copy as [Backups#make] makes it
    /// @param key the workspace's key file
    public void seal(Path copy, Path key, SecureRandom random, Instant now) {
        var whole = file.toAbsolutePath();
        var unfinished = whole.resolveSibling(whole.getFileName() + ".unfinished");
        try {
            if (whole.getParent() != null) {
                Files.createDirectories(whole.getParent());
            }
            try (var out = new FileOutputStream(unfinished.toFile())) {
                write(copy, key, out, random, now);
                out.getChannel().force(true);
            }
            new SealedCopy(unfinished, passphrase).read(OutputStream.nullOutputStream());
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | PGPException failure) {
            throw new StoreException("sealing a backup to " + file, failure);
        }
    }

    private void write(Path copy, Path key, OutputStream out, SecureRandom random, Instant now)
            throws IOException, PGPException {
        var sealing = new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(random));
        sealing.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                        passphrase.value().toCharArray(),
                        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                        MOST_HASHING)
                .setSecureRandom(random));
        try (var sealed = sealing.open(out, new byte[BUFFER]);
                var content = new PGPLiteralDataGenerator()
                        .open(sealed, PGPLiteralData.BINARY, "signalbox.zip", Date.from(now), new byte[BUFFER]);
                var zip = new ZipOutputStream(content);
                var plain = new ZipFile(copy.toFile())) {
            for (var entry : plain.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                try (var in = plain.getInputStream(entry)) {
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(KEY));
            Files.copy(key, zip);
        }
    }

    /// Opens it: a zip of the database and of the key's file.
    ///
    /// @throws StoreException when the passphrase is another, or the file is damaged or something else
    public void open(Path to) {
        try (var out = Files.newOutputStream(to)) {
            read(out);
        } catch (IOException | PGPException failure) {
            throw new StoreException("opening the sealed backup " + file, failure);
        }
    }

    private void read(OutputStream to) throws IOException, PGPException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list
                    && list.get(0) instanceof PGPPBEEncryptedData sealed)) {
                throw new IOException(file + " is not sealed with a passphrase");
            }
            var opened = sealed.getDataStream(new BcPBEDataDecryptorFactory(
                    passphrase.value().toCharArray(), new BcPGPDigestCalculatorProvider()));
            if (!(new BcPGPObjectFactory(opened).nextObject() instanceof PGPLiteralData content)) {
                throw new IOException(file + " holds something else");
            }
            try (InputStream data = content.getInputStream()) {
                data.transferTo(to);
            }
            if (!sealed.verify()) {
                throw new IOException(file + " was changed");
            }
        }
    }
}
