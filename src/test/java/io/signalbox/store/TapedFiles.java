package io.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file system under the database, `taped:` in front of any other, that writes down what a file was told.
/// Public, since the database makes objects of it by its name.
public final class TapedFiles extends FilePathWrapper {
    private static final String SCHEME = "taped";
    private static final Map<String, Tape> TAPES = new ConcurrentHashMap<>();

    /// A database in memory whose file starts as `first` and is written down from now on.
    static Tape place(String name, byte[] first) throws IOException {
        FilePath.register(new TapedFiles());
        var file = FilePath.get("memFS:/" + name + "/signalbox.mv.db");
        if (first.length > 0) {
            try (var out = file.newOutputStream(false)) {
                out.write(first);
            }
        }
        var tape = new Tape(first);
        TAPES.put(file.toString(), tape);
        return tape;
    }

    /// Where the database of that name lies, for its address.
    static String url(String name) {
        return SCHEME + ":memFS:/" + name + "/signalbox";
    }

    static void forget(String name) {
        var file = FilePath.get("memFS:/" + name + "/signalbox.mv.db");
        TAPES.remove(file.toString());
        file.delete();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = getBase().open(mode);
        return Optional.ofNullable(TAPES.get(getBase().toString()))
                .<FileChannel>map(tape -> new Taped(channel, tape))
                .orElse(channel);
    }

    private static final class Taped extends FileBaseDefault {
        private final FileChannel file;
        private final Tape tape;

        Taped(FileChannel file, Tape tape) {
            this.file = file;
            this.tape = tape;
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
            var bytes = new byte[from.remaining()];
            from.duplicate().get(bytes);
            synchronized (tape) {
                int written = file.write(from, at);
                if (written != bytes.length) {
                    throw new IllegalStateException("memory took " + written + " of " + bytes.length);
                }
                tape.wrote(at, bytes);
            }
            return bytes.length;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            synchronized (tape) {
                file.truncate(size);
                tape.truncated(size);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synchronized (tape) {
                file.force(metaData);
                tape.forced();
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
