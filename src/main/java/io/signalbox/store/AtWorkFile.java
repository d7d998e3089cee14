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
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The runs at work as 16 bytes each in a file mapped to memory, and behind them a byte each that is 1 while a run does
/// not only wait: the operating system keeps them when the process is killed, and writing costs what writing to memory
/// costs.
public final class AtWorkFile implements AtWork, AutoCloseable {
    private static final int PLACES = 1_024;
    private static final long SIZE = PLACES * 17L;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment places;
    private final ConcurrentLinkedQueue<Integer> free = new ConcurrentLinkedQueue<>();
    private Left left;

    public AtWorkFile(Path file) {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Really written, so that a full disk is found here and not in the middle of a memory access.
            long size = channel.size();
            if (size < SIZE) {
                channel.write(ByteBuffer.allocate((int) (SIZE - size)), size);
            }
            places = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE, arena);
        } catch (IOException failure) {
            arena.close();
            throw new StoreException("opening " + file, failure);
        }
        var found = new HashSet<String>();
        var working = new HashSet<String>();
        for (int place = 0; place < PLACES; place++) {
            free.add(place);
            long high = places.get(LONG, place * 16L);
            long low = places.get(LONG, place * 16L + 8);
            if (high != 0 && low != 0) {
                var run = new UUID(high, low).toString();
                found.add(run);
                if (places.get(ValueLayout.JAVA_BYTE, PLACES * 16L + place) != 0) {
                    working.add(run);
                }
            }
        }
        left = new Left(found, working);
    }

    @Override
    public Place enter(String run) {
        var number = free.poll();
        // Without a number: more than anybody works on at once; a crash is then blamed on the others alone.
        return new Numbered(number == null ? -1 : number, UUID.fromString(run));
    }

    private final class Numbered implements Place {
        private final int number;

        Numbered(int number, UUID run) {
            this.number = number;
            name(number, run.getMostSignificantBits(), run.getLeastSignificantBits());
            goesOn();
        }

        @Override
        public void rests() {
            mark(number, 0);
        }

        @Override
        public void goesOn() {
            mark(number, 1);
        }

        @Override
        public void leaves() {
            rests();
            name(number, 0, 0);
            if (number >= 0) {
                free.add(number);
            }
        }
    }

    private void name(int place, long high, long low) {
        if (place >= 0 && arena.scope().isAlive()) {
            places.set(LONG, place * 16L, high);
            places.set(LONG, place * 16L + 8, low);
        }
    }

    private void mark(int place, int working) {
        if (place >= 0 && arena.scope().isAlive()) {
            places.set(ValueLayout.JAVA_BYTE, PLACES * 16L + place, (byte) working);
        }
    }

    @Override
    public synchronized Left left() {
        return left;
    }

    /// Only what the former process left: this one's runs are written anew whenever they are entered.
    @Override
    public synchronized void forget() {
        left = Left.NOBODY;
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
