package io.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.h2.mvstore.DataUtils;

/// The head of a database's file, written twice: where its newest chunk lies.
final class StoreHead {
    private static final int LONGEST = 512;

    private StoreHead() {}

    /// Makes both heads name this chunk, unless they do or know a newer one.
    static void pointTo(FileChannel file, long block, ChunkHead chunk) throws IOException {
        var first = read(file, 0);
        var second = read(file, ChunkSum.BLOCK);
        var head = first.or(() -> second).map(LinkedHashMap::new).orElse(null);
        if (head == null) {
            throw new StoreFailure.DamagedFile("both heads of the file are damaged");
        }
        if (version(first) == chunk.version() && version(second) == chunk.version()) {
            return;
        }
        head.remove("clean");
        head.put("block", Long.toHexString(block));
        head.put("chunk", Long.toHexString(chunk.id()));
        head.put("version", Long.toHexString(chunk.version()));
        var text = head.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var line = text + ",fletcher:" + Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length)) + "\n";
        // With blanks over what a longer line leaves.
        var written = Arrays.copyOf(line.getBytes(StandardCharsets.ISO_8859_1), LONGEST);
        // One after the other, so that one of them is whole at any time.
        file.write(ByteBuffer.wrap(written), 0);
        file.force(true);
        file.write(ByteBuffer.wrap(written), ChunkSum.BLOCK);
        file.force(true);
    }

    /// Whether whoever wrote it last also closed it, rather than died.
    static boolean isClosed(FileChannel file) throws IOException {
        return read(file, 0).filter(head -> head.containsKey("clean")).isPresent();
    }

    private static long version(Optional<Map<String, String>> head) {
        return head.map(fields -> Long.parseLong(fields.getOrDefault("version", "0"), 16))
                .orElse(-1L);
    }

    /// Empty when it is damaged.
    private static Optional<Map<String, String>> read(FileChannel file, long at) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        file.read(bytes, at);
        var text = StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
        int end = text.indexOf(",fletcher:");
        int line = text.indexOf('\n');
        if (!text.startsWith("H:") || end < 0 || line < end) {
            return Optional.empty();
        }
        var summed = text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1);
        var sum = Integer.toHexString(DataUtils.getFletcher32(summed, 0, summed.length));
        if (!text.substring(end + ",fletcher:".length(), line).equals(sum)) {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        for (var part : text.substring(0, end).split(",", -1)) {
            int colon = part.indexOf(':');
            fields.put(part.substring(0, colon), part.substring(colon + 1));
        }
        return Optional.of(fields);
    }
}
