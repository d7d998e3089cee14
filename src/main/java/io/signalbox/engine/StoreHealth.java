package io.signalbox.engine;

/// How the durable store is, for health and for people.
public sealed interface StoreHealth {
    /// @param freeBytes on its disk
    record Well(long freeBytes) implements StoreHealth {}

    /// Goes on with what it has and accepts nothing new.
    record Full(long freeBytes) implements StoreHealth {}

    /// Neither read nor written at the moment; it is being opened again.
    record Failed(String reason) implements StoreHealth {}
}
