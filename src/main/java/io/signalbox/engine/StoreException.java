package io.signalbox.engine;

/// The database failed: a broken world, caught once at the edge.
public sealed class StoreException extends RuntimeException permits StoreException.Full {
    private static final long serialVersionUID = 1;

    public StoreException(String what, Throwable cause) {
        super(what, cause);
    }

    /// The disk is nearly full: nothing new is accepted until there is room again.
    public static final class Full extends StoreException {
        private static final long serialVersionUID = 1;

        /// @param free bytes
        public Full(long free) {
            super("accepting more", new IllegalStateException("only " + free / (1 << 20) + " MiB are free"));
        }
    }
}
