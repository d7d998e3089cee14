package io.signalbox.engine;

/// The database failed: a broken world, caught once at the edge.
public sealed class StoreException extends RuntimeException
        permits StoreException.Full, StoreException.Newer, StoreException.Damaged, StoreException.OtherKey {
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

    /// The database was made by a newer version of the program. It was left as it was.
    public static final class Newer extends StoreException {
        private static final long serialVersionUID = 1;

        private final int schema;
        private final int known;

        /// @param schema of the database
        /// @param known the newest that this version of the program knows
        public Newer(int schema, int known) {
            super(
                    "opening a database of a newer version",
                    new IllegalStateException("its schema is " + schema + ", known up to " + known));
            this.schema = schema;
            this.known = known;
        }

        public int schema() {
            return schema;
        }

        public int known() {
            return known;
        }
    }

    /// The database's file is not what was written to it, and there is no copy to take its place. It was left as it
    /// was.
    public static final class Damaged extends StoreException {
        private static final long serialVersionUID = 1;

        /// @param how what was found
        public Damaged(String how, Throwable cause) {
            super(how, cause);
        }
    }

    /// The database was made with another key than the one beside it.
    public static final class OtherKey extends StoreException {
        private static final long serialVersionUID = 1;

        public OtherKey(Throwable cause) {
            super("opening a database with a key that is not its own", cause);
        }
    }
}
