package io.signalbox.store;

import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Room on the workspace's disk. New work is refused before the disk is full, and a file of the workspace holds room
/// back that is given free when it is full all the same. Thread-safe.
final class Space {
    private static final Logger LOG = LoggerFactory.getLogger(Space.class);
    private static final long LOOK_EVERY_NANOS = 250_000_000L;

    private final LongSupplier usable;
    private final Optional<Path> file;
    private final Limits limits;
    private volatile long free;
    private volatile long looked;

    /// @param reserve bytes held back
    /// @param stopAt new work is refused when fewer bytes are free
    record Limits(long reserve, long stopAt) {
        static final Limits STANDARD = new Limits(64L << 20, 512L << 20);
    }

    Space(LongSupplier usable, Optional<Path> file, Limits limits) {
        this.usable = usable;
        this.file = file;
        this.limits = limits;
        look();
    }

    static Space of(Path folder, Limits limits) {
        try {
            Files.createDirectories(folder);
            FileStore disk = Files.getFileStore(folder);
            return new Space(
                    () -> usable(disk), Optional.of(folder.resolve("db").resolve("reserve")), limits);
        } catch (IOException failure) {
            throw new StoreException("looking at the disk of " + folder, failure);
        }
    }

    /// Where nothing can run full.
    static Space endless() {
        return new Space(() -> Long.MAX_VALUE, Optional.empty(), new Limits(0, 0));
    }

    private static long usable(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException unknown) {
            LOG.debug("the disk does not say how much room it has", unknown);
            return Long.MAX_VALUE;
        }
    }

    private void look() {
        free = usable.getAsLong();
        looked = System.nanoTime();
    }

    long free() {
        if (System.nanoTime() - looked > LOOK_EVERY_NANOS) {
            look();
        }
        return free;
    }

    boolean isShort() {
        return free() < limits.stopAt();
    }

    void admit() {
        if (isShort()) {
            throw new StoreException.Full(free);
        }
    }

    /// Writes the room held back, where there is plenty.
    void reserve() {
        if (file.isEmpty() || free() < limits.stopAt() + 2 * limits.reserve()) {
            return;
        }
        var zeros = ByteBuffer.allocate(1 << 20);
        try (var channel = FileChannel.open(file.get(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Real blocks: a file with holes would hold nothing back.
            while (channel.size() < limits.reserve()) {
                channel.write(zeros.rewind(), channel.size());
            }
        } catch (IOException failure) {
            LOG.warn("no room could be held back on the disk: {}", String.valueOf(failure.getMessage()));
        }
    }

    /// Gives the room held back free.
    void release() {
        file.ifPresent(path -> {
            try {
                Files.deleteIfExists(path);
            } catch (IOException failure) {
                LOG.warn("the room held back could not be given free: {}", String.valueOf(failure.getMessage()));
            }
        });
    }
}
