package io.signalbox.engine;

import io.signalbox.access.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Copies of the workspace, and the way back to one. Thread-safe; each method may block for long.
public interface Safekeeping {
    /// Letters of a passphrase that cannot be guessed.
    int SHORTEST_PASSPHRASE = 12;

    /// A copy that was made by itself or because a person wanted one.
    ///
    /// @param size in bytes
    record Kept(Path file, Instant madeAt, long size) {}

    /// What a copy holds.
    record Held(long flows, long events, long runs) {}

    /// Why a copy cannot be restored here.
    enum Unfit {
        /// Damaged, no copy of Signalbox, sealed with another passphrase, or of another workspace.
        UNREADABLE,
        /// It bears the key of another workspace.
        OTHER_KEY
    }

    /// Nothing was changed.
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final Unfit why;

        public Unusable(Unfit why, Throwable cause) {
            super(cause);
            this.why = why;
        }

        public Unfit why() {
            return why;
        }
    }

    BackupPlan plan();

    void follow(BackupPlan plan);

    /// Where copies lie that are made by themselves.
    Path folder();

    /// Newest first.
    List<Kept> all();

    /// Makes one now, beside the others.
    Kept make();

    /// Makes one with the key in it, sealed with a passphrase: a file that may leave this machine.
    void seal(Path file, Secret passphrase);

    /// Reads a copy through and keeps it at hand for [#layReady].
    ///
    /// @param passphrase of a sealed one
    Held examine(Path file, Optional<Secret> passphrase) throws Unusable;

    /// What was examined last takes the place of the database with the next start.
    void layReady();

    /// Whether a copy lies ready.
    boolean isReady();

    /// The database stays as it is, and nothing is at hand any more.
    void layAside();
}
