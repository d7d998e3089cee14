package io.signalbox.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A disk whose room is what a test says, for a whole workspace. One at a time.
public final class IllDisk implements AutoCloseable {
    private static final long PLENTY = 1L << 40;

    private final AtomicLong free = new AtomicLong(PLENTY);

    /// The database of a workspace on this disk.
    public Database open(Path folder, VaultKey key, InstantSource clock) {
        var place = folder.resolve("db").resolve("signalbox").toAbsolutePath().toString();
        var space = new Space(free::get, Optional.empty(), new Space.Limits(0, 512L << 20));
        return Database.open(FullFiles.over(place), key, space);
    }

    /// After so many writes more, every write fails.
    public void fail(long writes) {
        FullFiles.room(writes);
    }

    public void heal() {
        FullFiles.room(Long.MAX_VALUE);
    }

    /// What the disk says is free.
    public void free(long bytes) {
        free.set(bytes);
    }

    @Override
    public void close() {
        heal();
    }
}
