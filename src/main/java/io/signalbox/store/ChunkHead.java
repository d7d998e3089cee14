package io.signalbox.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What the first bytes of a chunk say of it.
///
/// @param id that other chunks know it by
/// @param blocks how long it is
/// @param version grows with every chunk
record ChunkHead(long id, int blocks, long version) {
    private static final int LONGEST = 1024;

    /// @throws IllegalArgumentException when this is no chunk's beginning
    static ChunkHead of(ByteBuffer bytes) {
        var text = StandardCharsets.ISO_8859_1
                .decode(bytes.slice(bytes.position(), Math.min(LONGEST, bytes.remaining())))
                .toString();
        int end = text.indexOf('\n');
        if (!text.startsWith("chunk:") || end < 0) {
            throw new IllegalArgumentException("no chunk begins here");
        }
        var line = text.substring(0, end).strip();
        return new ChunkHead(number(line, "chunk"), (int) number(line, "len"), number(line, "version"));
    }

    private static long number(String line, String name) {
        for (var part : line.split(",", -1)) {
            if (part.startsWith(name + ":")) {
                return Long.parseLong(part.substring(name.length() + 1), 16);
            }
        }
        throw new IllegalArgumentException(line + " has no " + name);
    }
}
