package io.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// The file system `checked:` under the database: every chunk is written with its sum (see [ChunkSum]).
/// Public, since H2 makes objects of it by its name.
public final class CheckedFiles extends FilePathWrapper {
    private static final String SCHEME = "checked";

    /// The address of a file in this file system.
    static String over(String place) {
        FilePath.register(new CheckedFiles());
        return SCHEME + ":" + place;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Checked(getBase().open(mode));
    }

    private static final class Checked extends FileBaseDefault {
        private final FileChannel file;
        /// Versions of chunks: the last one written, and the last one that is certainly on the disk. What was there
        /// before the first write is on the disk: opening saw to that.
        private int written = -1;

        private int synced = -1;

        Checked(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        // Reads at a place need not wait for a write at another.
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public int read(ByteBuffer into, long at) throws IOException {
            return file.read(into, at);
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            if (ChunkSum.isChunk(from)) {
                int version = (int) ChunkHead.of(from).version();
                if (written < 0) {
                    written = version - 1;
                    synced = version - 1;
                }
                ChunkSum.stamp(from, new ChunkSum.History(written, synced));
                written = version;
            }
            return file.write(from, at);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            int before;
            synchronized (this) {
                before = written;
            }
            file.force(metaData);
            synchronized (this) {
                synced = Math.max(synced, before);
            }
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
