package io.signalbox.app;

import io.signalbox.access.Secret;
import io.signalbox.engine.StoreException;
import io.signalbox.store.Backups;
import io.signalbox.store.Contents;
import io.signalbox.store.SealedCopy;
import io.signalbox.store.VaultKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Puts a copy in the place of a workspace's database. Nobody may own the workspace.
///
/// @param folder of the workspace, which may be new
record Restoring(Path folder, SecureRandom random, Instant now) {
    /// The name of the workspace's key file.
    static final String KEY = "vault.key";

    /// @param aside where the old database lies; empty when there was none
    record Restored(Contents contents, Optional<Path> aside) {}

    /// The workspace has a key already, and the copy bears another.
    static final class OtherKey extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// A copy that opens with the workspace's own key.
    ///
    /// @return empty when another process owns the workspace
    /// @throws StoreException when it cannot be restored; nothing was changed
    Optional<Restored> plain(Path copy) throws IOException {
        Workspace.makePrivate(folder);
        return put(copy, Files.notExists(key()));
    }

    /// A copy that bears its key, which a new workspace takes on.
    ///
    /// @return empty when another process owns the workspace
    /// @throws StoreException when it cannot be restored; nothing was changed
    Optional<Restored> sealed(Path copy, Secret passphrase) throws IOException, OtherKey {
        Workspace.makePrivate(folder);
        boolean fresh = Files.notExists(key());
        var opened = Files.createTempFile(folder, "restore", ".zip");
        try {
            new SealedCopy(copy, passphrase).open(opened);
            takeOn(opened);
            return put(opened, fresh);
        } finally {
            Files.delete(opened);
        }
    }

    /// Reads a copy through and keeps it for [#layReady], while the workspace may be in use.
    ///
    /// @param passphrase of a sealed one, which must bear the workspace's own key
    /// @throws StoreException when it cannot be restored; nothing was changed
    Contents examine(Path copy, Optional<Secret> passphrase) throws IOException, OtherKey {
        var opened = Files.createTempFile(folder, "restore", ".zip");
        try {
            if (passphrase.isPresent()) {
                new SealedCopy(copy, passphrase.get()).open(opened);
                takeOn(opened);
            } else {
                Files.copy(copy, opened, StandardCopyOption.REPLACE_EXISTING);
            }
            var contents = new Backups(folder, VaultKey.open(key(), random)).verify(opened);
            Files.move(opened, examined(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return contents;
        } finally {
            Files.deleteIfExists(opened);
        }
    }

    /// What was examined is put in the database's place by the next start.
    void layReady() throws IOException {
        Files.move(examined(), ready(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Where a copy lies that was read through, and that nobody has decided about yet.
    Path examined() {
        return folder.resolve("restore-examined.zip");
    }

    /// Where a copy lies that the next start puts in the database's place.
    Path ready() {
        return folder.resolve("restore-ready.zip");
    }

    /// Puts what lies ready in the database's place.
    ///
    /// @return empty when nothing lies ready, or when another process owns the workspace
    /// @throws StoreException when it cannot be restored; nothing was changed, and it does not lie ready any more
    Optional<Restored> takeReady() throws IOException {
        if (Files.notExists(ready())) {
            return Optional.empty();
        }
        try {
            var restored = put(ready(), false);
            if (restored.isPresent()) {
                Files.delete(ready());
            }
            return restored;
        } catch (StoreException unusable) {
            Files.delete(ready());
            throw unusable;
        }
    }

    /// @param fresh the workspace had no key before; it has none again when the copy is of no use
    private Optional<Restored> put(Path copy, boolean fresh) throws IOException {
        try (var lockFile =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (Workspace.lock(lockFile).isEmpty()) {
                return Optional.empty();
            }
            var backups = new Backups(folder, VaultKey.open(key(), random));
            return Optional.of(new Restored(backups.verify(copy), backups.restore(copy, now)));
        } catch (StoreException unusable) {
            if (fresh) {
                Files.deleteIfExists(key());
            }
            throw unusable;
        }
    }

    private void takeOn(Path opened) throws IOException, OtherKey {
        try (var zip = new ZipFile(opened.toFile())) {
            var entry = zip.getEntry(SealedCopy.KEY);
            if (entry == null) {
                throw new StoreException("restoring", new IOException("no key in " + opened));
            }
            try (var in = zip.getInputStream(entry)) {
                var bytes = in.readAllBytes();
                if (Files.notExists(key())) {
                    VaultKey.install(key(), bytes);
                } else if (!Arrays.equals(bytes, Files.readAllBytes(key()))) {
                    throw new OtherKey();
                }
            }
        }
    }

    private Path key() {
        return folder.resolve(KEY);
    }
}
