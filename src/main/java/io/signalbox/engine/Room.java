package io.signalbox.engine;

/// How much is taken into memory at once. Whoever reads takes one after the other while something is left, so a single
/// one that is larger than the whole room still passes.
///
/// @param bytes as [Weight] estimates them
public record Room(int rows, long bytes) {
    /// Of the heap, for what is read to be shown.
    private static final int PAGE_SHARE = 32;

    /// A page of a list: so many rows, or fewer when they are large.
    public static Room page(int rows) {
        return new Room(rows, Runtime.getRuntime().maxMemory() / PAGE_SHARE);
    }

    public boolean isLeft() {
        return rows > 0 && bytes > 0;
    }

    /// What is left after one more.
    public Room less(long weight) {
        return new Room(rows - 1, bytes - weight);
    }
}
