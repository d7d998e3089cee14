package io.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.h2.store.fs.FilePath;

/// Finds the last whole state of a database's file before H2 looks for it. H2 goes by the head of the file and by what
/// each chunk foretells of the next one's place; a chunk that came to lie elsewhere, as happens once room is used
/// again, it overlooks after a crash, synced or not, and goes back to the one before. So every chunk is looked at here,
/// and the head is made to name the newest whole one.
///
/// What a power cut left torn after that is taken away. It was never synced, so nobody was told that it is stored. What
/// was synced and is damaged all the same is left as it is: that is for a backup to mend.
final class Recovery {
    private Recovery() {}

    /// @param taken torn chunks that were taken away
    /// @param sound chunks that are as they were written, or in a file that is older than the sums
    /// @param closed whether whoever wrote it last also closed it, rather than died
    record Found(int taken, Set<Sound> sound, boolean closed) {}

    /// @param block where it lies
    record Sound(long block, int version) {}

    /// @param history empty when it is not what was written, or was written before there were sums
    private record Seen(long at, ChunkHead head, Optional<ChunkSum.History> history, boolean sumless) {
        int version() {
            return (int) head.version();
        }
    }

    /// Afterwards all that is there is on the disk.
    ///
    /// @throws StoreFailure.DamagedFile when there is nothing to go back to; the file is left as it was
    /// @param file of the database, which nobody has open
    static Found settle(FilePath file) throws IOException {
        if (!file.exists()) {
            return new Found(0, Set.of(), true);
        }
        try (var channel = file.open("rw")) {
            boolean closed = StoreHead.isClosed(channel);
            var found = chunks(channel);
            var whole = new TreeMap<Integer, ChunkSum.History>();
            for (var chunk : found) {
                chunk.history().ifPresent(history -> whole.put(chunk.version(), history));
            }
            if (whole.isEmpty() && found.stream().noneMatch(Seen::sumless)) {
                // H2 would take it for new, and cut it off.
                throw new StoreFailure.DamagedFile("nothing in it is what was written there");
            }
            int taken = 0;
            if (!whole.isEmpty()) {
                // A whole chunk after a torn or a missing one builds on it, and goes with it: left in the file it
                // would pass for the newest as soon as another has taken the missing one's number.
                var last = whole.descendingKeySet().stream()
                        .filter(version -> isComplete(version, whole))
                        .findFirst()
                        .orElseThrow(() -> new StoreFailure.DamagedFile("of every chunk an earlier one is missing"));
                for (var chunk : found) {
                    if (chunk.version() > last) {
                        erase(channel, chunk);
                        taken++;
                    } else if (chunk.version() == last) {
                        StoreHead.pointTo(channel, chunk.at() / ChunkSum.BLOCK, chunk.head());
                    }
                }
            }
            channel.force(true);
            return new Found(
                    taken,
                    found.stream()
                            .filter(chunk -> chunk.history().isPresent() || (whole.isEmpty() && chunk.sumless()))
                            .map(chunk -> new Sound(chunk.at() / ChunkSum.BLOCK, chunk.version()))
                            .collect(Collectors.toSet()),
                    closed);
        }
    }

    /// Whether every chunk is there that was not yet certain to be on the disk when this one was written.
    private static boolean isComplete(int version, Map<Integer, ChunkSum.History> whole) {
        var history = whole.get(version);
        int synced = history == null ? 0 : history.synced();
        int at = version;
        while (history != null && history.before() > synced && history.before() < at) {
            at = history.before();
            history = whole.get(at);
        }
        return history != null;
    }

    private static List<Seen> chunks(FileChannel file) throws IOException {
        var found = new ArrayList<Seen>();
        var start = ByteBuffer.allocate(1024);
        long end = file.size() / ChunkSum.BLOCK * ChunkSum.BLOCK;
        for (long at = 0; at < end; at += ChunkSum.BLOCK) {
            start.clear();
            file.read(start, at);
            start.flip();
            if (start.remaining() > 0 && start.get(0) == 'c') {
                chunk(file, at, start).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Seen> chunk(FileChannel file, long at, ByteBuffer start) throws IOException {
        ChunkHead head;
        try {
            head = ChunkHead.of(start);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        long size = (long) head.blocks() * ChunkSum.BLOCK;
        if (head.blocks() < 1 || at + size > file.size() || size > Integer.MAX_VALUE) {
            return Optional.of(new Seen(at, head, Optional.empty(), false));
        }
        var whole = ByteBuffer.allocate((int) size);
        while (whole.hasRemaining() && file.read(whole, at + whole.position()) > 0) {
            // A read may bring less than was asked for.
        }
        whole.flip();
        return Optional.of(
                whole.remaining() == size
                        ? new Seen(at, head, ChunkSum.history(whole), ChunkSum.isChunk(whole))
                        : new Seen(at, head, Optional.empty(), false));
    }

    private static void erase(FileChannel file, Seen chunk) throws IOException {
        file.write(ByteBuffer.allocate(1024), chunk.at());
        long footer = chunk.at() + (long) chunk.head().blocks() * ChunkSum.BLOCK - 128;
        if (footer > 0 && footer + 128 <= file.size()) {
            file.write(ByteBuffer.allocate(128), footer);
        }
    }
}
