package io.signalbox.engine;

/// The database failed: a broken world, caught once at the edge.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String what, Throwable cause) {
        super(what, cause);
    }
}
