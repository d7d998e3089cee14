package io.signalbox.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Everything one file was told, in order, so that the disk can be put together as a power cut at any moment would have
/// left it. Thread-safe.
final class Tape {
    private static final int SECTOR = 512;

    private final List<Move> moves = new ArrayList<>();
    private final byte[] first;

    sealed interface Move {
        record Write(long at, ByteBuffer bytes) implements Move {}

        record Truncate(long size) implements Move {}

        record Force() implements Move {}
    }

    /// What a disk does with the writes that it was not yet told to keep.
    enum Loss {
        /// None of them arrived.
        ALL {
            @Override
            void keep(List<Move> unsynced, Disk disk, RandomGenerator random) {
                // Nothing to do: none arrived.
            }
        },
        /// The first so many arrived.
        AFTER_SOME {
            @Override
            void keep(List<Move> unsynced, Disk disk, RandomGenerator random) {
                unsynced.subList(0, random.nextInt(unsynced.size() + 1)).forEach(disk::take);
            }
        },
        /// Some sectors of some of them arrived.
        TORN {
            @Override
            void keep(List<Move> unsynced, Disk disk, RandomGenerator random) {
                double kept = random.nextDouble();
                for (var move : unsynced) {
                    switch (move) {
                        case Move.Write(var at, var bytes) -> disk.takeSectors(at, bytes, random, kept);
                        case Move.Truncate truncated when random.nextDouble() < kept -> disk.take(truncated);
                        case Move.Truncate _, Move.Force _ -> {}
                    }
                }
            }
        };

        abstract void keep(List<Move> unsynced, Disk disk, RandomGenerator random);
    }

    /// @param first what the file holds before anything is written
    Tape(byte[] first) {
        this.first = first.clone();
    }

    synchronized void wrote(long at, byte[] bytes) {
        moves.add(new Move.Write(at, ByteBuffer.wrap(bytes)));
    }

    synchronized void truncated(long size) {
        moves.add(new Move.Truncate(size));
    }

    synchronized void forced() {
        moves.add(new Move.Force());
    }

    /// How many moves there were so far: a moment to cut at.
    synchronized int now() {
        return moves.size();
    }

    /// The file after the power went when `moment` moves had been made.
    ///
    /// @param honest false for a disk that forgets even what it was told to keep
    synchronized byte[] cut(int moment, Loss loss, boolean honest, RandomGenerator random) {
        int synced = 0;
        for (int at = 0; at < moment && honest; at++) {
            if (moves.get(at) instanceof Move.Force) {
                synced = at + 1;
            }
        }
        var disk = new Disk(first);
        moves.subList(0, synced).forEach(disk::take);
        loss.keep(moves.subList(synced, moment), disk, random);
        return disk.bytes();
    }

    static final class Disk {
        private byte[] content;
        private int size;

        Disk(byte[] first) {
            content = first.clone();
            size = first.length;
        }

        void take(Move move) {
            switch (move) {
                case Move.Write(var at, var bytes) -> put(at, bytes, 0, bytes.capacity());
                case Move.Truncate(var to) -> size = Math.toIntExact(Math.min(size, to));
                case Move.Force _ -> {}
            }
        }

        void takeSectors(long at, ByteBuffer bytes, RandomGenerator random, double kept) {
            int from = 0;
            while (from < bytes.capacity()) {
                int length = Math.min(SECTOR - (int) ((at + from) % SECTOR), bytes.capacity() - from);
                if (random.nextDouble() < kept) {
                    put(at + from, bytes, from, length);
                }
                from += length;
            }
        }

        private void put(long at, ByteBuffer bytes, int from, int length) {
            int end = Math.toIntExact(at + length);
            if (end > content.length) {
                content = Arrays.copyOf(content, Math.max(end, content.length * 2));
            }
            if (at > size) {
                Arrays.fill(content, size, (int) at, (byte) 0);
            }
            bytes.get(from, content, (int) at, length);
            size = Math.max(size, end);
        }

        byte[] bytes() {
            return Arrays.copyOf(content, size);
        }
    }
}
