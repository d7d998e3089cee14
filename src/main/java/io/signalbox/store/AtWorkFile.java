package io.signalbox.store;

import io.signalbox.engine.AtWork;
import io.signalbox.engine.StoreException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The runs at work as 16 bytes each in a file mapped to memory: the operating system keeps them when the process is
/// killed, and writing one costs what writing to memory costs.
public final class AtWorkFile implements AtWork, AutoCloseable {
    private static final int PLACES = 1_024;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment places;
    private final ConcurrentLinkedQueue<Integer> free = new ConcurrentLinkedQueue<>();
    private Set<String> left;

    public AtWorkFile(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Really written, so that a full disk is found here and not in the middle of a memory access.
            long size = channel.size();
            if (size < PLACES * 16L) {
                channel.write(ByteBuffer.allocate((int) (PLACES * 16L - size)), size);
            }
            places = channel.map(FileChannel.MapMode.READ_WRITE, 0, PLACES * 16L, arena);
        } catch (IOException failure) {
            arena.close();
            throw new StoreException("opening " + file, failure);
        }
        var found = new HashSet<String>();
        for (int place = 0; place < PLACES; place++) {
            free.add(place);
            long high = places.get(LONG, place * 16L);
            long low = places.get(LONG, place * 16L + 8);
            if (high != 0 && low != 0) {
                found.add(new UUID(high, low).toString());
            }
        }
        left = Set.copyOf(found);
    }

    @Override
    public Place enter(String run) {
        var id = UUID.fromString(run);
        var number = free.poll();
        // Without a number: more than anybody works on at once; a crash is then blamed on the others alone.
        return new Numbered(number == null ? -1 : number, id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private final class Numbered implements Place {
        private final int number;
        private final long high;
        private final long low;

        Numbered(int number, long high, long low) {
            this.number = number;
            this.high = high;
            this.low = low;
            goesOn();
        }

        @Override
        public void rests() {
            write(number, 0, 0);
        }

        @Override
        public void goesOn() {
            write(number, high, low);
        }

        @Override
        public void leaves() {
            rests();
            if (number >= 0) {
                free.add(number);
            }
        }
    }

    private void write(int place, long high, long low) {
        if (place >= 0 && arena.scope().isAlive()) {
            places.set(LONG, place * 16L, high);
            places.set(LONG, place * 16L + 8, low);
        }
    }

    @Override
    public synchronized Set<String> left() {
        return left;
    }

    /// Only what the former process left: this one's runs are written anew whenever they are entered.
    @Override
    public synchronized void forget() {
        left = Set.of();
        places.fill((byte) 0);
    }

    /// An orderly stop: nobody was hurt.
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            places.fill((byte) 0);
            arena.close();
        }
    }
}
