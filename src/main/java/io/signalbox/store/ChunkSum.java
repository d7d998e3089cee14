package io.signalbox.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What H2 writes in one go, a chunk, gets a checksum of all of it. H2 itself only checks its first and last bytes, so
/// that a chunk of which the power cut took the middle would pass for whole, with rows in it that were safe before.
///
/// The sum lies in the blanks that H2 leaves at the end of a chunk and never reads: any H2 opens such a file.
final class ChunkSum {
    /// The unit in which H2 gives out space in its file.
    static final int BLOCK = 4096;

    private static final byte[] START = "chunk:".getBytes(StandardCharsets.US_ASCII);
    private static final int FOOTER = 128;
    private static final int NUMBER = 8;

    /// Three numbers of 32 bits, four bits a byte, so that each byte counts as blank; a line feed follows.
    private static final int STAMP = 3 * NUMBER;

    private ChunkSum() {}

    /// Whether these bytes are a chunk as H2 writes it.
    static boolean isChunk(ByteBuffer bytes) {
        int size = bytes.remaining();
        if (size < BLOCK || size % BLOCK != 0) {
            return false;
        }
        return starts(bytes, bytes.position()) && starts(bytes, bytes.limit() - FOOTER) && isBlank(bytes);
    }

    private static boolean starts(ByteBuffer bytes, int at) {
        for (int offset = 0; offset < START.length; offset++) {
            if (bytes.get(at + offset) != START[offset]) {
                return false;
            }
        }
        return true;
    }

    private static int stampAt(ByteBuffer bytes) {
        return bytes.limit() - 1 - STAMP;
    }

    private static boolean isBlank(ByteBuffer bytes) {
        for (int at = stampAt(bytes); at < bytes.limit(); at++) {
            if (bytes.get(at) > ' ') {
                return false;
            }
        }
        return true;
    }

    /// What a chunk tells of those before it, by their versions.
    ///
    /// @param before written just before this one
    /// @param synced the newest that was certainly on the disk when this one was written
    record History(int before, int synced) {}

    static void stamp(ByteBuffer chunk, History history) {
        int at = stampAt(chunk);
        put(chunk, at + NUMBER, history.before());
        put(chunk, at + 2 * NUMBER, history.synced());
        put(chunk, at, sum(chunk));
    }

    /// Empty when the chunk is damaged.
    static Optional<History> history(ByteBuffer chunk) {
        int at = stampAt(chunk);
        return isStamped(chunk, at) && number(chunk, at) == sum(chunk)
                ? Optional.of(new History(number(chunk, at + NUMBER), number(chunk, at + 2 * NUMBER)))
                : Optional.empty();
    }

    private static boolean isStamped(ByteBuffer chunk, int from) {
        for (int at = from; at < from + STAMP; at++) {
            if (chunk.get(at) < 0 || chunk.get(at) > 15) {
                return false;
            }
        }
        return true;
    }

    private static int sum(ByteBuffer chunk) {
        var sum = new CRC32C();
        int at = stampAt(chunk);
        sum.update(chunk.slice(chunk.position(), at - chunk.position()));
        sum.update(chunk.slice(at + NUMBER, 2 * NUMBER));
        return (int) sum.getValue();
    }

    private static void put(ByteBuffer chunk, int at, int number) {
        for (int digit = 0; digit < NUMBER; digit++) {
            chunk.put(at + digit, (byte) (number >>> (28 - 4 * digit) & 15));
        }
    }

    private static int number(ByteBuffer chunk, int at) {
        int number = 0;
        for (int digit = 0; digit < NUMBER; digit++) {
            number = number << 4 | chunk.get(at + digit);
        }
        return number;
    }
}
