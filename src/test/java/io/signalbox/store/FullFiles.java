package io.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file system under the database, `full:` in front of any other, on which there is room for so many writes, and
/// which may bring only the first half of the one that fails to the disk.
/// Public, since the database makes objects of it by its name.
public final class FullFiles extends FilePathWrapper {
    private static final String SCHEME = "full";
    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    static String over(String place) {
        FilePath.register(new FullFiles());
        return SCHEME + ":" + place;
    }

    /// Room for so many writes more.
    static void room(long writes) {
        ROOM.set(writes);
    }

    static boolean isFull() {
        return ROOM.get() <= 0;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Full(getBase().open(mode));
    }

    private static final class Full extends FileBaseDefault {
        private final FileChannel file;

        Full(FileChannel file) {
            this.file = file;
        }

        private static boolean isRefused() {
            return ROOM.getAndUpdate(left -> left > 0 ? left - 1 : left) <= 0;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer into, long at) throws IOException {
            return file.read(into, at);
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            if (isRefused()) {
                var half = from.duplicate();
                half.limit(half.position() + half.remaining() / 2);
                file.write(half, at);
                throw new IOException("No space left on device");
            }
            return file.write(from, at);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (isRefused()) {
                throw new IOException("No space left on device");
            }
            file.force(metaData);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
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
